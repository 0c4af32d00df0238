import { z } from "zod";
import { prisma } from "./db";
import { AppError } from "./errors";
import { log } from "./log";
import { queryBoolean } from "./schema";
import { publicProcedure } from "./trpc";
import { version } from "./version";

const GetHealth = z.strictObject({
  ready: queryBoolean.optional().describe("`true`: answer 503 unless every dependency is up."),
});

const Health = z.object({
  status: z.enum(["ok", "degraded"]),
  version: z.string().meta({ example: "0.1.0" }),
  dependencies: z.object({ database: z.enum(["up", "down"]) }),
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
        "200 while the process runs, saying which dependencies are up; with `ready=true`, 503 unless all are.",
    },
    public: true,
  })
  .input(GetHealth)
  .output(Health)
  .query(async ({ input }) => {
    const database = await databaseState();
    if (input.ready === true && database === "down") {
      throw new AppError("service_unavailable", "The database is not reachable");
    }
    return { status: database === "up" ? "ok" : "degraded", version, dependencies: { database } };
  });
