import type { z } from "zod";
import { transaction } from "../db";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { giveUpPending } from "./give-up";
import { lockEndpoint } from "./read";
import { webhookResource } from "./resource";
import type { UpdateWebhook, Webhook } from "./schema";
import { requireTarget, shownUrl } from "./target";

/**
 * Changes the fields given. What is still to be sent goes to the new address; turning the endpoint off gives up what is
 * still to be sent. Turning it on, or giving it another address, forgets past failures.
 * @throws not_found; validation_error for an address that webhooks may not go to
 */
export async function updateWebhook(
  scope: Scope,
  { id, ...given }: z.output<typeof UpdateWebhook>,
): Promise<Webhook> {
  if (given.url !== undefined) {
    await requireTarget(given.url);
  }
  const { nowMs } = scope;
  return await transaction(async (tx) => {
    const before = await lockEndpoint(scope, id, tx);
    const isNewStart = given.active === true || (given.url ?? before.url) !== before.url;
    const row = await tx.webhookEndpoint.update({
      where: { id },
      data: {
        ...(given.url === undefined ? {} : { url: given.url }),
        ...(given.events === undefined ? {} : { events: given.events }),
        ...(given.description === undefined ? {} : { description: given.description }),
        ...(given.active === undefined ? {} : { active: given.active, disabledReason: null }),
        ...(isNewStart ? { failingSince: null } : {}),
        updatedAt: new Date(nowMs),
      },
    });
    if (before.active && !row.active) {
      const reason = "The webhook was turned off before this was sent";
      await giveUpPending(tx, { endpointId: id, reason, nowMs });
    }
    const { updated_at: _, ...changes } = changedFields(
      { ...webhookResource(before, nowMs), url: shownUrl(before.url) },
      { ...webhookResource(row, nowMs), url: shownUrl(row.url) },
    );
    await recordEvent(tx, scope, {
      action: "webhook.updated",
      resourceType: "webhook",
      resourceId: id,
      summary: `Updated the webhook to ${shownUrl(row.url)}`,
      changes,
    });
    return webhookResource(row, nowMs);
  });
}
