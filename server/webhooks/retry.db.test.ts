import { expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization } from "../testing/factories";
import { newReceiver, type Receiver, status } from "../testing/receiver";
import { call, ok } from "../testing/rest";
import { newTestDispatcher, newWebhook, type TestDispatcher } from "../testing/webhooks";
import { retryStepsMs } from "./schedule";

const dayMs = 86_400_000;

/** An endpoint with one delivery that is still to be sent. */
async function newSample(answer: Receiver["answer"]) {
  const { live: key, organizationId } = await newOrganization();
  const receiver = await newReceiver(answer);
  const { id } = await newWebhook(key, receiver.url);
  const sample = async () => (await ok("webhooks.sendSample", { key, id, body: {} })).id;
  const deliveryId = await sample();
  const read = async (which = deliveryId) => {
    const { data } = await ok("webhooks.listDeliveries", { key, id });
    const found = data.find((each) => each.id === which);
    if (found === undefined) throw new Error("no such delivery");
    return found;
  };
  const get = async () => await ok("webhooks.get", { key, id });
  const actions = async () => {
    const where = { organizationId, resourceId: id };
    const events = await prisma.event.findMany({ where, orderBy: { id: "asc" } });
    return events.map(({ action }) => action);
  };
  return { key, id, deliveryId, receiver, sample, read, get, actions };
}

const waitOf = ({ nowMs }: TestDispatcher, { next_retry_at }: { next_retry_at: string | null }) =>
  Date.parse(next_retry_at ?? "") - nowMs;

test("a receiver that only fails is tried ten times by the schedule, then the delivery has failed", async () => {
  const { receiver, read, id, deliveryId } = await newSample((response, count) =>
    response.writeHead(500).end(`no ${count}`),
  );
  const dispatcher = newTestDispatcher(0.5);
  await dispatcher.run();
  for (const [index, stepMs] of retryStepsMs.entries()) {
    const delivery = await read();
    expect(delivery).toMatchObject({
      status: "pending",
      attempts: index + 1,
      response_status_code: 500,
      response_body: `no ${index + 1}`,
    });
    expect(waitOf(dispatcher, delivery)).toBe(stepMs);
    await dispatcher.later(stepMs - 1);
    expect(receiver.received).toHaveLength(index + 1);
    await dispatcher.later(1);
    expect(receiver.received).toHaveLength(index + 2);
  }
  expect(await read()).toMatchObject({ status: "failed", attempts: 10, next_retry_at: null });
  await dispatcher.later(10 * dayMs);
  expect(receiver.received).toHaveLength(10);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(1);
  const stamps = receiver.received.map(({ headers }) => headers["webhook-timestamp"]);
  expect(new Set(stamps).size).toBe(10);
  const attempts = await prisma.webhookAttempt.findMany({ where: { deliveryId } });
  expect(attempts.map(({ responseBody }) => responseBody)).toEqual(
    Array.from({ length: 10 }, (_, index) => `no ${index + 1}`),
  );
  expect(id).toBe((await read()).webhook_endpoint_id);
});

test("any 2xx ends it, whatever came before; 1xx, 3xx, 4xx and 5xx do not", async () => {
  const codes = [302, 304, 400, 404, 429, 503, 204];
  const { receiver, read } = await newSample((response, count) =>
    response.writeHead(codes[count - 1] ?? 200, { location: "http://127.0.0.1:1" }).end(),
  );
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  for (let index = 1; index < codes.length; index += 1) {
    expect(await read()).toMatchObject({ status: "pending", attempts: index });
    await dispatcher.later(retryStepsMs[index - 1] ?? 0);
  }
  expect(await read()).toMatchObject({
    status: "success",
    attempts: 7,
    response_status_code: 204,
    next_retry_at: null,
  });
  expect(receiver.received).toHaveLength(7);
});

test("Retry-After of 429 and 503 is heeded between a step and twice the step", async () => {
  const asked = ["7", "3600", "400", "Thu, 01 Jan 2026 00:00:00 GMT"];
  const { read } = await newSample((response, count) =>
    response
      .writeHead(count % 2 === 0 ? 429 : 503, { "retry-after": asked[count - 1] ?? "" })
      .end(),
  );
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  for (const expected of [7_000, 600_000, 1_800_000, 7_200_000]) {
    expect(waitOf(dispatcher, await read())).toBe(expected);
    await dispatcher.later(expected);
  }
});

test("a receiver that is not there is tried again, and the timeline says why", async () => {
  const { key, id, deliveryId, read } = await newSample(status(200));
  await ok("webhooks.update", { key, id, body: { url: "http://127.0.0.1:9" } });
  await ok("webhooks.update", { key, id, body: { url: "http://nowhere.invalid" } });
  await newTestDispatcher().run();
  expect(await read()).toMatchObject({
    status: "pending",
    attempts: 1,
    response_status_code: null,
    response_body: null,
  });
  const [attempt] = await prisma.webhookAttempt.findMany({ where: { deliveryId } });
  expect(attempt?.error).toMatch(/name/);
});

