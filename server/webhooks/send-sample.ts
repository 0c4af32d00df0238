import { z } from "zod";
import { transaction } from "../db";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { payloadText } from "./payload";
import { readEndpoint } from "./read";
import { deliveryResource } from "./resource";
import { sampleData } from "./sample";
import { type SendSample, type WebhookDelivery, WebhookEvent } from "./schema";
import { shownUrl } from "./target";

/**
 * Sends a sample to an endpoint, whether it is active or not: signed, delivered and retried like any other, with an id of
 * its own, `is_test: true`, and data that are nobody's.
 * @returns the delivery, still to be sent
 * @throws not_found
 */
export async function sendSample(
  scope: Scope,
  input: z.output<typeof SendSample>,
): Promise<WebhookDelivery> {
  const { organizationId, nowMs } = scope;
  const now = new Date(nowMs);
  const id = newId();
  return await transaction(async (tx) => {
    const endpoint = await readEndpoint(scope, input.id, tx);
    const [first] = z.array(WebhookEvent).min(1).parse(endpoint.events);
    const event = input.event ?? first ?? "booking.created";
    const data = sampleData(event, { organizationId, nowMs });
    const row = await tx.webhookDelivery.create({
      data: {
        id: newId(),
        endpointId: endpoint.id,
        eventId: id,
        eventType: event,
        body: payloadText({ id, event, data, createdAt: now, isTest: true }),
        nextAttemptAt: now,
        createdAt: now,
      },
    });
    await recordEvent(tx, scope, {
      action: "webhook.tested",
      resourceType: "webhook",
      resourceId: endpoint.id,
      summary: `Sent a sample of ${event} to ${shownUrl(endpoint.url)}`,
    });
    return deliveryResource(row);
  });
}
