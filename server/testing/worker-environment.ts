import { createTestDatabase } from "./database";

// Runs before every database test file, and so before anything imports `server/env.ts`, which reads these
// once. A worker keeps its database for all its files: each test makes an organization of its own.
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: await createTestDatabase(`worker_${process.env["VITEST_POOL_ID"] ?? "1"}`),
  AUTH_SECRET: "a secret that only the tests know, 0123456789",
  ASTROCAL_SERVICE_KEY: "a service key that only the tests know 0123456789",
});