test("410 turns the endpoint off at once and gives up what it was still to be sent", async () => {
  const { id, key, read, get, sample, actions, receiver } = await newSample(status(500));
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  receiver.answer = status(410);
  const gone = await sample();
  await dispatcher.run();
  expect(await get()).toMatchObject({ active: false, disabled_reason: "gone" });
  expect(await read(gone)).toMatchObject({ status: "failed", response_status_code: 410 });
  expect(await read()).toMatchObject({ status: "failed", attempts: 1, next_retry_at: null });
  expect((await actions()).filter((action) => action === "webhook.disabled")).toHaveLength(1);
  await dispatcher.later(5 * dayMs);
  expect(receiver.received).toHaveLength(2);

  receiver.answer = status(200);
  const back = await ok("webhooks.update", { key, id, body: { active: true } });
  expect(back).toMatchObject({ active: true, disabled_reason: null });
  const retried = await call("webhooks.retryDelivery", { key, id: `${id}/${gone}`, body: {} });
  expect(retried.json).toMatchObject({ status: "pending", attempts: 1 });
  await dispatcher.later(0);
  expect(await read(gone)).toMatchObject({ status: "success", attempts: 2 });
});

test("five days of nothing but failures turn the endpoint off; a success in between does not", async () => {
  const { get, sample, actions, receiver } = await newSample(status(500));
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  await dispatcher.later(3 * dayMs);
  receiver.answer = status(200);
  await sample();
  await dispatcher.later(dayMs);
  receiver.answer = status(500);
  await sample();
  await dispatcher.run();
  for (let day = 0; day < 4; day += 1) await dispatcher.later(1.2 * dayMs);
  expect(await get()).toMatchObject({ active: true, disabled_reason: null });
  await dispatcher.later(dayMs);
  await sample();
  await dispatcher.run();
  expect(await get()).toMatchObject({ active: false, disabled_reason: "failing" });
  expect((await actions()).filter((action) => action === "webhook.disabled")).toHaveLength(1);
});

test("retrying by hand sends at once, a failed delivery, a waiting or a delivered one", async () => {
  const { key, id, deliveryId, read, receiver } = await newSample(status(500));
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  const retry = async () => {
    await ok("webhooks.retryDelivery", { key, id: `${id}/${deliveryId}`, body: {} });
    await dispatcher.later(60_000);
  };
  await retry();
  expect(await read()).toMatchObject({ status: "pending", attempts: 2 });
  receiver.answer = status(200);
  await retry();
  expect(await read()).toMatchObject({ status: "success", attempts: 3 });
  await retry();
  expect(await read()).toMatchObject({ status: "success", attempts: 4 });
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a replay sends what failed since an instant, and nothing else", async () => {
  const { key, id, read, sample, deliveryId, receiver, actions } = await newSample(status(410));
  const dispatcher = newTestDispatcher();
  await dispatcher.run();
  await ok("webhooks.update", { key, id, body: { active: true } });
  const since = new Date(Date.parse((await read()).created_at) + 1).toISOString();
  const failed = await sample();
  await dispatcher.run();
  receiver.answer = status(200);
  const delivered = await sample();
  await dispatcher.later(1_000);
  expect(await read(delivered)).toMatchObject({ status: "success" });

  const replay = async (from: string) =>
    (await ok("webhooks.replay", { key, id, body: { since: from } })).replayed;
  expect(await replay(new Date(Date.now() + dayMs).toISOString())).toBe(0);
  expect(await replay(since)).toBe(1);
  await dispatcher.later(60_000);
  expect(await read(failed)).toMatchObject({ status: "success", attempts: 2 });
  expect(await read(deliveryId)).toMatchObject({ status: "failed", attempts: 1 });
  expect(await read(delivered)).toMatchObject({ attempts: 1 });
  expect(await replay("2026-01-01T00:00:00Z")).toBe(1);
  expect((await actions()).filter((action) => action === "webhook.replayed")).toHaveLength(3);
});

test("turning an endpoint off or deleting it gives up what it was still to be sent", async () => {
  const { key, id, deliveryId, read, receiver } = await newSample(status(200));
  await ok("webhooks.update", { key, id, body: { active: false } });
  expect(await read()).toMatchObject({ status: "failed", attempts: 0, next_retry_at: null });
  await ok("webhooks.retryDelivery", { key, id: `${id}/${deliveryId}`, body: {} });
  expect((await call("webhooks.delete", { key, id })).status).toBe(204);
  await newTestDispatcher().run();
  expect(receiver.received).toHaveLength(0);
  const row = await prisma.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } });
  expect(row).toMatchObject({ status: "failed", error: expect.stringContaining("deleted") });
});
