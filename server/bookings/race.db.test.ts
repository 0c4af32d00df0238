import { expect, test } from "vitest";
import { prisma } from "../db";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  partyOf,
} from "../testing/factories";
import { call, ok, type RawAnswer } from "../testing/rest";

const statuses = (answers: RawAnswer[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of answers) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};

/** Sends all at once and says how long the slower ones took. */
async function together(name: string, calls: (() => Promise<RawAnswer>)[]): Promise<RawAnswer[]> {
  const times: number[] = [];
  const answers = await Promise.all(
    calls.map(async (run) => {
      const startedMs = performance.now();
      const answer = await run();
      times.push(performance.now() - startedMs);
      return answer;
    }),
  );
  const sorted = times.toSorted((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  process.stdout.write(`${name}: p99 ${p99.toFixed(0)} ms of ${calls.length}\n`);
  return answers;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const create = (body: Record<string, unknown>) => () => call("bookings.create", { body });

async function deadlocks(): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()`;
  return row?.count ?? 0;
}

/** Pairs of live allocations of one host and mode that meet, buffers included: always none. */
async function overlaps(organizationId: string): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM allocations a JOIN allocations b
      ON a.id < b.id AND a.host_id = b.host_id AND a.is_test = b.is_test AND a.busy && b.busy
    WHERE a.live AND b.live AND a.organization_id = ${organizationId}::uuid`;
  return row?.count ?? 0;
}

test("of 100 creates of one slot at once, one gets it and ninety-nine are told it is taken", async () => {
  const { live } = await newOrganization();
  const type = await newEventType(live);
  const before = await deadlocks();
  const answers = await together(
    "one slot",
    times(100, () => create(bookingOf(type.id, ahead(3)))),
  );
  expect(statuses(answers)).toEqual({ 201: 1, 409: 99 });
  expect(await deadlocks()).toBe(before);
});

test("creates of mixed durations and buffers over one host never overlap, and every refusal has its rival", async () => {
  const { live, organizationId } = await newOrganization();
  const options = { duration_options: [15, 30, 60, 90], slot_interval_minutes: 5 };
  const type = await newEventType(live, {
    ...options,
    buffer_before_minutes: 5,
    buffer_after_minutes: 10,
  });
  const answers = await together(
    "mixed durations",
    times(80, (index) => {
      const minutes = String((index * 5) % 60).padStart(2, "0");
      const start = ahead(3, `${10 + (index % 4)}:${minutes}`);
      return create(bookingOf(type.id, start, { duration: [15, 30, 60, 90][index % 4] }));
    }),
  );
  const counts = statuses(answers);
  expect(Object.keys(counts).toSorted()).toEqual(["201", "409"]);
  expect(await overlaps(organizationId)).toBe(0);
});

test("50 parties of one to three never take more than the five seats of a session", async () => {
  const { live } = await newOrganization();
  const type = await newEventType(live, { max_attendees: 5 });
  const answers = await together(
    "seats",
    times(50, (index) => create(partyOf(type.id, ahead(3), 1 + (index % 3)))),
  );
  expect(Object.keys(statuses(answers)).toSorted()).toEqual(["201", "409"]);
  const { data } = await ok("bookings.list", { key: live, query: { limit: 100 } });
  const seats = data.reduce((sum, booking) => sum + booking.attendee_count, 0);
  expect(seats).toBeLessThanOrEqual(5);
  // Somebody alone asked among the first five parties, so no seat that could be filled stays empty.
  expect(seats).toBe(5);
  const [session] = await prisma.allocation.findMany({
    where: { eventTypeId: type.id, live: true },
  });
  expect(session?.seatsTaken).toBe(5);
});

test("of 20 creates at once on one day with a daily cap of 3, three succeed", async () => {
  const { live } = await newOrganization();
  const type = await newEventType(live, { booking_cap: 3, booking_cap_period: "daily" });
  const answers = await together(
    "cap",
    times(20, (index) => {
      const start = `${String(index).padStart(2, "0")}:00`;
      return create(bookingOf(type.id, ahead(3, start)));
    }),
  );
  expect(statuses(answers)).toEqual({ 201: 3, 409: 17 });
});

test("50 creates of one slot over three hosts succeed exactly three times, once a host", async () => {
  const organization = await newOrganization();
  const type = await newEventType(organization.live);
  const hosts = [
    organization.memberId,
    await newMember(organization, "Second Host"),
    await newMember(organization, "Third Host"),
  ];
  await addHosts(type.id, hosts);
  const before = await deadlocks();
  const answers = await together(
    "three hosts",
    times(50, () => create(bookingOf(type.id, ahead(3)))),
  );
  expect(statuses(answers)).toEqual({ 201: 3, 409: 47 });
  const { data } = await ok("bookings.list", { key: organization.live });
  expect(new Set(data.map((booking) => booking.assigned_host?.member_id))).toEqual(new Set(hosts));
  expect(await deadlocks()).toBe(before);
});

test("event types that share hosts in different orders make no deadlock", async () => {
  const organization = await newOrganization();
  const other = await newMember(organization, "Second Host");
  const [a, b] = [await newEventType(organization.live), await newEventType(organization.live)];
  await addHosts(a.id, [organization.memberId, other]);
  await addHosts(b.id, [other, organization.memberId]);
  const before = await deadlocks();
  const answers = await together(
    "shared hosts",
    times(60, (index) => create(bookingOf(index % 2 === 0 ? a.id : b.id, ahead(3)))),
  );
  expect(statuses(answers)).toEqual({ 201: 2, 409: 58 });
  expect(await deadlocks()).toBe(before);
});

test("bookings that all move to one free slot at once leave it to one, and keep their own times else", async () => {
  const { live, organizationId } = await newOrganization();
  const type = await newEventType(live);
  const bookings = [];
  for (const index of times(12, (each) => each)) {
    const start = ahead(3, `${String(index).padStart(2, "0")}:00`);
    bookings.push(await ok("bookings.create", { key: live, body: bookingOf(type.id, start) }));
  }
  const target = ahead(4);
  const answers = await together(
    "moves",
    bookings.map(
      ({ id }) =>
        () =>
          call("bookings.reschedule", { key: live, id, body: { new_start_time: target } }),
    ),
  );
  expect(statuses(answers)).toEqual({ 200: 1, 409: 11 });
  const { data } = await ok("bookings.list", { key: live, query: { limit: 100 } });
  expect(data.filter((booking) => booking.start_time === target)).toHaveLength(1);
  expect(await overlaps(organizationId)).toBe(0);
});

test("creates, moves and cancels of one slot at once leave no overlap and no lost place", async () => {
  const { live, organizationId } = await newOrganization();
  const type = await newEventType(live);
  const body = bookingOf(type.id, ahead(3));
  const held = await ok("bookings.create", { key: live, body });
  const mover = await ok("bookings.create", { key: live, body: bookingOf(type.id, ahead(5)) });
  const answers = await together("mixed", [
    () => call("bookings.cancel", { key: live, id: held.id, body: {} }),
    () =>
      call("bookings.reschedule", { key: live, id: mover.id, body: { new_start_time: ahead(3) } }),
    ...times(30, () => create(body)),
  ]);
  expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
  expect(await overlaps(organizationId)).toBe(0);
  const { data } = await ok("bookings.list", { key: live, query: { status: "confirmed" } });
  const inSlot = data.filter((booking) => booking.start_time === ahead(3));
  expect(inSlot.length).toBeLessThanOrEqual(1);
  // Whoever came last asked when the place was either taken or free: then it must have got it.
  const last = await call("bookings.create", { body });
  expect(last.status).toBe(inSlot.length === 1 ? 409 : 201);
});

test("the live and the test side, and another organization, do not take each other's slots", async () => {
  const first = await newOrganization();
  const second = await newOrganization();
  const types = [
    await newEventType(first.live),
    await newEventType(first.test),
    await newEventType(second.live),
  ];
  const answers = await together(
    "modes and organizations",
    types.flatMap((type) => times(10, () => create(bookingOf(type.id, ahead(3))))),
  );
  expect(statuses(answers)).toEqual({ 201: 3, 409: 27 });
});
