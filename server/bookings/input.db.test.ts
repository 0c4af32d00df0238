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
import {
  problemOf,
  type Wrong,
  wrongDurations,
  wrongInstants,
  wrongEmails,
  wrongNames,
  wrongZones,
} from "../testing/refusals";
import { ok } from "../testing/rest";

let organization: TestOrganization;
let type: EventType;
let group: EventType;
beforeAll(async () => {
  organization = await newOrganization();
  type = await newEventType(organization.live);
  group = await newEventType(organization.live, { max_attendees: 10 });
});

const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, "value"]));

const wrongCreations: Wrong = [
  ...["1", "", "not-a-uuid", `${newId()}0`, "\u0000"].map((id): Wrong[number] => [
    "event_type_id",
    id,
    "must be a UUID",
  ]),
  ["event_type_id", 1, /./],
  ["event_type_id", null, /./],
  ...wrongInstants("start_time"),
  ...wrongNames("invitee_name"),
  ...wrongEmails("invitee_email"),
  ...wrongZones("invitee_timezone"),
  ...wrongDurations,
  ["notes", "x".repeat(1001), "must have at most 1000 characters"],
  ["notes", "a\u0000", "control characters"],
  ["notes", "\udfff", "surrogate"],
  ["notes", ["a"], "must be of type string"],
  ["metadata", pairs(51), "must have at most 50 pairs"],
  ["metadata", [], /must be of type/],
  ["metadata", null, /must be of type/],
  ["metadata", { a: 1 }, "must be of type string", "metadata.a"],
  ["metadata", { a: "x".repeat(501) }, "must have at most 500 characters", "metadata.a"],
  ["metadata", { a: "\u0000" }, "control characters", "metadata.a"],
  ["metadata", { a: { b: "c" } }, "must be of type string", "metadata.a"],
  [
    "metadata",
    { ["k".repeat(41)]: "" },
    "must have at most 40 characters",
    `metadata.${"k".repeat(41)}`,
  ],
  ["metadata", { "": "" }, "must not be empty", "metadata."],
  ["metadata", { "a\u0000": "" }, "control characters", "metadata.a\u0000"],
  ["metadata", { "a\nb": "" }, "single line", "metadata.a\nb"],
  ["metadata", { " a": "1" }, "white space", "metadata. a"],
  ["answers", { a: "x" }, "answers no question", "answers.a"],
  ["answers", { constructor: "x" }, "answers no question", "answers.constructor"],
  ["answers", { a: 1 }, "must be text or true or false", "answers.a"],
  ["answers", pairs(21), "must have at most 20 answers"],
  ["answers", "x", /must be of type/],
  ["attendees", [{ name: "A", email: "a@example.com" }], "together with attendees", "invitee_name"],
];

describe("creating a booking", () => {
  const create = (fields: Record<string, unknown>) => ({
    body: { ...bookingOf(type.id, ahead(3)), ...fields },
  });

  test.each(wrongCreations)("refuses %s %j: %s", async (field, value, says, at = field) => {
    const options = create({ [field]: value });
    expect(await problemOf(organization, "bookings.create", options, at)).toMatch(says);
  });

  test.each([
    "organization_id",
    "is_test",
    "status",
    "end_time",
    "cancel_token",
    "assigned_host",
    "assigned_host_id",
    "allocation_id",
    "attendee_count",
    "meeting_url",
    "location",
    "id",
    "guests",
  ])("refuses %s, which nobody may set", async (field) => {
    const problem = await problemOf(
      organization,
      "bookings.create",
      create({ [field]: null }),
      field,
    );
    expect(problem).toBe("is not a known field");
  });

  test.each(["event_type_id", "start_time", "invitee_name", "invitee_email", "invitee_timezone"])(
    "needs %s",
    async (field) => {
      const problem = await problemOf(
        organization,
        "bookings.create",
        create({ [field]: undefined }),
        field,
      );
      expect(problem).toMatch(/is required|must be a UUID/);
    },
  );

  const guest = { name: "A", email: "a@example.com" };
  const wrongParties: [value: unknown, says: string | RegExp, at: string][] = [
    [[], "at least one attendee", "attendees"],
    [Array.from({ length: 101 }, () => guest), "at most 100 attendees", "attendees"],
    [null, /must be of type/, "attendees"],
    [[null], /must be of type/, "attendees.0"],
    [[guest, {}], "is required", "attendees.1.name"],
    [[{ name: "A" }], "is required", "attendees.0.email"],
    [[{ ...guest, phone: "1" }], "is not a known field", "attendees.0.phone"],
    [[{ ...guest, is_primary: true }], "is not a known field", "attendees.0.is_primary"],
    ...wrongNames("name").map(([, value, says]): [unknown, string | RegExp, string] => [
      [{ ...guest, name: value }],
      says,
      "attendees.0.name",
    ]),
    ...wrongEmails("email").map(([, value, says]): [unknown, string | RegExp, string] => [
      [guest, { ...guest, email: value }],
      says,
      "attendees.1.email",
    ]),
    ...wrongZones("timezone").map(([, value, says]): [unknown, string | RegExp, string] => [
      [{ ...guest, timezone: value }],
      says,
      "attendees.0.timezone",
    ]),
  ];
  test.each(wrongParties)("refuses attendees %j: %s", async (attendees, says, at) => {
    const options = { body: { event_type_id: group.id, start_time: ahead(3), attendees } };
    expect(await problemOf(organization, "bookings.create", options, at)).toMatch(says);
  });

  test("takes every limit on its right side, and gives it back unchanged", async () => {
    const fields = {
      invitee_name: "x".repeat(255),
      invitee_email: `${"a".repeat(60)}@${`${"b".repeat(60)}.`.repeat(3)}com`,
      invitee_timezone: "America/Argentina/ComodRivadavia",
      notes: "n".repeat(1000),
      metadata: { ...pairs(49), ["k".repeat(40)]: "v".repeat(500) },
    };
    const { id, ...made } = await ok(
      "bookings.create",
      create({ ...fields, start_time: ahead(30) }),
    );
    expect(made).toMatchObject(fields);
    expect(await ok("bookings.get", { key: organization.live, id })).toEqual({ id, ...made });
  });

  test("takes any offset of an instant for the same instant", async () => {
    const fresh = await newEventType(organization.live);
    const startTime = ahead(31, "10:00").replace("10:00:00.000Z", "15:30:00+05:30");
    const made = await ok("bookings.create", { body: bookingOf(fresh.id, startTime) });
    expect(made.start_time).toBe(ahead(31));
  });
});
