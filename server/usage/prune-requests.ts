import { pruner } from "../prune";
import { sql } from "../sql";

/** How long requests with an API key stay in its log. */
const keptMs = 30 * 86_400_000;

/** Deletes at most so many of the requests that are past keeping at `nowMs`. @returns how many */
export const deleteOldRequests = async (nowMs: number, maxRows: number): Promise<number> =>
  await sql.$executeRaw`
    DELETE FROM api_requests WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM api_requests WHERE created_at < ${new Date(nowMs - keptMs)}
      LIMIT ${maxRows} FOR UPDATE SKIP LOCKED))`;

export const pruneRequests = pruner("api_requests", (maxRows) =>
  deleteOldRequests(Date.now(), maxRows),
);
