import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { prisma } from "../db";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { newReceiver, type Receiver } from "../testing/receiver";
import { ok } from "../testing/rest";
import { newWebhook } from "../testing/webhooks";
import { perEndpoint } from "../webhooks/claim";
import { startDeliveries } from "./deliveries";
import { startWorker } from "./run";

const p99 = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;

/** How long after a moment each delivery came, by its `webhook-id`. */
const latencies = ({ received }: Receiver, sentMs: Map<string, number>): number[] =>
  received.flatMap(({ headers, atMs }) => {
    const since = sentMs.get(headers["webhook-id"] ?? "");
    return since === undefined ? [] : [atMs - since];
  });

async function until(isDone: () => boolean, deadlineMs: number): Promise<void> {
  const endMs = Date.now() + deadlineMs;
  while (!isDone() && Date.now() < endMs) await wait(10);
}

test("at 50 events a second the first attempt comes soon after the commit", async () => {
  const { live: key, scope } = await newOrganization();
  const receiver = await newReceiver();
  const type = await newEventType(key);
  const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
  await newWebhook(key, receiver.url, ["booking.rescheduled"]);
  const worker = await startWorker();
  onTestFinished(worker.stop);

  const [count, perSecond] = [250, 50];
  const committedMs: number[] = [];
  const startedMs = Date.now();
  for (let index = 0; index < count; index += 1) {
    await wait(startedMs + (index * 1_000) / perSecond - Date.now());
    await recordEvent(prisma, scope, {
      action: "booking.rescheduled",
      resourceType: "booking",
      resourceId: id,
      summary: String(index),
    });
    committedMs.push(Date.now());
  }
  await until(() => receiver.received.length >= count, 20_000);
  const events = await prisma.event.findMany({
    where: { resourceId: id, action: "booking.rescheduled" },
  });
  const sentMs = new Map(
    events.map((event) => [event.id, committedMs[Number(event.summary)] ?? 0] as const),
  );
  const tookMs = latencies(receiver, sentMs);
  console.info(
    `${count} events at ${perSecond}/s: first attempt p50 ${tookMs.toSorted((a, b) => a - b)[count / 2]} ms, ` +
      `p99 ${p99(tookMs)} ms after the commit`,
  );
  expect(tookMs).toHaveLength(count);
  expect(p99(tookMs)).toBeLessThan(3_000);
});

const goodCount = 100;

test("one endpoint that hangs delays a hundred good ones by nothing", async () => {
  const [{ live: key }, other] = [await newOrganization(), await newOrganization()];
  const good = await newReceiver();
  const hanging = await newReceiver(() => {});
  const endpoints: string[] = [];
  while (endpoints.length < goodCount) endpoints.push((await newWebhook(key, good.url)).id);
  const { id: hung } = await newWebhook(other.live, hanging.url);
  const deliveries = startDeliveries();
  onTestFinished(async () => {
    await prisma.webhookEndpoint.update({ where: { id: hung }, data: { active: false } });
    await deliveries.stop();
  });

  /** Deliveries to good endpoints over some seconds, ten every tenth of a second. */
  const measure = async (): Promise<number[]> => {
    const sentMs = new Map<string, number>();
    for (let tick = 0; tick < 40; tick += 1) {
      await enqueue(
        times(10, (index) => endpoints[(tick * 10 + index) % goodCount] ?? ""),
        sentMs,
      );
      await wait(100);
    }
    await until(() => latencies(good, sentMs).length === sentMs.size, 10_000);
    expect(latencies(good, sentMs)).toHaveLength(sentMs.size);
    return latencies(good, sentMs);
  };
  await measure();
  const without = await measure();
  await enqueue(
    times(200, () => hung),
    new Map(),
  );
  const beside = await measure();
  console.info(
    `${goodCount} good endpoints, p99: ${p99(without)} ms, beside one that hangs ${p99(beside)} ms ` +
      `(× ${(p99(beside) / p99(without)).toFixed(2)})`,
  );
  expect(hanging.received.length).toBeGreaterThan(0);
  expect(hanging.received.length).toBeLessThanOrEqual(2 * perEndpoint);
  expect(p99(beside)).toBeLessThan(Math.max(5 * p99(without), 2_000));
});

async function enqueue(endpointIds: string[], sentMs: Map<string, number>): Promise<void> {
  const data = endpointIds.map((endpointId) => ({
    id: newId(),
    endpointId,
    eventId: newId(),
    eventType: "booking.created",
    body: "{}",
    nextAttemptAt: new Date(),
  }));
  await prisma.webhookDelivery.createMany({ data });
  for (const { eventId } of data) sentMs.set(eventId, Date.now());
}
