import { createHmac } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { expect, test } from "vitest";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { newReceiver, type Received } from "../testing/receiver";
import { ok } from "../testing/rest";
import { newTestDispatcher, newWebhook, react } from "../testing/webhooks";

/** What two verifiers that others wrote make of a delivery; they throw when a signature is wrong. */
const verifiedBy = (secret: string, { headers, body }: Received): unknown[] => [
  new StandardWebhook(secret).verify(body, headers),
  new SvixWebhook(secret).verify(body, headers),
];

const hmac = (secret: string, body: string) =>
  createHmac("sha256", secret).update(body).digest("hex");

const eventOf = ({ body }: Received): string => JSON.parse(body).event;

test("a booking is told of as created and confirmed, signed for two independent verifiers", async () => {
  const { live: key } = await newOrganization();
  const receiver = await newReceiver();
  const { secret, id } = await newWebhook(key, receiver.url);
  const type = await newEventType(key);
  const booking = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  await react(booking.id);
  await newTestDispatcher().run();

  expect(receiver.received.map(eventOf).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "booking.confirmed",
    "booking.created",
  ]);
  for (const delivery of receiver.received) {
    const payload = JSON.parse(delivery.body);
    expect(verifiedBy(secret, delivery)).toEqual([payload, payload]);
    expect(delivery.headers).toMatchObject({
      "webhook-id": payload.id,
      "x-astrocal-signature": hmac(secret, delivery.body),
      "content-type": "application/json; charset=utf-8",
      "user-agent": expect.stringMatching(/^Astrocal-Webhooks\/1\.0 /),
    });
    expect(payload).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event: eventOf(delivery),
      data: { ...booking, cancel_token: null },
      created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      is_test: false,
    });
  }
  const { data } = await ok("webhooks.listDeliveries", { key, id });
  expect(data).toHaveLength(2);
  for (const delivery of data) {
    expect(delivery).toMatchObject({
      webhook_endpoint_id: id,
      event_type: delivery.payload.event,
      status: "success",
      attempts: 1,
      response_status_code: 200,
      response_body: "",
      duration_ms: expect.any(Number),
      next_retry_at: null,
    });
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toContainEqual(delivery.payload);
  }
});

test("a move and a cancellation are told of with the booking as GET returns it", async () => {
  const { live: key } = await newOrganization();
  const receiver = await newReceiver();
  const type = await newEventType(key);
  const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  await newWebhook(key, receiver.url, ["booking.rescheduled", "booking.cancelled"]);
  const dispatcher = newTestDispatcher();
  for (const change of ["bookings.reschedule", "bookings.cancel"] as const) {
    const body = change === "bookings.cancel" ? {} : { new_start_time: ahead(4) };
    const booking = await ok(change, { key, id, body });
    await react(id);
    await dispatcher.run();
    const last = JSON.parse(receiver.received.at(-1)?.body ?? "");
    expect(last).toMatchObject({
      event: change === "bookings.cancel" ? "booking.cancelled" : "booking.rescheduled",
      data: { ...booking, cancel_token: null },
    });
  }
  expect(receiver.received).toHaveLength(2);
});

test("reacting to an event twice, or several workers at once, sends it once", async () => {
  const { live: key } = await newOrganization();
  const receiver = await newReceiver();
  await newWebhook(key, receiver.url);
  const type = await newEventType(key);
  const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  await Promise.all([react(id), react(id), react(id)]);
  await Promise.all([1, 2, 3, 4].map(() => newTestDispatcher().run()));
  await react(id);
  await newTestDispatcher().run();
  expect(receiver.received).toHaveLength(2);
});

test("an endpoint is told of its own organization and mode alone, and of what it wants", async () => {
  const [mine, other] = [await newOrganization(), await newOrganization()];
  const receivers = await Promise.all([1, 2, 3, 4, 5].map(() => newReceiver()));
  const [wanted, testSide, foreign, unwanting, inactive] = receivers.map(({ url }) => url);
  await newWebhook(mine.live, wanted ?? "", ["booking.confirmed"]);
  await newWebhook(mine.test, testSide ?? "");
  await newWebhook(other.live, foreign ?? "");
  await newWebhook(mine.live, unwanting ?? "", ["booking.cancelled", "waitlist.promoted"]);
  const off = await newWebhook(mine.live, inactive ?? "");
  await ok("webhooks.update", { key: mine.live, id: off.id, body: { active: false } });
  for (const key of [mine.live, mine.test]) {
    const type = await newEventType(key);
    const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
    await react(id);
  }
  await newTestDispatcher().run();
  const told = receivers.map(({ received }) => received.map(eventOf).length);
  expect(told).toEqual([1, 2, 0, 0, 0]);
  const tests = receivers[1]?.received.map(({ body }) => JSON.parse(body).is_test);
  expect(tests).toEqual([true, true]);
});

