import { Client, type PoolClient, type QueryConfig } from "pg";
import { pool, retryOnce, statementName } from "./db";
import { inTransaction } from "./held-transaction";

/** Hand-written statements with values in their places: what Prisma's clients and the plain ones below both are. */
export type Sql = {
  $queryRaw: <Rows>(text: TemplateStringsArray, ...values: unknown[]) => Promise<Rows>;
  $executeRaw: (text: TemplateStringsArray, ...values: unknown[]) => Promise<number>;
  /** Whether it does what it is asked in the order in which it is asked, also where nobody waits: as one connection does. */
  isOrdered?: boolean;
};

type Runner = {
  query: (statement: QueryConfig) => Promise<{ rows: unknown; rowCount: number | null }>;
};

/** A template's text is put together once: the array of its parts is the same object on every call. */
const prepared = new WeakMap<TemplateStringsArray, { name: string; text: string }>();

function statement(parts: TemplateStringsArray, values: unknown[]): QueryConfig {
  const known = prepared.get(parts);
  if (known !== undefined) {
    return { ...known, values };
  }
  const text = parts.reduce((before, part, index) => `${before}$${index}${part}`);
  const made = { name: statementName(text), text };
  prepared.set(parts, made);
  return { ...made, values };
}

const sqlOn = (runner: Runner, { isOrdered = false } = {}): Sql => ({
  isOrdered,
  $queryRaw: async <Rows>(parts: TemplateStringsArray, ...values: unknown[]) =>
    rowsOf<Rows>(await runner.query(statement(parts, values))),
  $executeRaw: async (parts, ...values) =>
    (await runner.query(statement(parts, values))).rowCount ?? 0,
});

/**
 * The same transaction for who does not wait until it has begun: statements are asked at once, but of none is anything
 * known before `begun` is fulfilled. Should that fail, so do they.
 */
const whileBeginning = (tx: Sql, begun: Promise<unknown>): Sql => ({
  ...tx,
  $queryRaw: async <Rows>(parts: TemplateStringsArray, ...values: unknown[]) =>
    (await Promise.all([tx.$queryRaw<Rows>(parts, ...values), begun]))[0],
  $executeRaw: async (parts, ...values) =>
    (await Promise.all([tx.$executeRaw(parts, ...values), begun]))[0],
});

/** What a statement selects is known to who wrote it, as with Prisma's `$queryRaw`. */
function rowsOf<Rows>({ rows }: { rows: unknown }): Rows {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return rows as Rows;
}

/** Statements of the hot paths, straight through the pool: Prisma around them costs a fifth of a request's time. */
export const sql: Sql = sqlOn(pool);

/**
 * Asks one statement of a transaction after the other; where that has a connection to itself, they are sent together, and
 * so cost one way there and back. Both functions ask theirs at once, before they wait for anything. The second is asked
 * whatever becomes of the first: Postgres refuses it where it refused the first, and what the first throws otherwise must
 * end the transaction. Of two errors the first's is thrown.
 */
export async function inOrder<First, Second>(
  tx: Sql,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  if (tx.isOrdered !== true) {
    return [await first(), await second()];
  }
  const [before, after] = [first(), second()];
  after.catch(() => {});
  return [await before, await after];
}

/**
 * As `transaction` in db.ts, with the same retry, for work that is written in SQL throughout.
 * @param beginsReading whether what it asks before it waits for an answer changes nothing: that may then be sent together
 * with BEGIN and the claim of an Idempotency-Key, and if one of these fails, nothing has been done outside of them
 */
export const sqlTransaction = <T>(
  work: (tx: Sql) => Promise<T>,
  { beginsReading = false } = {},
): Promise<T> => {
  const start = async (tx: Sql, begun: Promise<unknown>) => {
    if (!beginsReading) {
      await begun;
    }
    return await work(beginsReading ? whileBeginning(tx, begun) : tx);
  };
  return inTransaction(start, (whole, mayRetry) => retryOnce(() => onConnection(whole), mayRetry));
};

/** What is asked without a wait in between goes out in one piece: each write is a system call, and wakes Postgres. */
function inOneWrite(client: PoolClient): Runner {
  if (!(client instanceof Client)) {
    return client;
  }
  const { stream } = client.connection;
  return {
    query: (statement) => {
      stream.cork();
      process.nextTick(() => stream.uncork());
      return client.query(statement);
    },
  };
}

async function onConnection<T>(work: (tx: Sql, begun: Promise<unknown>) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that Postgres ends between two statements says so here, and would end the process unheard. The next
  // statement on it fails.
  const onError = (error: Error) => (broken = error);
  client.on("error", onError);
  try {
    const runner = inOneWrite(client);
    const begun = runner.query({ text: "BEGIN" });
    begun.catch(() => {});
    const result = await work(sqlOn(runner, { isOrdered: true }), begun);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to anyone else.
    await client.query("ROLLBACK").catch(onError);
    throw error;
  } finally {
    client.removeListener("error", onError);
    client.release(broken);
  }
}
