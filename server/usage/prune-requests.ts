import { leastIdAt } from "../ids";
import { pruner } from "../prune";
import { sql } from "../sql";

/** How long requests with an API key stay in its log. */
const keptMs = 30 * 86_400_000;

/** Deletes at most so many of the oldest requests that are past keeping at `nowMs`. @returns how many */
export const deleteOldRequests = async (nowMs: number, maxRows: number): Promise<number> =>
  await sql.$executeRaw`
    DELETE FROM api_requests WHERE id IN (
      SELECT id FROM api_requests WHERE id < ${leastIdAt(nowMs - keptMs)}::uuid
      ORDER BY id LIMIT ${maxRows} FOR UPDATE SKIP LOCKED)`;

export const pruneRequests = pruner("api_requests", (maxRows) =>
  deleteOldRequests(Date.now(), maxRows),
);
