import { beforeAll, describe, expect, test } from "vitest";
import type { EventType } from "../event-types/schema";
import { newId } from "../ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { problemOf, type Wrong, wrongDurations, wrongInstants } from "../testing/refusals";
import { ok } from "../testing/rest";

let organization: TestOrganization;
let type: EventType;
beforeAll(async () => {
  organization = await newOrganization();
  type = await newEventType(organization.live);
});

describe("cancelling", () => {
  const wrong: Wrong = [
    ["reason", "x".repeat(501), "must have at most 500 characters"],
    ["reason", "\u0000", "control characters"],
    ["reason", "\ud800", "surrogate"],
    ["reason", 5, "must be of type string"],
    ["status", "cancelled", "is not a known field"],
    ["id", newId(), "is not a known field"],
  ];
  test.each(wrong)("refuses %s %j: %s", async (field, value, says) => {
    const { id } = await ok("bookings.create", { body: bookingOf(type.id, ahead(4)) });
    const options = { key: organization.live, id, body: { [field]: value } };
    expect(await problemOf(organization, "bookings.cancel", options, field)).toMatch(says);
    await ok("bookings.cancel", { key: organization.live, id });
  });
});

describe("rescheduling", () => {
  const wrong: Wrong = [
    ...wrongInstants("new_start_time"),
    ...wrongDurations,
    ["reason", "x".repeat(501), "must have at most 500 characters"],
    ["reason", "a\u0000b", "control characters"],
    ["start_time", ahead(5), "is not a known field"],
    ["invitee_email", "b@example.com", "is not a known field"],
  ];
  let id: string;
  beforeAll(async () => {
    ({ id } = await ok("bookings.create", { body: bookingOf(type.id, ahead(5)) }));
  });

  test.each(wrong)("refuses %s %j: %s", async (field, value, says) => {
    const body = { new_start_time: ahead(6), [field]: value };
    const options = { key: organization.live, id, body };
    expect(await problemOf(organization, "bookings.reschedule", options, field)).toMatch(says);
  });

  test("needs new_start_time", async () => {
    const options = { key: organization.live, id, body: {} };
    const problem = await problemOf(organization, "bookings.reschedule", options, "new_start_time");
    expect(problem).toBe("is required");
  });
});

describe("listing", () => {
  const wrong: Wrong = [
    ["status", "done", 'must be "confirmed" or'],
    ["event_type_id", "1", "must be a UUID"],
    ["assigned_host_id", "me", "must be a UUID"],
    ["invitee_email", "ada", "must be an e-mail address"],
    ["invitee_email", "\u0000@example.com", /./],
    ["from", "2026-02-30T00:00:00Z", "RFC 3339 instant"],
    ["to", "2026-03-01", "RFC 3339 instant"],
    ["order", "up", 'must be "asc" or "desc"'],
    ["starting_after", "x", "must be a UUID"],
    ["offset", "10", "is not a known field"],
    ["is_test", "true", "is not a known field"],
  ];
  test.each(wrong)("refuses %s %j: %s", async (field, value, says) => {
    const options = { key: organization.live, query: { [field]: String(value) } };
    expect(await problemOf(organization, "bookings.list", options, field)).toMatch(says);
  });
});
