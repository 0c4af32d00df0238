import { describe, expect, test } from "vitest";
import { brokenLaws } from "../testing/booking-laws";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  partyOf,
} from "../testing/factories";
import { ok } from "../testing/rest";
import {
  ask,
  book,
  expectNoDeadlocks,
  race,
  raceSeveralServers,
  tally,
  times,
} from "../testing/race";

raceSeveralServers();
expectNoDeadlocks();

const minuteMs = 60_000;

test("of 100 who book one slot at once, exactly one gets it and 99 are told it is taken", async () => {
  const { live, organizationId } = await newOrganization();
  const type = await newEventType(live);
  const body = bookingOf(type.id, ahead(3));
  const answers = await race(
    "one slot",
    times(100, (index) => book(body, index % 2 ? live : undefined)),
  );
  expect(tally(answers)).toEqual({ 201: 1, 409: 99 });
  for (const { error } of answers.filter(({ status }) => status === 409)) {
    expect(error).toMatchObject({ code: "conflict", details: { start_time: "booked" } });
  }
  expect((await ok("bookings.list", { key: live })).data).toHaveLength(1);
  expect(await brokenLaws(organizationId)).toEqual([]);
});

type Wish = { typeId: string; startMs: number; minutes: number; before: number; after: number };

/** Whether two stretches of one host's time meet, each with its own buffers. */
const meet = (a: Wish, b: Wish): boolean =>
  a.startMs - a.before * minuteMs < b.startMs + (b.minutes + b.after) * minuteMs &&
  b.startMs - b.before * minuteMs < a.startMs + (a.minutes + a.after) * minuteMs;

/** Books all wishes at once. @returns what must not be: winners that meet, refusals that meet no winner */
async function raceWishes(name: string, live: string, wishes: Wish[]) {
  const answers = await race(
    name,
    wishes.map(({ typeId, startMs, minutes }) => {
      const startTime = new Date(startMs).toISOString();
      return book(bookingOf(typeId, startTime, { duration: minutes }), live);
    }),
  );
  const outcomes = answers.map(({ status }, index) => ({ status, wish: wishes[index] }));
  const wishesWith = (wanted: number) =>
    outcomes.flatMap(({ status, wish }) => (status === wanted && wish ? [wish] : []));
  const [won, lost] = [wishesWith(201), wishesWith(409)];
  return {
    answered: won.length + lost.length,
    overlapping: won.filter((one) => won.some((other) => other !== one && meet(one, other))),
    unjustified: lost.filter((wish) => !won.some((winner) => meet(wish, winner))),
  };
}

/** The nth quarter of an hour from a time of the day that everybody wants. */
const startsFrom = (time: string, index: number): number =>
  Date.parse(ahead(3, time)) + index * 15 * minuteMs;

