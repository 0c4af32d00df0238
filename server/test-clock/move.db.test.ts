import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import {
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { call, ok, refused } from "../testing/rest";

let organization: TestOrganization;
beforeEach(async () => {
  organization = await newOrganization();
});

const dayMs = 86_400_000;

/** How far a clock stands from what it should, in seconds. */
const offBy = (now: string, wantedMs: number) => Math.abs(Date.parse(now) - wantedMs) / 1000;

test("is the real time until it is moved, and again when it is put back", async () => {
  const { test: key } = organization;
  const real = await ok("testClock.get", { key });
  expect(real).toMatchObject({ is_real: true, ahead_minutes: 0 });
  expect(offBy(real.now, Date.now())).toBeLessThan(5);
  const moved = await ok("testClock.move", { key, body: { advance_minutes: 90 * 1440 } });
  expect(moved).toMatchObject({ is_real: false, ahead_minutes: 90 * 1440 });
  expect(offBy(moved.now, Date.now() + 90 * dayMs)).toBeLessThan(5);
  const further = await ok("testClock.move", { key, body: { advance_minutes: 1440 } });
  expect(further.ahead_minutes).toBe(91 * 1440);
  await ok("testClock.reset", { key });
  expect((await ok("testClock.get", { key })).is_real).toBe(true);
});

test("availability, notice and booking window follow; live types do not", async () => {
  const { test: key, live } = organization;
  const fields = { minimum_notice_minutes: 1440, booking_window_days: 10 };
  const type = await newEventType(key, fields);
  const liveType = await newEventType(live, fields);
  const slots = async (id: string, day: number) => {
    const query = { event_type_id: id, start: dateAhead(day), end: dateAhead(day) };
    return (await ok("availability.list", { query })).slots.length;
  };
  expect(await slots(type.id, 5)).toBe(48);
  expect(await slots(type.id, 95)).toBe(0);
  await ok("testClock.move", { key, body: { now: ahead(90, "00:00") } });
  expect(await slots(type.id, 5)).toBe(0);
  expect(await slots(type.id, 90)).toBe(0);
  expect(await slots(type.id, 95)).toBe(48);
  expect(await slots(liveType.id, 5)).toBe(48);
  const book = (id: string, start: string) =>
    call("bookings.create", { body: bookingOf(id, start) });
  expect((await book(type.id, ahead(5))).status).toBe(400);
  expect((await book(type.id, ahead(95))).status).toBe(201);
  expect((await book(liveType.id, ahead(5))).status).toBe(201);
});

test("what has begun in test time can no longer be changed by its invitee", async () => {
  const { test: key } = organization;
  const type = await newEventType(key);
  const { id, cancel_token: token } = await ok("bookings.create", {
    body: bookingOf(type.id, ahead(20)),
  });
  await ok("testClock.move", { key, body: { now: ahead(20, "10:01") } });
  expect(
    await refused("bookings.cancel", { id, query: { token: token ?? "" }, body: {} }),
  ).toMatchObject({ status: 400, code: "bad_request" });
  await ok("testClock.reset", { key });
  await ok("bookings.cancel", { id, query: { token: token ?? "" }, body: {} });
});

test.each([
  [{}, "now", "is required"],
  [{ now: ahead(1), advance_minutes: 1 }, "now", "not both"],
  [{ now: "tomorrow" }, "now", "RFC 3339"],
  [{ now: ahead(-1) }, "now", "must not lie before"],
  [{ now: ahead(6 * 366) }, "now", "five years"],
  [{ advance_minutes: 0 }, "advance_minutes", "1"],
  [{ advance_minutes: 1.5 }, "advance_minutes", "int"],
  [{ advance_minutes: "60" }, "advance_minutes", "of type"],
  [{ advance_minutes: -60 }, "advance_minutes", "1"],
  [{ frozen: true }, "frozen", "known field"],
])("%j is refused: %s %s", async (body, field, says) => {
  const { details } = await refused("testClock.move", { key: organization.test, body });
  expect(details?.[field]).toContain(says);
});

test("it does not go back by itself", async () => {
  const { test: key } = organization;
  await ok("testClock.move", { key, body: { now: ahead(30) } });
  const { details } = await refused("testClock.move", { key, body: { now: ahead(29) } });
  expect(details?.["now"]).toContain("DELETE /v1/test-clock");
});

test("a live key has none, and each organization its own", async () => {
  const other = await newOrganization();
  await ok("testClock.move", { key: organization.test, body: { advance_minutes: 60 } });
  expect((await ok("testClock.get", { key: other.test })).is_real).toBe(true);
  for (const name of ["testClock.get", "testClock.move", "testClock.reset"] as const) {
    const body = name === "testClock.move" ? { body: { advance_minutes: 1 } } : {};
    expect(await refused(name, { key: organization.live, ...body })).toMatchObject({ status: 403 });
  }
});

test("20 moves at once add up, and each leaves its event", async () => {
  const { test: key, organizationId } = organization;
  const moves = Array.from({ length: 20 }, () =>
    ok("testClock.move", { key, body: { advance_minutes: 10 } }),
  );
  await Promise.all(moves);
  expect((await ok("testClock.get", { key })).ahead_minutes).toBe(200);
  const events = await prisma.event.count({
    where: { organizationId, action: "test_clock.moved" },
  });
  expect(events).toBe(20);
});
