import type { ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import {
  addHosts,
  bookingOf,
  dateAhead,
  newEventType,
  newMember,
  newOrganization,
} from "../testing/factories";
import { httpHost } from "../testing/hosts";
import { callTwice, replayed } from "../testing/idempotency";
import { call, ok } from "../testing/rest";
import { waitlistBody } from "../testing/waitlist";
import { offerLater } from "../waitlist/offer-later";

const day = dateAhead(10);
const compact = day.replaceAll("-", "");
const ics = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const busyFrom = (time: string, minutes = 30) =>
  `BEGIN:VEVENT\r\nUID:${time}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${compact}T${time}00Z\r\nDURATION:PT${minutes}M\r\nEND:VEVENT`;

/** A published calendar whose host answers as it is told to, the first time (while it is connected) with nothing busy. */
async function newFeed(key: string, memberId: string) {
  const feed = {
    id: "",
    count: 0,
    answer: (response: ServerResponse): unknown => response.end(ics()),
  };
  const url = await httpHost((_, response) => {
    feed.count += 1;
    feed.answer(response);
  });
  const body = { member_id: memberId, url: `${url}/${memberId}.ics` };
  feed.id = (await ok("calendars.connectFeed", { key, body })).id;
  feed.count = 0;
  return feed;
}

async function world(hosts = 1) {
  const organization = await newOrganization();
  const { live: key } = organization;
  const type = await newEventType(key);
  const members = [
    organization.memberId,
    ...(await Promise.all(Array.from({ length: hosts - 1 }, () => newMember(organization)))),
  ];
  await addHosts(type.id, members);
  const query = { event_type_id: type.id, start: day, end: day };
  const times = async () => {
    const { slots } = await ok("availability.list", { key, query });
    return slots.map(({ start_time }) => start_time.slice(11, 16));
  };
  const reasons = async () => {
    const { explanations } = await ok("availability.list", {
      key,
      query: { ...query, explain: true },
    });
    return new Set((explanations ?? []).map(({ reason }) => reason));
  };
  return { key, type, members, times, reasons };
}

/** Sets how long calendars are waited for, until the test ends. */
function waitAtMost(ms: number): void {
  const before = env.CALENDAR_TIMEOUT_MS;
  env.CALENDAR_TIMEOUT_MS = ms;
  onTestFinished(() => {
    env.CALENDAR_TIMEOUT_MS = before;
  });
}

describe("a calendar that does not answer", () => {
  test("closes its own host's time, and nobody else's, no later than the deadline", async () => {
    waitAtMost(300);
    const { key, type, members, times, reasons } = await world(2);
    const [silent = "", healthy = ""] = members;
    const slow = await newFeed(key, silent);
    const good = await newFeed(key, healthy);
    slow.answer = () => {};
    good.answer = (response) => response.end(ics(busyFrom("1000")));
    await ok("calendars.update", { key, id: slow.id, body: { busy_calendar_ids: ["feed"] } });
    await ok("calendars.update", { key, id: good.id, body: { busy_calendar_ids: ["feed"] } });

    const startedMs = performance.now();
    const offered = await times();
    // The guarantee is the deadline; the rest is for a busy machine.
    expect(performance.now() - startedMs).toBeLessThan(2_500);
    expect(offered).toHaveLength(47);
    expect(offered).not.toContain("10:00");
    expect(await reasons()).toEqual(new Set(["external_calendar"]));
    const body = bookingOf(type.id, `${day}T11:00:00Z`);
    const booking = await ok("bookings.create", { key, body });
    expect(booking.assigned_host?.member_id).toBe(healthy);
  });

  test("opens as soon as it does, though nobody waited for it any more", async () => {
    waitAtMost(100);
    const { key, members, times, reasons } = await world();
    const feed = await newFeed(key, members[0] ?? "");
    const held: ServerResponse[] = [];
    feed.answer = (response) => held.push(response);
    await ok("calendars.update", { key, id: feed.id, body: { busy_calendar_ids: ["feed"] } });
    expect(await times()).toEqual([]);
    expect(await reasons()).toEqual(new Set(["calendar_unreachable"]));
    for (const response of held) response.end(ics(busyFrom("0900", 60)));
    await expect.poll(times).toHaveLength(46);
  });
});

test("a calendar that has had enough of questions is left alone for as long as it says, by bookings too", async () => {
  const { key, type, members, times, reasons } = await world();
  const feed = await newFeed(key, members[0] ?? "");
  feed.answer = (response) => response.writeHead(429, { "retry-after": "30" }).end();
  await ok("calendars.update", { key, id: feed.id, body: { busy_calendar_ids: ["feed"] } });
  feed.count = 0;
  expect(await times()).toEqual([]);
  expect(feed.count).toBe(1);
  feed.answer = (response) => response.end(ics());
  expect(await reasons()).toEqual(new Set(["calendar_unreachable"]));
  const body = bookingOf(type.id, `${day}T11:00:00Z`);
  expect((await call("bookings.create", { key, body })).status).toBe(409);
  expect(feed.count).toBe(1);
  // Who asks for it by hand need not wait.
  await ok("calendars.refresh", { key, id: feed.id });
  expect(await times()).toHaveLength(48);
});

test("many who ask at once ask the calendar once", async () => {
  const { key, members, times } = await world();
  const feed = await newFeed(key, members[0] ?? "");
  feed.answer = (response) => setTimeout(() => response.end(ics(busyFrom("1000"))), 100);
  await ok("calendars.update", { key, id: feed.id, body: { busy_calendar_ids: ["feed"] } });
  feed.count = 0;
  const all = await Promise.all(Array.from({ length: 50 }, times));
  expect(all.every((each) => each.length === 47)).toBe(true);
  expect(feed.count).toBe(1);
});

test("of many who book one time of a host with a calendar, one wins, and few questions are asked", async () => {
  const { key, type, members } = await world();
  const feed = await newFeed(key, members[0] ?? "");
  feed.answer = (response) => setTimeout(() => response.end(ics()), 50);
  const body = bookingOf(type.id, `${day}T10:00:00Z`);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => call("bookings.create", { key, body })),
  );
  const won = answers.filter(({ status }) => status === 201);
  const lost = answers.filter(({ status }) => status === 409);
  expect({ won: won.length, lost: lost.length }).toEqual({ won: 1, lost: 19 });
  expect(feed.count).toBeLessThan(5);
});

