import { createTestDatabase } from "./database";

// Runs before every database test file, and so before anything imports `server/env.ts`, which reads these once.
// Each file has a worker and a database of its own. (VITEST_POOL_ID, which is given out again, is now and then given to
// two workers at once.)
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: await createTestDatabase(`worker_${process.env["VITEST_WORKER_ID"] ?? "1"}`),
  AUTH_SECRET: "a secret that only the tests know 0123456789",
  // Receivers of webhooks are servers on this machine; that others are refused is tested with rules of the test's own.
  WEBHOOK_ALLOW_PRIVATE: "on",
  ENCRYPTION_KEYS: ["tests", "older"]
    .map((id) => `${id}:${Buffer.alloc(32, id).toString("base64")}`)
    .join(","),
  // Nobody listens there: what is sent is tested with a mail server of the test's own.
  SMTP_URL: "smtp://127.0.0.1:1",
  // Nothing is limited by accident; limits are tested with other tiers, and strangers' with a limit of the test's own.
  PUBLIC_RATE_LIMIT: "1000000",
  ASTROCAL_PLANS:
    '{"scale": {"per_minute": 1000000, "per_day": 1000000, "bookings_per_month": 1000000}}',
  // Registered with stand-ins that do not answer; sign-in is tested with some that do.
  GOOGLE_CLIENT_ID: "astrocal",
  GOOGLE_CLIENT_SECRET: "a-secret",
  MICROSOFT_CLIENT_ID: "astrocal",
  MICROSOFT_CLIENT_SECRET: "a-secret",
  ASTROCAL_SERVICE_KEY: "service-key-of-the-tests-0123456789, the-one-it-is-rotated-to-0123456789",
});
