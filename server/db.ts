import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { z } from "zod";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { inTransaction } from "./held-transaction";
import { log } from "./log";
import { metrics } from "./metrics";

/** A Prisma client or the transaction it opened: what verbs and reads ask questions of. */
export type Db = Prisma.TransactionClient;

/** What would wait for ever without a limit waits at most this long (guarantees: faults). */
const waits = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Statements of one shape that differ in the length of a list could grow without end. */
const maxStatements = 1_000;

const statementNames = new Map<string, string>();

/**
 * A name for a statement, so that each connection parses and plans it once: planning the availability statement takes
 * 2 ms, running it 0.5 ms. Empty (unnamed) once there are too many.
 */
export function statementName(sql: string): string {
  const known = statementNames.get(sql);
  if (known !== undefined || statementNames.size === maxStatements) {
    return known ?? "";
  }
  const name = `astrocal_${createHash("sha256").update(sql).digest("base64url").slice(0, 24)}`;
  statementNames.set(sql, name);
  return name;
}

function connect() {
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE,
    // What is asked of one connection without waiting is sent without waiting, and done in that order (`inOrder`, sql.ts).
    pipeline: true,
    ...waits,
  });
  // An idle connection that breaks (Postgres restarted) is replaced on the next query.
  pool.on("error", (error) => log.warn({ err: error }, "idle database connection lost"));
  return {
    pool,
    prisma: new PrismaClient({
      adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
      transactionOptions: { maxWait: waits.connectionTimeoutMillis, timeout: 10_000 },
    }),
  };
}

// One process holds two module graphs (Next's bundle and the server's own); they share one pool.
declare global {
  var astrocalDatabase: ReturnType<typeof connect> | undefined;
}
globalThis.astrocalDatabase ??= connect();

/** The connection pool under Prisma, for the hot paths' hand-written statements. */
export const pool: Pool = globalThis.astrocalDatabase.pool;
export const prisma: PrismaClient = globalThis.astrocalDatabase.prisma;

/** SQLSTATEs after which the same transaction may succeed: serialization failure, deadlock. */
const retriedStates = new Set(["40001", "40P01"]);

/**
 * Runs `work` in one READ COMMITTED transaction, and once more after a deadlock or serialization failure
 * (both should be zero: locks are taken in sorted order; each one is logged). A request with an Idempotency-Key is still
 * to write its answer into it when `work` is done (see held-transaction.ts).
 */
export const transaction = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
  inTransaction(
    async (tx: Db, begun) => {
      await begun;
      return await work(tx);
    },
    (whole, mayRetry) =>
      retryOnce(() => prisma.$transaction((tx) => whole(tx, Promise.resolve())), mayRetry),
  );

/** Runs a transaction again, once, when Postgres broke it off for another one's sake and `mayRetry` agrees. */
export async function retryOnce<T>(run: () => Promise<T>, mayRetry = () => true): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!retriedStates.has(sqlState(error) ?? "") || !mayRetry()) {
      throw error;
    }
    log.warn({ err: error }, "transaction retried");
    metrics.retriedTransactions.inc();
    return await run();
  }
}

const NestedCause = z.object({ cause: z.unknown() });
const PostgresCause = z.object({ originalCode: z.string() });
const PrismaMeta = z.object({ meta: z.object({ driverAdapterError: z.unknown() }) });
const PostgresError = z.object({ code: z.string().regex(/^[0-9A-Z]{5}$/) });

/** The SQLSTATE behind an error of Prisma or pg, or undefined when Postgres did not refuse anything. */
export function sqlState(error: unknown): string | undefined {
  const prismaError = PrismaMeta.safeParse(error);
  const driverError = prismaError.success ? prismaError.data.meta.driverAdapterError : error;
  const nested = NestedCause.safeParse(driverError);
  const cause = PostgresCause.safeParse(nested.success ? nested.data.cause : undefined);
  if (cause.success) {
    return cause.data.originalCode;
  }
  const direct = PostgresError.safeParse(error);
  return direct.success ? direct.data.code : undefined;
}
