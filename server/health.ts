import { z } from "zod";
import { prisma } from "./db";
import { AppError } from "./errors";
import { log } from "./log";
import { counters } from "./rate-limit/counters";
import { queryBoolean } from "./schema";
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
});

/** How long the database may take to answer before it counts as down. */
const deadlineMs = 1_000;

async function databaseState(): Promise<"up" | "down"> {
  const late = new Promise<"down">((resolve) => {
    setTimeout(resolve, deadlineMs, "down").unref();
  });
  const asked = prisma.$queryRaw`SELECT 1`.then(
    () => "up" as const,
    (error: unknown) => {
      log.warn({ err: error }, "database not reachable");
      return "down" as const;
    },
  );
  return await Promise.race([asked, late]);
}

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
    const [database, store] = await Promise.all([databaseState(), counters().state()]);
    if (input.ready === true && database === "down") {
      throw new AppError("service_unavailable", "The database is not reachable");
    }
    return {
      status: database === "up" && store !== "down" ? "ok" : "degraded",
      version,
      dependencies: { database, rate_limit_store: store },
    };
  });
