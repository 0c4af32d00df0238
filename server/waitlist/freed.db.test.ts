import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { transferOwnership } from "../members/transfer-ownership";
import { brokenLaws } from "../testing/booking-laws";
import {
  addHosts,
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newMember,
  newOrganization,
  partyOf,
  type TestOrganization,
} from "../testing/factories";
import {
  ask,
  book as bookIt,
  expectNoDeadlocks,
  race,
  raceSeveralServers,
  times,
} from "../testing/race";
import { call, ok } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";

let organization: TestOrganization;
let key: string;
beforeEach(async () => {
  organization = await newOrganization();
  key = organization.live;
});

const newType = async (fields: Record<string, unknown> = {}, rules?: []) =>
  await newEventType(
    key,
    { waitlist_enabled: true, ...fields },
    rules === undefined ? {} : { rules },
  );
const book = async (typeId: string, startTime = ahead(3)) =>
  await ok("bookings.create", { key, body: bookingOf(typeId, startTime) });
const join = async (typeId: string, more: Record<string, unknown> = { start_time: ahead(3) }) =>
  (await ok("waitlist.join", { body: waitlistBody(typeId, more) })).id;
const change = async (id: string, body: Record<string, unknown>) =>
  await ok("eventTypes.update", { key, id, body });

/** Opens an event type on the date three days ahead, and on no other. */
const open = (start: string, end: string) => ({
  timezone: "UTC",
  rules: [],
  overrides: [{ date: dateAhead(3), windows: [{ start_time: start, end_time: end }] }],
});
const reopen = async (id: string, start: string, end: string) =>
  await ok("availability.replaceRules", { key, id, body: open(start, end) });

async function placeOf(id: string) {
  const { status, start_time: start } = await ok("waitlist.get", { key, id });
  return status === "promoted" ? start : status;
}
const placesOf = async (ids: string[]) => {
  const places = [];
  for (const id of ids) places.push(await placeOf(id));
  return places;
};

async function heldBy(entryId: string): Promise<string | undefined> {
  const row = await prisma.waitlistEntry.findUnique({
    where: { id: entryId },
    include: { allocation: true },
  });
  return row?.allocation?.hostId;
}

type Case = { waited: string; free: () => Promise<unknown> };

/** How a time that nobody could have becomes free, other than by somebody's leaving. */
const cases: Record<string, () => Promise<Case>> = {
  "hours are widened": async () => {
    const { id } = await newType({}, []);
    return { waited: id, free: () => reopen(id, "09:00", "11:00") };
  },
  "a cap is raised": async () => {
    const { id } = await newType({ booking_cap: 1, booking_cap_period: "total" });
    await book(id, ahead(4));
    return { waited: id, free: () => change(id, { booking_cap: 2 }) };
  },
  "more may come to a group": async () => {
    const { id } = await newType({ max_attendees: 2 });
    await ok("bookings.create", { key, body: partyOf(id, ahead(3), 2) });
    return { waited: id, free: () => change(id, { max_attendees: 3 }) };
  },
  "the notice is shortened": async () => {
    const { id } = await newType({ minimum_notice_minutes: 5 * 24 * 60 });
    return { waited: id, free: () => change(id, { minimum_notice_minutes: 0 }) };
  },
  "a host is added": async () => {
    const { id } = await newType();
    await addHosts(id, [organization.memberId]);
    await book(id);
    const body = { member_id: await newMember(organization) };
    return { waited: id, free: () => ok("hosts.add", { key, id, body }) };
  },
  "the last host, who is booked, is taken off, and the owner hosts it": async () => {
    const { id } = await newType();
    const host = await newMember(organization);
    await addHosts(id, [host]);
    await book(id);
    return { waited: id, free: () => call("hosts.remove", { key, id: `${id}/${host}` }) };
  },
  "a member who hosted it alone leaves, and the owner hosts it": async () => {
    const { id } = await newType();
    const host = await newMember(organization);
    await addHosts(id, [host]);
    await book(id);
    return { waited: id, free: () => call("members.remove", { key, id: host }) };
  },
  "ownership goes to somebody who is free": async () => {
    const { id } = await newType();
    const next = await newMember(organization);
    await book(id);
    return { waited: id, free: () => transferOwnership(organization.scope, next) };
  },
  "a host's own hours are widened": async () => {
    const { id } = await newType();
    const host = await newMember(organization);
    await addHosts(id, [host]);
    const hours = (rules: [] | null) =>
      ok("members.replaceSchedule", { key, id: host, body: { timezone: "UTC", rules } });
    await hours([]);
    return { waited: id, free: () => hours(null) };
  },
  "its booking is given to another": async () => {
    const { id } = await newType();
    const booking = await book(id);
    const body = { member_id: await newMember(organization) };
    return { waited: id, free: () => ok("bookings.reassign", { key, id: booking.id, body }) };
  },
};

