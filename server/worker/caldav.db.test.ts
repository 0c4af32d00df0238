import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasRadicale, hasSabre } from "../ops/calendar-servers";
import { type DavServer, startRadicale, startSabre } from "../testing/calendars/dav-server";
import { bookingOf, dateAhead, newEventType, newOrganization } from "../testing/factories";
import { call, ok, refused } from "../testing/rest";
import { until } from "../testing/until";
import { startWorker } from "./run";
import type { Calendar } from "../calendars/schema";

let worker: { stop: () => Promise<void> };
beforeAll(async () => (worker = await startWorker()));
afterAll(() => worker.stop());

const day = dateAhead(10);
const compact = day.replaceAll("-", "");

type Setting = { server: DavServer; key: string; calendar: Calendar; typeId: string };

async function connected(server: DavServer): Promise<Setting> {
  const { live: key } = await newOrganization({ timeZone: "Europe/Berlin" });
  const body = { server_url: server.url, username: server.username, password: server.password };
  const calendar = await ok("calendars.connectCaldav", { key, body });
  const type = await newEventType(key, { slot_interval_minutes: 30 });
  return { server, key, calendar, typeId: type.id };
}

/** The times of the day that are offered, once the calendars were read anew. */
async function offered({ key, typeId, calendar }: Setting): Promise<string[]> {
  await ok("calendars.refresh", { key, id: calendar.id });
  const query = { event_type_id: typeId, start: day, end: day };
  const { slots } = await ok("availability.list", { key, query });
  return slots.map(({ start_time }) => start_time.slice(11, 16));
}

/** What is not offered of the day, as times and reasons. */
async function closed({ key, typeId, calendar }: Setting): Promise<Record<string, string>> {
  await ok("calendars.refresh", { key, id: calendar.id });
  const query = { event_type_id: typeId, start: day, end: day, explain: true };
  const { explanations } = await ok("availability.list", { key, query });
  return Object.fromEntries(
    (explanations ?? []).map(({ start_time, reason }) => [start_time.slice(11, 16), reason]),
  );
}

const servers = [
  { name: "Radicale", start: startRadicale, isHere: hasRadicale() },
  { name: "sabre/dav", start: startSabre, isHere: hasSabre() },
].filter(({ isHere }) => isHere);

describe.skipIf(servers.length < 2)("the servers", () => {
  test("are both here", () => expect(servers).toHaveLength(2));
});

