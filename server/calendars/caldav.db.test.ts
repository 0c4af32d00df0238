import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  closed,
  compact,
  connected,
  day,
  offered,
  servers,
} from "../testing/calendars/caldav-setting";
import type { DavServer } from "../testing/calendars/dav-server";
import { bookingOf, dateAhead, newOrganization } from "../testing/factories";
import { call, ok, refused } from "../testing/rest";

describe.each(servers)("with $name", ({ start, isHere }) => {
  describe.skipIf(!isHere)("which is here", () => {
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
        [
          "timed in UTC",
          `DTSTART:${compact}T100000Z\nDTEND:${compact}T110000Z`,
          ["10:00", "10:30"],
        ],
        [
          "in another zone",
          `DTSTART;TZID=Asia/Kolkata:${compact}T180000\nDURATION:PT30M`,
          ["12:30"],
        ],
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
  });
});