describe("a place is held for who waits for it", () => {
  test.each(Object.entries(cases))("when %s", async (_, prepare) => {
    const { waited, free } = await prepare();
    const elsewhere = await join(waited, { start_time: ahead(3, "10:10") });
    const [first, second] = [await join(waited), await join(waited)];
    await free();
    expect(await placesOf([elsewhere, first, second])).toEqual(["waiting", ahead(3), "waiting"]);
    const body = bookingOf(waited, ahead(3));
    expect((await call("bookings.create", { body })).status).toBe(409);
    const claimed = await ok("waitlist.claim", { key, id: first, body: {} });
    expect(claimed.start_time).toBe(ahead(3));
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
  });

  test("by the host who came", async () => {
    const { id } = await newType();
    const [there, comes] = [await newMember(organization), await newMember(organization)];
    await addHosts(id, [there]);
    await book(id);
    const entry = await join(id);
    await ok("hosts.add", { key, id, body: { member_id: comes } });
    expect(await heldBy(entry)).toBe(comes);
  });

  test("one each, in the order of the line, and who waits for any gets the first", async () => {
    const { id } = await newType({}, []);
    const any = {};
    const line = [
      await join(id, any),
      await join(id, { start_time: ahead(3, "10:00") }),
      await join(id, any),
      await join(id, { duration_minutes: 30 }),
    ];
    await reopen(id, "09:30", "11:00");
    expect(await placesOf(line)).toEqual([
      ahead(3, "09:30"),
      ahead(3, "10:00"),
      ahead(3, "10:30"),
      "waiting",
    ]);
  });

  test("in each of the event types that a host who has time again hosts, of either side", async () => {
    const host = await newMember(organization);
    const waiting = [];
    for (const side of [organization.live, organization.test]) {
      const type = await newEventType(side, { waitlist_enabled: true });
      await addHosts(type.id, [host]);
      waiting.push({ side, type: type.id });
    }
    const hours = (rules: [] | null) =>
      ok("members.replaceSchedule", { key, id: host, body: { timezone: "UTC", rules } });
    await hours([]);
    const ids = [];
    for (const { type } of waiting) ids.push(await join(type));
    await hours(null);
    const rows = await prisma.waitlistEntry.findMany({ where: { id: { in: ids } } });
    expect(rows.map(({ status }) => status)).toEqual(["promoted", "promoted"]);
  });
});

describe("nothing is held", () => {
  test("that was on offer before: who waited did not want it", async () => {
    const { id } = await newType({}, []);
    await reopen(id, "09:00", "12:00");
    const [any, early] = [await join(id, {}), await join(id, { start_time: ahead(3, "09:00") })];
    await change(id, { title: "Renamed", minimum_notice_minutes: 60 });
    await reopen(id, "09:00", "11:00");
    await ok("hosts.add", { key, id, body: { member_id: organization.memberId } });
    expect(await placesOf([any, early])).toEqual(["waiting", "waiting"]);
  });

  test("of a line that is not open, nor by a change that is refused", async () => {
    const { id } = await newType({ booking_cap: 1, booking_cap_period: "total" });
    await book(id, ahead(4));
    const entry = await join(id);
    await call("eventTypes.update", { key, id, body: { booking_cap: 9, duration_options: [45] } });
    expect(await placeOf(entry)).toBe("waiting");
    await change(id, { waitlist_enabled: false, booking_cap: 9 });
    expect(await placeOf(entry)).toBe("waiting");
  });
});

describe("at the same moment", () => {
  raceSeveralServers();
  expectNoDeadlocks();

  const some = new Set(["hours are widened", "a host is added", "a cap is raised"]);
  test.each(Object.entries(cases).filter(([how]) => some.has(how)))(
    "as %s, nobody who books is before who waits",
    async (how, prepare) => {
      for (const _ of times(5, (index) => index)) {
        organization = await newOrganization();
        key = organization.live;
        const { waited, free } = await prepare();
        const [first, second] = [await join(waited), await join(waited)];
        const direct = times(8, () => bookIt(bookingOf(waited, ahead(3))));
        const [, answers] = await Promise.all([free(), race(how, direct)]);
        expect(answers.map(({ status }) => status)).toEqual(times(8, () => 409));
        expect(await placesOf([first, second])).toEqual([ahead(3), "waiting"]);
        expect(await brokenLaws(organization.organizationId)).toEqual([]);
      }
    },
  );

  test("changes, cancellations, moves and people who leave make no deadlock, and nobody has two places", async () => {
    const { id } = await newType({ max_attendees: 2 }, []);
    await reopen(id, "09:00", "10:00");
    const host = await newMember(organization);
    await addHosts(id, [organization.memberId]);
    const bookings = [];
    for (const start of ["09:00", "09:30"]) {
      const body = partyOf(id, ahead(3, start), 2);
      bookings.push(await ok("bookings.create", { key, body }));
    }
    const line = [];
    for (const _ of times(12, (index) => index)) line.push(await join(id, {}));
    const hosts = { key, id, body: { member_id: host } };
    await race("freeing in all ways", [
      ask("bookings.cancel", { key, id: bookings[0]?.id ?? "", body: {} }),
      ask("bookings.reassign", { key, id: bookings[1]?.id ?? "", body: { member_id: host } }),
      ask("hosts.add", hosts),
      ask("eventTypes.update", { key, id, body: { max_attendees: 3 } }),
      ask("availability.replaceRules", { key, id, body: open("09:00", "11:00") }),
      ask("members.replaceSchedule", { key, id: host, body: { timezone: "UTC", rules: null } }),
      ...line.slice(0, 4).map((each) => ask("waitlist.cancel", { key, id: each, body: {} })),
      ...times(6, () => bookIt(bookingOf(id, ahead(3, "10:00")))),
    ]);
    expect(await brokenLaws(organization.organizationId)).toEqual([]);
    expect(await placesOf(line.slice(0, 4))).toEqual(times(4, () => "cancelled"));
  });
});
