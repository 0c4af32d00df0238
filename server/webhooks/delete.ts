import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { giveUpPending } from "./give-up";
import { lockEndpoint } from "./read";
import { shownUrl } from "./target";

/**
 * Hides an endpoint for good; nothing is sent to it any more.
 * @throws not_found
 */
export async function deleteWebhook(scope: Scope, id: string): Promise<void> {
  const { nowMs } = scope;
  await transaction(async (tx) => {
    const { url } = await lockEndpoint(scope, id, tx);
    await tx.webhookEndpoint.update({
      where: { id },
      data: { active: false, deletedAt: new Date(nowMs) },
    });
    const reason = "The webhook was deleted before this was sent";
    await giveUpPending(tx, { endpointId: id, reason, nowMs });
    await recordEvent(tx, scope, {
      action: "webhook.deleted",
      resourceType: "webhook",
      resourceId: id,
      summary: `Deleted the webhook to ${shownUrl(url)}`,
    });
  });
}
