import { defineConfig } from "vitest/config";

// Pure tests need nothing but Node; `*.db.test.ts` need the Postgres that `npm test` starts.
// The zone tests run once per server time zone: no answer may depend on the process's own TZ.
const serverTimeZones = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    pool: "forks",
    passWithNoTests: false,
    // No test is about time: a machine that is busy with other things may take its own.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{server,app,bench}/**/*.test.{ts,tsx}"],
          exclude: [
            "**/*.db.test.ts",
            "**/*.zone.test.ts",
            "**/*.contract.test.ts",
            "**/*.launcher.test.ts",
          ],
          // They set nothing that another could meet, and load the same modules: a new process for each file takes
          // longer than its tests.
          isolate: false,
          maxWorkers: 2,
        },
      },
      ...serverTimeZones.map((timeZone) => ({
        extends: true as const,
        test: {
          name: `zones under TZ=${timeZone}`,
          include: ["{server,app}/**/*.zone.test.ts"],
          env: { TZ: timeZone },
          isolate: false,
          maxWorkers: 2,
        },
      })),
      {
        extends: true,
        test: {
          name: "database",
          include: ["server/**/*.db.test.ts"],
          globalSetup: ["server/testing/global-setup.ts"],
          setupFiles: ["server/testing/worker-environment.ts"],
          hookTimeout: 60_000,
          maxWorkers: 2,
          // After the pure tests, which say more precisely what is wrong.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The REST suites again, over HTTP and through Prism's validating proxy on the OpenAPI document.
        extends: true,
        test: {
          name: "contract",
          include: ["server/**/*.db.test.ts", "server/**/*.contract.test.ts"],
          exclude: [
            // No requests of their own, or the same ones by the hundred: rest-statuses asks every operation for every
            // answer that it has, and `input` suites for what it refuses.
            "server/{authorization,constraints,held-transaction,mass-assignment,openapi,procedures}.db.test.ts",
            "server/{metrics-node,rest-isolation,rotate-secrets}.db.test.ts",
            "server/{mcp,ops,users,worker}/**",
            "**/{counters,fuzz,guard,listed,model,prune*,races*,schema-check,storm,write-batch}.db.test.ts",
            "server/events/{every-write,no-secrets}.db.test.ts",
            // About what is locked, chosen, freed, sent or kept, by a few requests that others make, too.
            "server/bookings/{choose-host,lock}.db.test.ts",
            "server/{calendars,emails}/**",
            "server/waitlist/freed.db.test.ts",
            "server/webhooks/{claim,deliver}.db.test.ts",
            "server/idempotency/kept.db.test.ts",
            "server/rate-limit/visitors.db.test.ts",
            // The guides' examples ask a server of their own.
            "server/docs/{make-playground-key,reference,sdk,self-hosting,snippets}.db.test.ts",
            // Instants, further processes and broken connections.
            "server/api-keys/{authenticate,revoke}.db.test.ts",
            "server/idempotency/{crash*,lost-connections}.db.test.ts",
            "server/rate-limit/processes.db.test.ts",
          ],
          globalSetup: [
            "server/testing/global-setup.ts",
            "server/testing/contract/global-setup.ts",
          ],
          setupFiles: [
            "server/testing/worker-environment.ts",
            "server/testing/contract/environment.ts",
          ],
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Starts the real thing, with a Postgres and a build of its own: seconds, or a minute where nothing is built.
        extends: true,
        test: {
          name: "launcher",
          include: ["server/{ops,worker}/*.launcher.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          // One after the other: all start what `.next` holds, and the first of them may be building it.
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
