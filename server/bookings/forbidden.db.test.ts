import { beforeAll, describe, expect, test } from "vitest";
import type { EventType } from "../event-types/schema";
import {
  ahead,
  bookingOf,
  dateAhead,
  fingerprint,
  newEventType,
  newOrganization,
  partyOf,
  type TestOrganization,
} from "../testing/factories";
import { ok, refused } from "../testing/rest";

let organization: TestOrganization;
let type: EventType;
let group: EventType;
beforeAll(async () => {
  organization = await newOrganization();
  type = await newEventType(organization.live);
  group = await newEventType(organization.live, { max_attendees: 10 });
});

/** What is well-formed but against a rule, or too late: the status, the code and the field that is named. */
describe("a booking that the rules forbid", () => {
  const refuse = async (owner: TestOrganization, body: unknown) => {
    const before = await fingerprint(owner);
    const { status, code, details } = await refused("bookings.create", { body });
    expect(await fingerprint(owner)).toBe(before);
    return { status, code, details };
  };

  test.each([
    [{ duration_options: [30, 60] }, "must be one of: 30, 60"],
    [{ duration_options: null }, "must be one of: 30"],
    [{}, "must be one of: 30"],
  ])("for a duration that is no option (%j) names the options", async (fields, problem) => {
    const own = await newEventType(organization.live, fields);
    const body = bookingOf(own.id, ahead(3), { duration: 45 });
    expect(await refuse(organization, body)).toEqual({
      status: 400,
      code: "bad_request",
      details: { duration: problem },
    });
  });

  test("for more people than the type takes, or an e-mail twice in any case, names attendees", async () => {
    expect(await refuse(organization, partyOf(group.id, ahead(3), 11))).toEqual({
      status: 400,
      code: "bad_request",
      details: { attendees: "must be at most 10" },
    });
    const attendees = ["a@example.com", "A@Example.com"].map((email) => ({ name: "A", email }));
    const body = { event_type_id: group.id, start_time: ahead(3), attendees };
    expect(await refuse(organization, body)).toEqual({
      status: 400,
      code: "bad_request",
      details: { attendees: "must not repeat an e-mail address" },
    });
  });

  test.each([
    ["in the past", {}, -1, "past"],
    ["within the minimum notice", { minimum_notice_minutes: 5 * 1440 }, 4, "minimum_notice"],
    ["beyond the booking window", { booking_window_days: 5 }, 7, "booking_window"],
  ])("%s is a bad_request that names start_time", async (_, fields, days, reason) => {
    const own = await newEventType(organization.live, fields);
    expect(await refuse(organization, bookingOf(own.id, ahead(days)))).toEqual({
      status: 400,
      code: "bad_request",
      details: { start_time: reason },
    });
  });

  test.each([
    ["off the grid", ahead(3, "10:01"), "not_on_grid"],
    ["off the grid by a millisecond", ahead(3).replace(".000Z", ".001Z"), "not_on_grid"],
  ])("%s is a conflict that names start_time", async (_, startTime, reason) => {
    expect(await refuse(organization, bookingOf(type.id, startTime))).toEqual({
      status: 409,
      code: "conflict",
      details: { start_time: reason },
    });
  });

  test("for a stale slot, listed before its date was closed, its type moved or its host booked, is a conflict", async () => {
    const own = await newOrganization();
    const stale = await newEventType(own.live);
    const query = { event_type_id: stale.id, start: dateAhead(3), end: dateAhead(3) };
    const { slots } = await ok("availability.list", { query });
    const startTime = slots[4]?.start_time ?? "";
    const body = bookingOf(stale.id, startTime);
    const other = await newEventType(own.live);
    const taken = await ok("bookings.create", { body: bookingOf(other.id, startTime) });
    expect(await refuse(own, body)).toMatchObject({
      status: 409,
      details: { start_time: "booked" },
    });
    await ok("bookings.cancel", { key: own.live, id: taken.id });
    const closed = { timezone: "UTC", rules: [], overrides: [{ date: dateAhead(3), windows: [] }] };
    await ok("availability.replaceRules", { key: own.live, id: stale.id, body: closed });
    expect(await refuse(own, body)).toMatchObject({ status: 409, code: "conflict" });
    await ok("eventTypes.update", { key: own.live, id: stale.id, body: { active: false } });
    expect(await refuse(own, body)).toMatchObject({ status: 404 });
    await ok("eventTypes.delete", { key: own.live, id: stale.id });
    expect(await refuse(own, body)).toMatchObject({ status: 404, code: "not_found" });
  });
});
