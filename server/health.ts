import { z } from "zod";
import { AppError } from "./errors";
import { log } from "./log";
import { counters } from "./rate-limit/counters";
import { type Queues, readQueues } from "./queues";
import { Instant, instantOrNull, queryBoolean } from "./schema";
import { publicProcedure } from "./trpc";
import { version } from "./version";

const GetHealth = z.strictObject({
  ready: queryBoolean
    .optional()
    .describe(
      "`true`: answer 503 unless requests can be served, for which the database is needed.",
    ),
});

const Health = z.object({
  status: z.enum(["ok", "degraded"]),
  version: z.string().meta({ example: "0.1.0" }),
  dependencies: z.object({
    database: z.enum(["up", "down"]),
    rate_limit_store: z
      .enum(["up", "down", "embedded"])
      .describe(
        "Where rate limits are counted. `down`: each process counts by itself until it is back; `embedded`: each does so always, no store is configured.",
      ),
  }),
  worker: z
    .object({
      running: z.int().min(0).describe("Worker processes that live."),
      last_seen_at: Instant.nullable().describe("When one last said so."),
      waiting_seconds: z
        .number()
        .min(0)
        .describe(
          "For how long what waits longest has been due: events, jobs, webhook deliveries and mail. `degraded` from a minute on.",
        ),
    })
    .nullable()
    .describe("What is done beside the requests; null while the database is down."),
});

/** What waits so long is not being done. */
const waitsTooLongSeconds = 60;

/** How long the database may take to answer before it counts as down. */
const deadlineMs = 1_000;

/** How the queues in the database stand; null when it does not answer in time. */
async function queuesInTime(): Promise<Queues | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, deadlineMs, null).unref();
  });
  const asked = readQueues().catch((error: unknown) => {
    log.warn({ err: error }, "database not reachable");
    return null;
  });
  return await Promise.race([asked, late]);
}

const workerState = ({ workers, lastSeenAt, waiting }: Queues) => ({
  running: workers,
  last_seen_at: instantOrNull(lastSeenAt),
  waiting_seconds: Math.max(0, Math.round(Math.max(...Object.values(waiting)))),
});

/** 200 while the process runs; with `ready=true` only while it can serve. */
export const healthProcedure = publicProcedure
  .meta({
    openapi: {
      method: "GET",
      path: "/health",
      tags: ["Health"],
      operationId: "getHealth",
      summary: "Health check",
      description:
        "200 while the process runs, saying which dependencies are up; with `ready=true`, 503 unless it can serve.",
    },
    public: true,
    unlimited: true,
  })
  .input(GetHealth)
  .output(Health)
  .query(async ({ input }) => {
    const [queues, store] = await Promise.all([queuesInTime(), counters().state()]);
    const database = queues === null ? "down" : "up";
    if (input.ready === true && database === "down") {
      throw new AppError("service_unavailable", "The database is not reachable");
    }
    const worker = queues === null ? null : workerState(queues);
    const isWorking = worker !== null && worker.waiting_seconds < waitsTooLongSeconds;
    return {
      status: isWorking && store !== "down" ? "ok" : "degraded",
      version,
      dependencies: { database, rate_limit_store: store },
      worker,
    };
  });