test("a booking with an Idempotency-Key is made once, though its transaction begins twice", async () => {
  const { key, type, members } = await world();
  await newFeed(key, members[0] ?? "");
  const body = bookingOf(type.id, `${day}T10:00:00Z`);
  const { first, second } = await callTwice("bookings.create", { key, body });
  expect(first.status).toBe(201);
  expect(second).toMatchObject({ status: 201, text: first.text, headers: { [replayed]: "true" } });
  expect((await ok("bookings.list", { key })).data).toHaveLength(1);
});

test("a time that became busy is refused although the list still had it, for moves too", async () => {
  const { key, type, members, times } = await world();
  const feed = await newFeed(key, members[0] ?? "");
  const booked = bookingOf(type.id, `${day}T12:00:00Z`);
  const { id } = await ok("bookings.create", { key, body: booked });
  expect(await times()).toContain("10:00");
  // What was read less than a second ago is not read anew.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  feed.answer = (response) => response.end(ics(busyFrom("1000")));
  const body = { new_start_time: `${day}T10:00:00Z` };
  const moved = await call("bookings.reschedule", { key, id, body });
  expect(moved).toMatchObject({
    status: 409,
    error: { details: { new_start_time: "external_calendar" } },
  });
  expect(
    (await ok("bookings.reschedule", { key, id, body: { new_start_time: `${day}T10:30:00Z` } }))
      .start_time,
  ).toBe(`${day}T10:30:00.000Z`);
});

test("calendars that are not chosen as busy are not read", async () => {
  const { key, members, times } = await world();
  const feed = await newFeed(key, members[0] ?? "");
  feed.answer = (response) => response.end(ics(busyFrom("1000")));
  await ok("calendars.update", { key, id: feed.id, body: { busy_calendar_ids: [] } });
  expect(await times()).toHaveLength(48);
  expect(feed.count).toBe(0);
  await ok("calendars.update", { key, id: feed.id, body: { busy_calendar_ids: ["feed"] } });
  expect(await times()).toHaveLength(47);
  await ok("calendars.disconnect", { key, id: feed.id });
  expect(await times()).toHaveLength(48);
});

describe("a place that is freed in the time of a host with a calendar", () => {
  async function waited(closes: string | null) {
    const { key, members } = await world();
    const feed = await newFeed(key, members[0] ?? "");
    const type = await newEventType(key, { waitlist_enabled: true });
    await addHosts(type.id, members);
    const body = bookingOf(type.id, `${day}T10:00:00Z`);
    const { id } = await ok("bookings.create", { key, body });
    const entry = await ok("waitlist.join", { key, body: waitlistBody(type.id) });
    if (closes !== null) feed.answer = (response) => response.end(ics(busyFrom(closes)));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await ok("bookings.cancel", { key, id, body: {} });
    const event = await prisma.event.findFirstOrThrow({
      where: { resourceId: id, action: "booking.cancelled" },
    });
    const status = async () => (await ok("waitlist.get", { key, id: entry.id })).status;
    return { event, status };
  }

  test("is held for who waits once the calendar was read", async () => {
    const { event, status } = await waited(null);
    expect(await status()).toBe("waiting");
    await offerLater(event.id);
    await offerLater(event.id);
    expect(await status()).toBe("promoted");
  });

  test("is promised to nobody where the calendar has closed it", async () => {
    const { event, status } = await waited("1000");
    await offerLater(event.id);
    expect(await status()).toBe("waiting");
  });
});
