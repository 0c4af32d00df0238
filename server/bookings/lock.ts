import type { Db } from "../db";

/**
 * Takes the advisory locks of these hosts (and of an event type whose cap is counted), in one order for everyone, until
 * the transaction ends. Without them the exclusion constraint alone makes deadlock chains (guarantees §1: 40 s).
 * Lock order everywhere: booking row, then these, then allocation rows.
 */
export async function lockHosts(tx: Db, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key)
    FROM (SELECT DISTINCT hashtextextended(id, 0) AS key FROM unnest(${ids}::text[]) AS id ORDER BY key) AS keys`;
}
