import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followBooking } from "../calendars/write-events";
import { prisma } from "../db";
import {
  closed,
  compact,
  connected,
  day,
  offered,
  servers,
} from "../testing/calendars/caldav-setting";
import type { DavServer } from "../testing/calendars/dav-server";
import { bookingOf, newEventType, newOrganization } from "../testing/factories";
import { ok, refused } from "../testing/rest";
import { until } from "../testing/until";
import { startWorker } from "./run";

let worker: { stop: () => Promise<void> };
beforeAll(async () => (worker = await startWorker()));
afterAll(() => worker.stop());

describe.each(servers)("with $name", ({ start, isHere }) => {
  describe.skipIf(!isHere)("which is here", () => {
    let server: DavServer;
    beforeAll(async () => (server = await start()));
    afterAll(() => server.close());

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

    test("a group's session is one event, whoever comes and goes", async () => {
      const { key } = await connected(server);
      const type = await newEventType(key, { max_attendees: 5 });
      const before = await server.list();
      const events = async () => (await server.list()).filter((each) => !before.includes(each));
      const book = async (time: string) => {
        const made = await ok("bookings.create", {
          key,
          body: bookingOf(type.id, `${day}T${time}Z`),
        });
        const address = await until(
          async () => (await ok("bookings.get", { key, id: made.id })).calendar_event_id,
        );
        return { id: made.id, address };
      };
      const first = await book("15:00:00");
      const second = await book("15:00:00");
      expect(second.address).toBe(first.address);
      expect(await events()).toEqual([first.address]);
      await until(async () => (await server.get(first.address))?.includes("2 guests") ?? null);

      await ok("bookings.reschedule", {
        key,
        id: second.id,
        body: { new_start_time: `${day}T16:00:00Z` },
      });
      await until(async () => (await events()).length === 2);
      await until(async () => (await server.get(first.address))?.includes("Ada Lovelace") ?? null);
      const moved = await until(async () => {
        const { calendar_event_id: address } = await ok("bookings.get", { key, id: second.id });
        return address !== first.address && address;
      });
      expect((await events()).toSorted()).toEqual([first.address, moved].toSorted());
      // Done again, as jobs may be, it changes nothing.
      const [again] = await prisma.event.findMany({
        where: { resourceId: second.id, action: "booking.rescheduled" },
      });
      await until(async () =>
        followBooking(again?.id ?? "").then(
          () => true,
          () => false,
        ),
      );
      expect(await ok("bookings.get", { key, id: second.id })).toMatchObject({
        calendar_event_id: moved,
        calendar_event_status: "written",
      });
      expect((await ok("bookings.get", { key, id: first.id })).calendar_event_id).toBe(
        first.address,
      );

      for (const { id } of [first, second]) await ok("bookings.cancel", { key, id, body: {} });
      await until(async () => (await events()).length === 0);
      await until(
        async () => (await ok("bookings.get", { key, id: first.id })).calendar_event_id === null,
      );
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
});
