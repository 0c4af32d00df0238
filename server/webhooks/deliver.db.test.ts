import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { newReceiver, type Received } from "../testing/receiver";
import { ok } from "../testing/rest";
import { newTestDispatcher, newWebhook, react } from "../testing/webhooks";

/** What two verifiers that others wrote make of a delivery; they throw when a signature is wrong. */
function verifiedBy(secret: string, { headers, body }: Received): unknown[] {
  // The verifiers refuse timestamps more than five minutes off, as they should.
  return [
    new StandardWebhook(secret).verify(body, headers),
    new SvixWebhook(secret).verify(body, headers),
  ];
}

const hmac = (secret: string, body: string) =>
  createHmac("sha256", secret).update(body).digest("hex");

test("a booking is told of as created and confirmed, signed for two independent verifiers", async () => {
  const { live: key, organizationId } = await newOrganization();
  const receiver = await newReceiver();
  const { secret, id } = await newWebhook(key, receiver.url);
  const type = await newEventType(key);
  const booking = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  const dispatcher = newTestDispatcher();
  await react(booking.id);
  await dispatcher.run();

  expect(receiver.received).toHaveLength(2);
  for (const delivery of receiver.received) {
    const payload = JSON.parse(delivery.body);
    expect(verifiedBy(secret, delivery)).toEqual([payload, payload]);
    expect(delivery.headers).toMatchObject({
      "webhook-id": payload.id,
      "x-astrocal-signature": hmac(secret, delivery.body),
      "content-type": "application/json; charset=utf-8",
    });
    expect(payload).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event: expect.stringMatching(/^booking\.(created|confirmed)$/),
      data: { ...booking, cancel_token: null },
      created_at: expect.stringMatching(/Z$/),
      is_test: false,
    });
    expect(payload.data.organization_id).toBe(organizationId);
  }
  const events = receiver.received.map(({ body }) => JSON.parse(body).event);
  expect(new Set(events)).toEqual(new Set(["booking.confirmed", "booking.created"]));
  const { data } = await ok("webhooks.listDeliveries", { key, id });
  expect(data).toMatchObject([
    { status: "success", attempts: 1, response_status_code: 200, next_retry_at: null },
    { status: "success", attempts: 1, response_status_code: 200, next_retry_at: null },
  ]);
});
