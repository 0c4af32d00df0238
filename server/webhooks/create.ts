import type { z } from "zod";
import { transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { webhookResource } from "./resource";
import type { CreateWebhook, WebhookWithSecret } from "./schema";
import { sealSecret } from "./secret";
import { newSecret } from "./sign";
import { requireTarget, shownUrl } from "./target";

/** Of an organization's mode. Each booking makes up to two deliveries to each. */
const maxEndpoints = 100;

/**
 * Makes an endpoint and returns its signing secret, the only time it is ever shown.
 * @throws validation_error for an address that webhooks may not go to; bad_request when there are too many
 */
export async function createWebhook(
  scope: Scope,
  input: z.output<typeof CreateWebhook>,
): Promise<z.infer<typeof WebhookWithSecret>> {
  await requireTarget(input.url);
  const { organizationId, isTest, nowMs } = scope;
  const id = newId();
  const secret = newSecret();
  return await transaction(async (tx) => {
    // Those who race for the last place wait for each other.
    await tx.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`webhooks of ${organizationId}`}, 0))::text`;
    const where = { organizationId, isTest, deletedAt: null };
    if ((await tx.webhookEndpoint.count({ where })) >= maxEndpoints) {
      throw new AppError(
        "bad_request",
        `There are ${maxEndpoints} webhooks, the most there may be.`,
      );
    }
    const row = await tx.webhookEndpoint.create({
      data: {
        id,
        organizationId,
        isTest,
        url: input.url,
        description: input.description ?? null,
        events: input.events,
        active: input.active ?? true,
        secret: sealSecret(id, "secret", secret),
        createdAt: new Date(nowMs),
      },
    });
    await recordEvent(tx, scope, {
      action: "webhook.created",
      resourceType: "webhook",
      resourceId: id,
      summary: `Added a webhook to ${shownUrl(row.url)}`,
    });
    return { ...webhookResource(row, nowMs), secret };
  });
}
