import { Client } from "pg";
import { pool } from "../db";
import { env } from "../env";

/**
 * Does something while a connection of its own has the advisory lock of an id, as when a server elsewhere is slow to let
 * it go: whoever wants it waits until `work` is over.
 */
export async function whileLocked(id: string, work: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [id]);
    await work(client);
  } finally {
    await client.end();
  }
}

/** The processes of this file's database that wait for a lock of any kind. */
export async function waitingPids(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT DISTINCT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE datname = current_database() AND NOT granted`,
  );
  return rows.map(({ pid }) => pid);
}

/** Those of `ids` whose advisory locks a process has, in the order of their keys. */
export async function lockedIds(client: Client, pid: number, ids: string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM unnest($2::text[]) id WHERE EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = $1
         AND (classid::bigint << 32 | objid::bigint) = hashtextextended(id, 0))
     ORDER BY hashtextextended(id, 0)`,
    [pid, ids],
  );
  return rows.map(({ id }) => id);
}

/** Ids in the order in which their advisory locks are to be taken. */
export async function inLockOrder(ids: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM unnest($1::text[]) id ORDER BY hashtextextended(id, 0)",
    [ids],
  );
  return rows.map(({ id }) => id);
}