test("durations of 15, 30 and 60 minutes over one host never overlap, and every refusal is justified", async () => {
  const { live, organizationId } = await newOrganization();
  const type = await newEventType(live, {
    duration_options: [15, 30, 60],
    slot_interval_minutes: 15,
  });
  const wishes = times(90, (index) => ({
    typeId: type.id,
    startMs: startsFrom("10:00", (index * 7) % 16),
    minutes: [15, 30, 60][index % 3] ?? 15,
    before: 0,
    after: 0,
  }));
  expect(await raceWishes("mixed durations", live, wishes)).toEqual({
    answered: 90,
    overlapping: [],
    unjustified: [],
  });
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("event types with other buffers over one host never meet, and every refusal is justified", async () => {
  const { live, organizationId } = await newOrganization();
  const buffers = [
    [0, 0],
    [15, 0],
    [0, 15],
    [10, 20],
  ] as const;
  const types = await Promise.all(
    buffers.map(async ([before, after]) => {
      const fields = { buffer_before_minutes: before, buffer_after_minutes: after };
      const { id } = await newEventType(live, { ...fields, slot_interval_minutes: 15 });
      return { id, before, after };
    }),
  );
  const wishes = times(80, (index) => {
    const { id, before, after } = types[index % types.length] ?? { id: "", before: 0, after: 0 };
    return {
      typeId: id,
      startMs: startsFrom("12:00", (index * 5) % 12),
      minutes: 30,
      before,
      after,
    };
  });
  expect(await raceWishes("mixed buffers", live, wishes)).toEqual({
    answered: 80,
    overlapping: [],
    unjustified: [],
  });
  expect(await brokenLaws(organizationId)).toEqual([]);
});

test("50 parties of one to three never take more than the 5 seats, and none is refused that would fit", async () => {
  const { live, organizationId } = await newOrganization();
  const type = await newEventType(live, { max_attendees: 5 });
  const sizes = times(50, (index) => 1 + (index % 3));
  const answers = await race(
    "seats",
    sizes.map((size) => book(partyOf(type.id, ahead(3), size))),
  );
  const sizesWith = (wanted: number) =>
    sizes.filter((_, index) => answers[index]?.status === wanted);
  const taken = sizesWith(201).reduce((sum, size) => sum + size, 0);
  expect(sizesWith(201).length + sizesWith(409).length).toBe(50);
  expect(taken).toBeLessThanOrEqual(5);
  for (const size of sizesWith(409)) expect(size).toBeGreaterThan(5 - taken);
  expect(await brokenLaws(organizationId)).toEqual([]);
});

describe("a cap of 3 a day", () => {
  const cap = { booking_cap: 3, booking_cap_period: "daily" };

  test("lets 3 of 20 through who book different slots of one day at once", async () => {
    const { live, organizationId } = await newOrganization();
    const type = await newEventType(live, cap);
    const starts = times(20, (index) => new Date(startsFrom("01:00", index * 2)).toISOString());
    const answers = await race(
      "cap",
      starts.map((start) => book(bookingOf(type.id, start))),
    );
    expect(tally(answers)).toEqual({ 201: 3, 409: 17 });
    expect(await brokenLaws(organizationId)).toEqual([]);
  });

  test("holds over all hosts together", async () => {
    const organization = await newOrganization();
    const type = await newEventType(organization.live, cap);
    const hosts = await Promise.all(times(4, () => newMember(organization)));
    await addHosts(type.id, hosts);
    const answers = await race(
      "cap over hosts",
      times(20, () => book(bookingOf(type.id, ahead(3)))),
    );
    expect(tally(answers)).toEqual({ 201: 3, 409: 17 });
  });

  test("lets 3 of 12 through who move into the day at once, and refuses no one within it", async () => {
    const { live } = await newOrganization();
    const type = await newEventType(live, cap);
    const made: string[] = [];
    for (const index of times(12, (each) => each)) {
      const body = bookingOf(type.id, ahead(5 + index));
      made.push((await ok("bookings.create", { key: live, body })).id);
    }
    const answers = await race(
      "cap by moving",
      made.map((id, index) => {
        const newStart = new Date(startsFrom("01:00", index * 2)).toISOString();
        return ask("bookings.reschedule", { key: live, id, body: { new_start_time: newStart } });
      }),
    );
    expect(tally(answers)).toEqual({ 200: 3, 409: 9 });
    const moved = answers.findIndex(({ status }) => status === 200);
    const within = { new_start_time: ahead(3, "20:00") };
    await ok("bookings.reschedule", { key: live, id: made[moved] ?? "", body: within });
  });
});

describe("several hosts", () => {
  test("are each given one of 50 bookings of one slot, and the rest is refused", async () => {
    const organization = await newOrganization();
    const type = await newEventType(organization.live);
    const hosts = await Promise.all(times(3, () => newMember(organization)));
    await addHosts(type.id, hosts);
    const answers = await race(
      "three hosts",
      times(50, () => book(bookingOf(type.id, ahead(3)))),
    );
    expect(tally(answers)).toEqual({ 201: 3, 409: 47 });
    const { data } = await ok("bookings.list", { key: organization.live });
    expect(new Set(data.map((each) => each.assigned_host?.member_id))).toEqual(new Set(hosts));
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });

  test("shared by event types in whatever order are locked without deadlock, and each used once a slot", async () => {
    const organization = await newOrganization();
    const hosts = await Promise.all(times(4, () => newMember(organization)));
    const orders = [hosts, hosts.toReversed(), [...hosts.slice(2), ...hosts.slice(0, 2)]];
    const types = await Promise.all(
      orders.map(async (order, index) => {
        const strategy = ["round_robin", "least_booked", "priority"][index];
        const type = await newEventType(organization.live, { assignment_strategy: strategy });
        await addHosts(type.id, order);
        return type.id;
      }),
    );
    const answers = await race(
      "shared hosts",
      times(60, (index) => book(bookingOf(types[index % 3] ?? "", ahead(3)))),
    );
    expect(tally(answers)).toEqual({ 201: 4, 409: 56 });
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });
});

test("a storm on one organization's slot leaves the same slot of another, and of the other mode, free", async () => {
  const [one, two] = await Promise.all([newOrganization(), newOrganization()]);
  const [stormy, testSide, elsewhere] = await Promise.all([
    newEventType(one.live),
    newEventType(one.test),
    newEventType(two.live),
  ]);
  const answers = await race("three worlds", [
    ...times(40, () => book(bookingOf(stormy.id, ahead(3)))),
    ...times(10, () => book(bookingOf(testSide.id, ahead(3)))),
    ...times(10, () => book(bookingOf(elsewhere.id, ahead(3)))),
  ]);
  const [storm, testAnswers, others] = [
    answers.slice(0, 40),
    answers.slice(40, 50),
    answers.slice(50),
  ];
  expect(tally(storm)).toEqual({ 201: 1, 409: 39 });
  expect(tally(testAnswers)).toEqual({ 201: 1, 409: 9 });
  expect(tally(others)).toEqual({ 201: 1, 409: 9 });
});