describe.each(servers)("with $name", ({ start }) => {
  let server: DavServer;
  beforeAll(async () => (server = await start()));
  afterAll(() => server.close());

  test("an account is connected with its calendars, and never shows its password", async () => {
    const { calendar, key } = await connected(server);
    expect(calendar).toMatchObject({
      provider: "caldav",
      account_email: server.username,
      calendar_id: server.calendarUrl,
      status: "connected",
      sync_status: "ok",
      sync_error: null,
      provider_metadata: {
        calendars: [{ id: server.calendarUrl, is_busy: true, is_writable: true }],
      },
    });
    const shown = JSON.stringify(await ok("calendars.list", { key }));
    expect(shown).not.toContain(server.password);
  });

  test("a wrong password is refused in words, and nothing is kept", async () => {
    const { live: key } = await newOrganization();
    const body = { server_url: server.url, username: server.username, password: "wrong" };
    const error = await refused("calendars.connectCaldav", { key, body });
    expect(error).toMatchObject({ status: 400, code: "bad_request" });
    expect(error.message).toContain("does not accept the user name and password");
    expect(Object.keys(error.details ?? {})).toEqual(["password"]);
    expect((await ok("calendars.list", { key })).data).toEqual([]);
  });

  test("every kind of busy event closes exactly its slots", async () => {
    const setting = await connected(server);
    const open = await offered(setting);
    expect(open).toHaveLength(48);
    const cases: [name: string, event: string, closes: string[]][] = [
      ["timed in UTC", `DTSTART:${compact}T100000Z\nDTEND:${compact}T110000Z`, ["10:00", "10:30"]],
      ["in another zone", `DTSTART;TZID=Asia/Kolkata:${compact}T180000\nDURATION:PT30M`, ["12:30"]],
      [
        "transparent",
        `DTSTART:${compact}T140000Z\nDTEND:${compact}T150000Z\nTRANSP:TRANSPARENT`,
        [],
      ],
      ["cancelled", `DTSTART:${compact}T140000Z\nDTEND:${compact}T150000Z\nSTATUS:CANCELLED`, []],
      [
        "tentative",
        `DTSTART:${compact}T160000Z\nDTEND:${compact}T163000Z\nSTATUS:TENTATIVE`,
        ["16:00"],
      ],
    ];
    for (const [name, event, closes] of cases) {
      const address = await server.put(
        name.replaceAll(" ", "-"),
        `BEGIN:VEVENT\nUID:${name.replaceAll(" ", "-")}\nDTSTAMP:20260101T000000Z\nSUMMARY:Busy\n${event}\nEND:VEVENT`,
      );
      const left = new Set(await offered(setting));
      expect([name, open.filter((time) => !left.has(time))]).toEqual([name, closes]);
      await server.remove(address);
    }
  });

  test("a day off and a series close what they take, but for its exceptions", async () => {
    const setting = await connected(server);
    const first = dateAhead(3).replaceAll("-", "");
    await server.put(
      "series",
      `BEGIN:VEVENT
      UID:series
      DTSTAMP:20260101T000000Z
      DTSTART:${first}T080000Z
      DTEND:${first}T083000Z
      RRULE:FREQ=DAILY
      EXDATE:${compact}T080000Z
      END:VEVENT`,
    );
    expect((await closed(setting))["08:00"]).toBeUndefined();
    await server.put(
      "series",
      `BEGIN:VEVENT
      UID:series
      DTSTAMP:20260101T000000Z
      DTSTART:${first}T080000Z
      DTEND:${first}T083000Z
      RRULE:FREQ=DAILY
      END:VEVENT
      BEGIN:VEVENT
      UID:series
      DTSTAMP:20260101T000000Z
      RECURRENCE-ID:${compact}T080000Z
      DTSTART:${compact}T200000Z
      DTEND:${compact}T203000Z
      END:VEVENT`,
    );
    expect(await closed(setting)).toEqual({ "20:00": "external_calendar" });
    await server.put(
      "series",
      `BEGIN:VEVENT
      UID:series
      DTSTAMP:20260101T000000Z
      DTSTART;VALUE=DATE:${compact}
      END:VEVENT`,
    );
    // A day in Berlin, which is an hour ahead of UTC (two in summer).
    const left = await offered(setting);
    expect(left.length === 2 || left.length === 4).toBe(true);
    expect(left.every((time) => time >= "22:00")).toBe(true);
    await server.remove(`${server.calendarUrl}series.ics`);
  });

  test("a busy time that the list has not seen yet is refused when it is booked", async () => {
    const setting = await connected(server);
    const { key, typeId } = setting;
    expect(await offered(setting)).toContain("10:00");
    const address = await server.put(
      "sudden",
      `BEGIN:VEVENT\nUID:sudden\nDTSTAMP:20260101T000000Z\nDTSTART:${compact}T100000Z\nDTEND:${compact}T103000Z\nEND:VEVENT`,
    );
    await wait(1_100);
    const error = await refused("bookings.create", {
      key,
      body: bookingOf(typeId, `${day}T10:00:00Z`),
    });
    expect(error).toMatchObject({ status: 409, details: { start_time: "external_calendar" } });
    await server.remove(address);
  });

  test("a booking appears, moves and vanishes in its host's calendar", async () => {
    const setting = await connected(server);
    const { key, typeId, calendar } = setting;
    const body = bookingOf(typeId, `${day}T10:00:00Z`, { notes: "Bring the plans" });
    const { id } = await ok("bookings.create", { key, body });
    const get = async () => await ok("bookings.get", { key, id });
    const address = `${server.calendarUrl}${id}.ics`;
    const text = await until(() => server.get(address));
    expect(text).toMatch(new RegExp(`DTSTART:${compact}T100000Z`));
    expect(text).toContain("Ada Lovelace");
    expect(text).toContain("Bring the plans");
    expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER)/m);
    const written = await until(async () => {
      const booking = await get();
      return booking.calendar_event_id !== null && booking;
    });
    expect(written).toMatchObject({
      calendar_event_id: address,
      calendar_connection_id: calendar.id,
      calendar_event_status: "written",
    });

    // Its own event does not stand in its way, not even over half of it.
    await ok("bookings.reschedule", { key, id, body: { new_start_time: `${day}T10:30:00Z` } });
    await until(
      async () => (await server.get(address))?.includes(`DTSTART:${compact}T103000Z`) ?? null,
    );
    expect((await closed(setting))["10:30"]).toBe("booked");
    expect(await offered(setting)).toContain("10:00");

    await ok("bookings.cancel", { key, id, body: {} });
    await until(async () => (await server.get(address)) === null);
    await until(async () => (await get()).calendar_event_id === null);
    expect(await offered(setting)).toContain("10:30");
  });

  test("what a host moved or deleted stays as it is, and shows", async () => {
    const setting = await connected(server);
    const { key, typeId } = setting;
    const make = async (time: string) => {
      const { id } = await ok("bookings.create", {
        key,
        body: bookingOf(typeId, `${day}T${time}Z`),
      });
      const address = `${server.calendarUrl}${id}.ics`;
      const text = await until(() => server.get(address));
      await until(async () => (await ok("bookings.get", { key, id })).calendar_event_id);
      return { id, address, text };
    };
    const moved = await make("13:00:00");
    await server.write(
      moved.address,
      moved.text
        .replace(/DTSTART:\S+/, `DTSTART:${compact}T170000Z`)
        .replace(/DTEND:\S+/, `DTEND:${compact}T173000Z`),
    );
    const deleted = await make("14:00:00");
    await server.remove(deleted.address);

    for (const [{ id }, time] of [
      [moved, "13:30:00"],
      [deleted, "14:30:00"],
    ] as const) {
      await ok("bookings.reschedule", { key, id, body: { new_start_time: `${day}T${time}Z` } });
    }
    const statusOf = async (id: string) =>
      (await ok("bookings.get", { key, id })).calendar_event_status;
    await until(async () => (await statusOf(moved.id)) === "moved");
    await until(async () => (await statusOf(deleted.id)) === "deleted");
    expect(await server.get(moved.address)).toContain(`DTSTART:${compact}T170000Z`);
    expect(await server.get(deleted.address)).toBeNull();
    // Where the host moved it, the host is busy.
    expect((await closed(setting))["17:00"]).toBe("external_calendar");
    for (const { id } of [moved, deleted]) await ok("bookings.cancel", { key, id, body: {} });
    await until(async () => (await server.get(moved.address)) === null);
  });

  test("a server that is down closes its host's time and says so, until it is back", async () => {
    const setting = await connected(server);
    const { key, typeId, calendar } = setting;
    await server.stop();
    const reasons = await closed(setting);
    expect(Object.keys(reasons)).toHaveLength(48);
    expect(new Set(Object.values(reasons))).toEqual(new Set(["calendar_unreachable"]));
    const shown = await ok("calendars.get", { key, id: calendar.id });
    expect(shown).toMatchObject({ status: "connected", sync_status: "failing" });
    expect(shown.sync_error).toMatch(/refused/);
    const body = bookingOf(typeId, `${day}T10:00:00Z`);
    const error = await refused("bookings.create", { key, body });
    expect(error).toMatchObject({ status: 409, details: { start_time: "calendar_unreachable" } });
    await server.start();
    expect(await offered(setting)).toHaveLength(48);
    expect((await ok("calendars.get", { key, id: calendar.id })).sync_status).toBe("ok");
  });

  test("a disconnected calendar closes nothing, and its secret is gone", async () => {
    const setting = await connected(server);
    const { key, calendar } = setting;
    expect((await call("calendars.disconnect", { key, id: calendar.id })).status).toBe(204);
    expect((await ok("calendars.list", { key })).data).toEqual([]);
    expect((await call("calendars.get", { key, id: calendar.id })).status).toBe(404);
  });

  test("neither is it read nor written in test mode", async () => {
    const organization = await newOrganization();
    const { live, test: key } = organization;
    const body = { server_url: server.url, username: server.username, password: server.password };
    await ok("calendars.connectCaldav", { key: live, body });
    expect((await ok("calendars.list", { key })).data).toEqual([]);
    expect((await refused("calendars.connectCaldav", { key, body })).status).toBe(403);
    const type = await newEventType(key);
    const before = await server.list();
    await server.stop();
    const { id } = await ok("bookings.create", {
      key,
      body: bookingOf(type.id, `${day}T10:00:00Z`),
    });
    await server.start();
    await wait(500);
    expect(await server.list()).toEqual(before);
    expect((await ok("bookings.get", { key, id })).calendar_event_id).toBeNull();
  });
});
