import { afterEach, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { newOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { newWebhook } from "../testing/webhooks";
import { type Claim, claimDue, leaseMs, perEndpoint } from "./claim";
import type { Outcome } from "./send";
import { settleDelivery } from "./settle";

const nowMs = Date.now() + 60_000;

// Claims go over all organizations: each test begins with nothing that is due.
afterEach(async () => {
  await prisma.$executeRaw`TRUNCATE webhook_deliveries CASCADE`;
});

/** An endpoint with so many deliveries due, the first the longest. */
async function endpointWith(key: string, due: number, url = "http://127.0.0.1:9"): Promise<string> {
  const { id: endpointId } = await newWebhook(key, url);
  await prisma.webhookDelivery.createMany({
    data: times(due, (index) => ({
      id: newId(),
      endpointId,
      eventId: newId(),
      eventType: "booking.created",
      body: "{}",
      nextAttemptAt: new Date(nowMs - due + index),
    })),
  });
  return endpointId;
}

const countOf = (claims: Claim[], endpointId: string) =>
  claims.filter((claim) => claim.endpointId === endpointId).length;

const answered = (code: number | null): Outcome => ({
  startedMs: nowMs,
  durationMs: 1,
  status: code,
  body: null,
  error: code === null ? "Nothing came" : null,
  retryAfterMs: null,
});

test("an endpoint has only so many deliveries at once, however many workers ask", async () => {
  const { live } = await newOrganization();
  await endpointWith(live, 50);
  const claims = (await Promise.all(times(10, () => claimDue(nowMs, 100)))).flat();
  expect(claims).toHaveLength(perEndpoint);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(perEndpoint);
  const [first] = claims;
  if (first === undefined) throw new Error("nothing claimed");
  expect(await claimDue(nowMs, 100)).toEqual([]);
  await settleDelivery(first, answered(200), { nowMs, random: 0 });
  expect(await claimDue(nowMs, 100)).toHaveLength(1);
});

test("an endpoint that fails has one delivery at a time until it succeeds", async () => {
  const { live } = await newOrganization();
  const id = await endpointWith(live, 20);
  await prisma.webhookEndpoint.update({ where: { id }, data: { failingSince: new Date(nowMs) } });
  const [only, ...more] = await claimDue(nowMs, 100);
  if (only === undefined) throw new Error("nothing claimed");
  expect(more).toEqual([]);
  await settleDelivery(only, answered(204), { nowMs, random: 0 });
  expect(await claimDue(nowMs, 100)).toHaveLength(perEndpoint);
});

test("each endpoint's first comes before any endpoint's second, whatever the backlogs", async () => {
  const { live } = await newOrganization();
  const [large, small, single] = [
    await endpointWith(live, 500),
    await endpointWith(live, 2),
    await endpointWith(live, 1),
  ];
  const first = await claimDue(nowMs, 3);
  expect([large, small, single].map((id) => countOf(first, id))).toEqual([1, 1, 1]);
  const next = await claimDue(nowMs, 3);
  expect([large, small, single].map((id) => countOf(next, id))).toEqual([2, 1, 0]);
});

test("the longest waiting of an endpoint goes first", async () => {
  const { live } = await newOrganization();
  await endpointWith(live, 30);
  const order = await prisma.webhookDelivery.findMany({ orderBy: { nextAttemptAt: "asc" } });
  const claims = await claimDue(nowMs, 5);
  expect(new Set(claims.map(({ id }) => id))).toEqual(
    new Set(order.slice(0, 5).map(({ id }) => id)),
  );
});

test("what a killed worker had is another's when the lease has run out, and not before", async () => {
  const { live } = await newOrganization();
  await endpointWith(live, 1);
  const [lost] = await claimDue(nowMs, 10);
  expect(await claimDue(nowMs + leaseMs - 1, 10)).toEqual([]);
  const [taken] = await claimDue(nowMs + leaseMs, 10);
  expect(taken?.id).toBe(lost?.id);
});

test("who has lost its lease notes its attempt, and leaves the delivery to whoever has it", async () => {
  const { live } = await newOrganization();
  await endpointWith(live, 1);
  const [slow] = await claimDue(nowMs, 10);
  const [quick] = await claimDue(nowMs + leaseMs, 10);
  if (slow === undefined || quick === undefined) throw new Error("not claimed");
  const later = { nowMs: nowMs + leaseMs, random: 0 };
  await settleDelivery(slow, answered(null), later);
  const during = await prisma.webhookDelivery.findUniqueOrThrow({ where: { id: slow.id } });
  expect(during).toMatchObject({ status: "pending", attempts: 0, leasedUntil: quick.leasedUntil });
  await settleDelivery(quick, answered(200), later);
  const after = await prisma.webhookDelivery.findUniqueOrThrow({ where: { id: slow.id } });
  expect(after).toMatchObject({ status: "success", attempts: 1, leasedUntil: null });
  expect(await prisma.webhookAttempt.count({ where: { deliveryId: slow.id } })).toBe(2);
});

test("a worker takes no more than it has room for", async () => {
  const { live } = await newOrganization();
  await Promise.all(times(5, () => endpointWith(live, 3)));
  expect(await claimDue(nowMs, 4)).toHaveLength(4);
  expect(await claimDue(nowMs, 0)).toEqual([]);
  expect(await claimDue(nowMs, -1)).toEqual([]);
});

test("endpoints that fail have no more than their share, however many they are", async () => {
  const { live } = await newOrganization();
  const failing = await Promise.all(times(6, () => endpointWith(live, 2)));
  const data = { failingSince: new Date(nowMs) };
  await prisma.webhookEndpoint.updateMany({ where: { id: { in: failing } }, data });
  const good = await endpointWith(live, 2);
  const claims = await claimDue(nowMs, 10, 2);
  expect(countOf(claims, good)).toBe(2);
  expect(claims).toHaveLength(4);
  expect(await claimDue(nowMs, 10, 0)).toEqual([]);
  expect(await claimDue(nowMs, 10)).toHaveLength(4);
});

test("a backlog of 50,000 costs the next claim nothing", async () => {
  const { live } = await newOrganization();
  const dead = await endpointWith(live, 0);
  for (let thousands = 0; thousands < 50; thousands += 1) {
    await prisma.$executeRaw`
      INSERT INTO webhook_deliveries (id, endpoint_id, event_id, event_type, body, next_attempt_at)
      SELECT gen_random_uuid(), ${dead}::uuid, gen_random_uuid(), 'booking.created', '{}',
             ${new Date(nowMs - 1_000)} FROM generate_series(1, 1000)`;
  }
  await prisma.$executeRaw`ANALYZE webhook_deliveries`;
  const alive = await endpointWith(live, 1);
  await claimDue(nowMs - 2_000, 100);
  const startedMs = performance.now();
  const claims = await claimDue(nowMs, 100);
  const tookMs = performance.now() - startedMs;
  console.info(`a claim beside a backlog of 50,000: ${tookMs.toFixed(1)} ms`);
  expect([dead, alive].map((id) => countOf(claims, id))).toEqual([perEndpoint, 1]);
  expect(tookMs).toBeLessThan(1_000);
});
