import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { ok } from "../testing/rest";
import { times } from "../testing/race";
import { drainOutbox } from "./outbox";
import { reactions } from "./reactions";

type Job = { task: string; event: string };

const jobs = async (): Promise<Job[]> =>
  await prisma.$queryRaw<Job[]>`
    SELECT t.identifier AS task, j.payload->>'eventId' AS event
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    ORDER BY event, task`;

async function drainAll(): Promise<void> {
  while ((await drainOutbox()) > 0);
}

beforeEach(drainAll);

async function bookings(count: number): Promise<string[]> {
  const { live } = await newOrganization();
  const { id } = await newEventType(live);
  return await Promise.all(
    times(count, async (index) => {
      const body = bookingOf(id, ahead(index + 2));
      return (await ok("bookings.create", { body })).id;
    }),
  );
}

test("every event goes through the outbox, and becomes the jobs that its reactions are", async () => {
  const ids = await bookings(3);
  const events = await prisma.event.findMany({ where: { resourceId: { in: ids } } });
  expect(events).toHaveLength(3);
  expect(
    await prisma.outbox.count({ where: { eventId: { in: events.map(({ id }) => id) } } }),
  ).toBe(3);
  await drainAll();
  expect(await prisma.outbox.count()).toBe(0);
  const made = (await jobs()).filter((job) => events.some(({ id }) => id === job.event));
  expect(made.map(({ task }) => task)).toEqual(
    times(3, () => reactions["booking.created"].toSorted()).flat(),
  );
});

test("several workers take each event once", async () => {
  const ids = await bookings(60);
  await Promise.all(times(5, drainAll));
  const events = await prisma.event.findMany({ where: { resourceId: { in: ids } } });
  const made = (await jobs()).filter(({ event }) => events.some(({ id }) => id === event));
  const expected = 60 * reactions["booking.created"].length;
  expect(made).toHaveLength(expected);
  expect(new Set(made.map(({ task, event }) => `${task} ${event}`)).size).toBe(expected);
});

test("an event whose transaction is rolled back leaves nothing in the outbox", async () => {
  const before = await prisma.outbox.count();
  const { live, organizationId } = await newOrganization();
  const made = await newEventType(live, { slug: "taken" });
  await drainAll();
  await expect(newEventType(live, { slug: "taken" })).rejects.toThrow("409");
  expect(await prisma.outbox.count()).toBe(before);
  expect(made.organization_id).toBe(organizationId);
});