test("while a secret is rotated both sign, and after a day the new one alone", async () => {
  const { live: key } = await newOrganization();
  const receiver = await newReceiver();
  const { id, secret: oldest } = await newWebhook(key, receiver.url);
  const { secret: older } = await ok("webhooks.rotateSecret", { key, id, body: {} });
  const { secret: newest } = await ok("webhooks.rotateSecret", { key, id, body: {} });
  expect(new Set([oldest, older, newest]).size).toBe(3);
  const dispatcher = newTestDispatcher();
  await ok("webhooks.sendSample", { key, id, body: {} });
  await dispatcher.run();
  const [during] = receiver.received;
  if (during === undefined) throw new Error("nothing came");
  for (const secret of [newest, older]) {
    expect(verifiedBy(secret, during)).toHaveLength(2);
  }
  expect(() => verifiedBy(oldest, during)).toThrow("No matching signature found");
  expect(during.headers["x-astrocal-signature"]).toBe(hmac(newest, during.body));

  const until = (await ok("webhooks.get", { key, id })).previous_secret_expires_at;
  expect(Date.parse(until ?? "") - Date.now()).toBeGreaterThan(24 * 3_600_000 - 60_000);
  // A day on, the timestamps are of the future for the verifiers, so the signatures are only counted.
  await ok("webhooks.sendSample", { key, id, body: {} });
  await dispatcher.later(24 * 3_600_000 + 1_000);
  const after = receiver.received[1]?.headers["webhook-signature"] ?? "";
  expect(during.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  expect(after.split(" ")).toHaveLength(1);
});

test("a sample is signed and kept like any delivery, with an id of its own and nobody's data", async () => {
  const { live: key, organizationId } = await newOrganization();
  const receiver = await newReceiver();
  const { id, secret } = await newWebhook(key, receiver.url, ["waitlist.expired"]);
  const sent = await ok("webhooks.sendSample", { key, id, body: {} });
  const again = await ok("webhooks.sendSample", { key, id, body: { event: "booking.cancelled" } });
  expect(sent).toMatchObject({ status: "pending", attempts: 0, event_type: "waitlist.expired" });
  await newTestDispatcher().run();
  expect(receiver.received).toHaveLength(2);
  for (const delivery of receiver.received) expect(verifiedBy(secret, delivery)).toHaveLength(2);
  const idOf = (event: string) =>
    receiver.received.find((each) => eventOf(each) === event)?.headers["webhook-id"];
  expect(idOf("waitlist.expired")).toBe(sent.payload.id);
  expect(idOf("booking.cancelled")).toBe(again.payload.id);
  const type = await newEventType(key);
  const real = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  const sample = again.payload;
  expect(Object.keys(sample.data)).toEqual(Object.keys(real));
  expect(sample).toMatchObject({ is_test: true, data: { organization_id: organizationId } });
});

test("what is kept of an answer is its first 4 KiB, in whole characters that Postgres can hold", async () => {
  const { live: key } = await newOrganization();
  const receiver = await newReceiver((response) => response.end(`a${"é".repeat(3_000)}`));
  const { id } = await newWebhook(key, receiver.url);
  const bodyOf = async () => {
    await ok("webhooks.sendSample", { key, id, body: {} });
    await newTestDispatcher().run();
    return (await ok("webhooks.listDeliveries", { key, id })).data[0]?.response_body;
  };
  expect(await bodyOf()).toBe(`a${"é".repeat(2_047)}`);
  receiver.answer = (response) => response.end(Buffer.from([0x61, 0, 0xff, 0x62]));
  expect(await bodyOf()).toBe("a\ufffd\ufffdb");
});
