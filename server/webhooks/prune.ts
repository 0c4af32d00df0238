import { leastIdAt } from "../ids";
import { pruner } from "../prune";
import { sql } from "../sql";

const dayMs = 86_400_000;
/** What the description of the list promises; longer than any summary of usage looks back. */
const keptDays = 90;

/** Deletes deliveries, with their attempts, that are over and older than is kept; see prune.ts. */
export async function deleteOldDeliveries(nowMs: number, maxRows: number): Promise<number> {
  const bound = leastIdAt(nowMs - keptDays * dayMs);
  return await sql.$executeRaw`
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM webhook_deliveries WHERE id < ${bound}::uuid AND status <> 'pending'
      ORDER BY id LIMIT ${maxRows} FOR UPDATE SKIP LOCKED)`;
}

/** To be called after deliveries were written. */
export const pruneDeliveries = pruner("webhook_deliveries", (maxRows) =>
  deleteOldDeliveries(Date.now(), maxRows),
);
