import type { Sql } from "../sql";

/**
 * Lets the pending deliveries of an endpoint end as failed, with the reason in words; one that is being sent at this
 * moment ends as its answer says. They can be retried.
 */
export async function giveUpPending(
  tx: Sql,
  { endpointId, reason, nowMs }: { endpointId: string; reason: string; nowMs: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_deliveries
    SET status = 'failed', next_attempt_at = NULL, leased_until = NULL, error = ${reason}
    WHERE endpoint_id = ${endpointId}::uuid AND status = 'pending'
      AND (leased_until IS NULL OR leased_until <= ${new Date(nowMs)})`;
}
