import type { z } from "zod";
import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { readDelivery } from "./read-deliveries";
import { deliveryResource } from "./resource";
import type { DeliveryId, WebhookDelivery } from "./schema";

/**
 * Sends a delivery again, now: a failed one, one that waits for its next attempt, or one that succeeded. If it fails, the
 * schedule goes on from its count of attempts. One that is being sent at this moment is left to it.
 * @throws not_found
 */
export async function retryDelivery(
  scope: Scope,
  input: z.output<typeof DeliveryId>,
): Promise<WebhookDelivery> {
  const now = new Date(scope.nowMs);
  return await transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT id FROM webhook_deliveries WHERE id = ${input.delivery_id}::uuid FOR UPDATE`;
    const before = await readDelivery(scope, input, tx);
    const isBeingSent = before.leasedUntil !== null && before.leasedUntil > now;
    const row = isBeingSent
      ? before
      : await tx.webhookDelivery.update({
          where: { id: before.id },
          data: { status: "pending", nextAttemptAt: now, leasedUntil: null, error: null },
        });
    await recordEvent(tx, scope, {
      action: "webhook.delivery_retried",
      resourceType: "webhook",
      resourceId: row.endpointId,
      summary: `Retried a delivery of ${row.eventType}`,
    });
    return deliveryResource(row);
  });
}
