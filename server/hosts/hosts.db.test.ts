import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  partyOf,
  type TestOrganization,
} from "../testing/factories";
import { times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";

let organization: TestOrganization;
let key: string;
beforeEach(async () => {
  organization = await newOrganization();
  key = organization.live;
});

async function typeWithHosts(count: number, fields: Record<string, unknown> = {}) {
  const type = await newEventType(key, fields);
  const hosts: string[] = [];
  for (const name of times(count, (index) => `Host ${index}`)) {
    const memberId = await newMember(organization, name);
    await ok("hosts.add", {
      key,
      id: type.id,
      body: { member_id: memberId, priority: hosts.length },
    });
    hosts.push(memberId);
  }
  return { type, hosts };
}

const book = async (typeId: string, startTime: string) =>
  await ok("bookings.create", { key, body: bookingOf(typeId, startTime) });

const hostOf = async (typeId: string, startTime: string): Promise<string> =>
  (await book(typeId, startTime)).assigned_host?.member_id ?? "";

/** Half an hour after the other. */
const startAt = (index: number): string =>
  new Date(Date.parse(ahead(3)) + index * 30 * 60_000).toISOString();

test("a host is added, told of with their bookings, and taken off by either id", async () => {
  const { type, hosts } = await typeWithHosts(2);
  await book(type.id, startAt(0));
  await book(type.id, startAt(1));
  const { data } = await ok("hosts.list", { key, id: type.id });
  expect(data.map((host) => [host.member_id, host.total_bookings])).toEqual([
    [hosts[1], 1],
    [hosts[0], 1],
  ]);
  expect(data[0]?.last_booking_at).not.toBeNull();
  const gone = await call("hosts.remove", { key, id: `${type.id}/${hosts[0]}` });
  expect(gone.status).toBe(204);
  expect((await call("hosts.remove", { key, id: `${type.id}/${data[0]?.id}` })).status).toBe(204);
  expect((await ok("hosts.list", { key, id: type.id })).data).toEqual([]);
  expect(await hostOf(type.id, startAt(2))).toBe(organization.memberId);
});

test("a member of another organization, or who was removed, is made no host", async () => {
  const type = await newEventType(key);
  const stranger = (await newOrganization()).memberId;
  const removed = await newMember(organization);
  await call("members.remove", { key, id: removed });
  for (const memberId of [stranger, removed, newId()]) {
    const body = { member_id: memberId };
    expect(await refused("hosts.add", { key, id: type.id, body })).toMatchObject({
      status: 400,
      details: { member_id: "must be a member of the organization" },
    });
  }
});

test("of fifty who book one slot with three hosts at once three do, one with each", async () => {
  const { type, hosts } = await typeWithHosts(3);
  const answers = await Promise.all(
    times(
      50,
      async () => await call("bookings.create", { key, body: bookingOf(type.id, ahead(3)) }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    ...times(3, () => 201),
    ...times(47, () => 409),
  ]);
  const { data } = await ok("bookings.list", { key });
  expect(new Set(data.map((each) => each.assigned_host?.member_id))).toEqual(new Set(hosts));
});

describe.each(["round_robin", "least_booked"])("%s", (strategy) => {
  test("gives hosts who are all free counts that differ by one at most, at every moment", async () => {
    const { type, hosts } = await typeWithHosts(3, { assignment_strategy: strategy });
    const counts = new Map(hosts.map((id) => [id, 0]));
    for (let index = 0; index < 14; index += 1) {
      const host = await hostOf(type.id, startAt(index));
      counts.set(host, (counts.get(host) ?? 0) + 1);
      const values = [...counts.values()];
      expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1);
    }
  });

  test("does not flood who comes late", async () => {
    const { type } = await typeWithHosts(2, { assignment_strategy: strategy });
    for (let index = 0; index < 8; index += 1) await book(type.id, startAt(index));
    const late = await newMember(organization, "Late");
    await ok("hosts.add", { key, id: type.id, body: { member_id: late } });
    const given: string[] = [];
    for (let index = 8; index < 17; index += 1) given.push(await hostOf(type.id, startAt(index)));
    const theirs = given.map((host) => host === late);
    expect(theirs.slice(0, 3)).toContain(true);
    const inARow = theirs.map((_, index) => theirs.slice(index, index + 3).every(Boolean));
    expect(inARow.slice(0, -2)).not.toContain(true);
  });
});

test("priority gives to the first who is free", async () => {
  const { type, hosts } = await typeWithHosts(2, { assignment_strategy: "priority" });
  expect(await hostOf(type.id, startAt(0))).toBe(hosts[0]);
  expect(await hostOf(type.id, startAt(0))).toBe(hosts[1]);
  expect(await hostOf(type.id, startAt(1))).toBe(hosts[0]);
  await ok("hosts.update", { key, id: `${type.id}/${hosts[0]}`, body: { priority: 9 } });
  expect(await hostOf(type.id, startAt(2))).toBe(hosts[1]);
});

describe("a booking that is given to another", () => {
  test("keeps its time and token, frees who had it, and takes the time of who has it now", async () => {
    const { type, hosts } = await typeWithHosts(1);
    const other = await newMember(organization, "Other");
    const booking = await book(type.id, ahead(3));
    const body = { member_id: other };
    const given = await ok("bookings.reassign", { key, id: booking.id, body });
    expect(given).toMatchObject({
      id: booking.id,
      start_time: booking.start_time,
      cancel_token: booking.cancel_token,
      assigned_host: { member_id: other },
    });
    expect(await hostOf(type.id, ahead(3))).toBe(hosts[0]);
    const theirs = await newEventType(key);
    await ok("hosts.add", { key, id: theirs.id, body });
    expect(
      (await call("bookings.create", { key, body: bookingOf(theirs.id, ahead(3)) })).status,
    ).toBe(409);
  });

  test("is not given to who is booked then, however many try at once", async () => {
    const bookings = [];
    for (let index = 0; index < 6; index += 1) {
      const { type } = await typeWithHosts(1);
      bookings.push(await book(type.id, ahead(3)));
    }
    const body = { member_id: await newMember(organization, "Wanted") };
    const answers = await Promise.all(
      bookings.map(async ({ id }) => await call("bookings.reassign", { key, id, body })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ]);
  });

  test("brings its whole group along", async () => {
    const type = await newEventType(key, { max_attendees: 5 });
    const [one, two] = [
      await ok("bookings.create", { key, body: partyOf(type.id, ahead(3), 2) }),
      await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) }),
    ];
    const body = { member_id: await newMember(organization) };
    await ok("bookings.reassign", { key, id: one?.id ?? "", body });
    const moved = await ok("bookings.get", { key, id: two?.id ?? "" });
    expect(moved.assigned_host?.member_id).toBe(body.member_id);
  });

  test("is told of to invitee and new host, and is no move", async () => {
    const { tellEvent } = await import("../emails/tell-event");
    const { type } = await typeWithHosts(1);
    const { id } = await book(type.id, ahead(3));
    const body = { member_id: await newMember(organization, "Nora New") };
    await ok("bookings.reassign", { key, id, body });
    const where = { resourceId: id, action: "booking.reassigned" };
    await tellEvent((await prisma.event.findFirstOrThrow({ where })).id);
    const mails = await prisma.email.findMany({
      where: { organizationId: organization.organizationId },
    });
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual([
      "booking_reassigned",
      "host_booking_reassigned",
    ]);
    const invitee = mails.find(({ recipient }) => recipient === "ada@example.com");
    expect(invitee?.text).toContain("Nora New");
  });
});

describe("explain", () => {
  test("says of each time of the grid that is not offered why, and of no other", async () => {
    const type = await newEventType(key, { slot_interval_minutes: 30, minimum_notice_minutes: 0 });
    await book(type.id, ahead(3));
    const day = ahead(3).slice(0, "YYYY-MM-DD".length);
    const query = { event_type_id: type.id, start: day, end: day, explain: true };
    const { slots, explanations } = await ok("availability.list", { key, query });
    expect(explanations).toEqual([{ start_time: ahead(3), reason: "booked" }]);
    expect(slots.map(({ start_time: start }) => start)).not.toContain(ahead(3));
  });

  test("is for keys alone", async () => {
    const type = await newEventType(key);
    const day = ahead(3).slice(0, "YYYY-MM-DD".length);
    const query = { event_type_id: type.id, start: day, end: day, explain: true };
    expect(await refused("availability.list", { query })).toMatchObject({ status: 401 });
    const { explain: _, ...plain } = query;
    expect((await ok("availability.list", { query: plain })).explanations).toBeNull();
  });
});
