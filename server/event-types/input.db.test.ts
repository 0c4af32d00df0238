import { beforeAll, describe, expect, test } from "vitest";
import { newEventType, newOrganization, type TestOrganization } from "../testing/factories";
import { ok } from "../testing/rest";
import { problemOf, severalLines, unprintable } from "../testing/refusals";
import type { EventType } from "./schema";

let organization: TestOrganization;
let type: EventType;
beforeAll(async () => {
  organization = await newOrganization();
  type = await newEventType(organization.live);
});

/** Refused values of each field, with what is said of them; every limit of the contract, once on its wrong side. */
const wrong: [field: string, value: unknown, says: string | RegExp, at?: string][] = [
  ["title", "", "must not be empty"],
  ["title", "   ", "must not be empty"],
  ["title", "x".repeat(256), "must have at most 255 characters"],
  ["title", 5, "must be of type string"],
  ["title", null, "must be of type string"],
  ["title", ["a"], "must be of type string"],
  ...unprintable.map(([, text]): [string, string, string] => ["title", text, "control characters"]),
  ...severalLines.map(([, text]): [string, string, string] => ["title", text, "single line"]),
  ["slug", "", "must be a-z and 0-9"],
  ["slug", "A", "must be a-z and 0-9"],
  ["slug", "-a", "must be a-z and 0-9"],
  ["slug", "a-", "must be a-z and 0-9"],
  ["slug", "a--b", "must be a-z and 0-9"],
  ["slug", "a b", "must be a-z and 0-9"],
  ["slug", "a\n", "must be a-z and 0-9"],
  ["slug", "é", "must be a-z and 0-9"],
  ["slug", "a/b", "must be a-z and 0-9"],
  ["slug", "x".repeat(101), "must have at most 100 characters"],
  ["slug", null, "must be of type string"],
  ["description", "x".repeat(1001), "must have at most 1000 characters"],
  ["description", "a\u0000", "control characters"],
  ["description", "\ud800", "surrogate"],
  ["description", {}, "must be of type string"],
  ["duration_minutes", 4, "must be at least 5"],
  ["duration_minutes", 481, "must be at most 480"],
  ["duration_minutes", 30.5, "whole number"],
  ["duration_minutes", "30", "whole number"],
  ["duration_minutes", null, "whole number"],
  ["duration_minutes", 1e300, "whole number"],
  ["duration_minutes", -30, "must be at least 5"],
  ["duration_options", [], "1 to 10 entries"],
  ["duration_options", Array.from({ length: 11 }, (_, index) => 30 + index), "1 to 10 entries"],
  ["duration_options", [30, 30], "must not repeat"],
  ["duration_options", [30, 4], "must be at least 5", "duration_options.1"],
  ["duration_options", [30, 481], "must be at most 480", "duration_options.1"],
  ["duration_options", [30, "60"], "whole number", "duration_options.1"],
  ["duration_options", [60], "must contain duration_minutes"],
  ["duration_options", 30, "must be of type array"],
  ["buffer_before_minutes", -1, "must be at least 0"],
  ["buffer_before_minutes", 121, "must be at most 120"],
  ["buffer_before_minutes", null, "whole number"],
  ["buffer_after_minutes", -1, "must be at least 0"],
  ["buffer_after_minutes", 121, "must be at most 120"],
  ["buffer_after_minutes", true, "whole number"],
  ["minimum_notice_minutes", -1, "must be at least 0"],
  ["minimum_notice_minutes", 43_201, "must be at most 43200"],
  ["booking_window_days", 0, "must be at least 1"],
  ["booking_window_days", 731, "must be at most 730"],
  ["slot_interval_minutes", 4, "must be at least 5"],
  ["slot_interval_minutes", 481, "must be at most 480"],
  ["max_attendees", 0, "must be at least 1"],
  ["max_attendees", 101, "must be at most 100"],
  ["max_attendees", null, "whole number"],
  ["booking_cap", 0, "must be at least 1"],
  ["booking_cap", 10_001, "must be at most 10000"],
  ["booking_cap", 5, "together with booking_cap_period"],
  ["booking_cap_period", "yearly", 'must be "daily" or "weekly" or "monthly" or "total"'],
  ["booking_cap_period", "daily", "together", "booking_cap"],
  ["waitlist_enabled", "true", "must be of type boolean"],
  ["waitlist_enabled", 1, "must be of type boolean"],
  ["waitlist_max_size", 0, "must be at least 1"],
  ["waitlist_max_size", 1001, "must be at most 1000"],
  ["price_amount", 99, "must be at least 100"],
  ["price_amount", 100.5, "whole number"],
  ["price_amount", 2 ** 31, "must be at most"],
  ["price_currency", "USD", "lower-case ISO 4217"],
  ["price_currency", "us", "lower-case ISO 4217"],
  ["price_currency", null, "must be of type string"],
  ["reminder_intervals", [5, 6, 7, 8, 9, 10], "must have at most 5 entries"],
  ["reminder_intervals", [4], "must be at least 5", "reminder_intervals.0"],
  ["reminder_intervals", [43_201], "must be at most 43200", "reminder_intervals.0"],
  ["reminder_intervals", null, "must be of type array"],
  ["color", "blue", "colour such as"],
  ["color", "#12345", "colour such as"],
  ["color", "#1234567", "colour such as"],
  ["color", "#12345g", "colour such as"],
  ["conferencing_provider", "skype", 'must be "zoom" or'],
  ["conferencing_provider", "custom", "must be an https address", "location"],
  ["location", "x".repeat(501), "must have at most 500 characters"],
  ["location", "\u0000", "control characters"],
  ["assignment_strategy", "random", 'must be "round_robin" or'],
  ["assignment_strategy", null, 'must be "round_robin" or'],
  ["active", "false", "must be of type boolean"],
  ["active", null, "must be of type boolean"],
];

/** Fields that are read-only, ours, or nobody's: mass assignment is refused by name. */
const unknownFields = [
  "organization_id",
  "is_test",
  "timezone",
  "booking_url",
  "created_at",
  "updated_at",
  "deleted_at",
  "organization",
  "Title",
  "titel",
];

const question = { id: "q", label: "Why?", type: "text", required: false };
const wrongQuestions: [value: unknown, says: string | RegExp, at: string][] = [
  [Array.from({ length: 21 }, (_, index) => ({ ...question, id: `q${index}` })), "at most 20", ""],
  [[question, question], "must not repeat an id", ""],
  [[{ ...question, id: "Q" }], "a-z, 0-9", ".0.id"],
  [[{ ...question, id: "" }], "a-z, 0-9", ".0.id"],
  [[{ ...question, id: "x".repeat(41) }], "1 to 40", ".0.id"],
  [[{ ...question, id: "__proto__" }], "a-z, 0-9", ".0.id"],
  [[{ ...question, label: "" }], "must not be empty", ".0.label"],
  [[{ ...question, label: "x".repeat(201) }], "at most 200", ".0.label"],
  [[{ ...question, label: "a\nb" }], "single line", ".0.label"],
  [[{ ...question, type: "date" }], 'must be "text" or', ".0.type"],
  [[{ ...question, required: "yes" }], "must be of type boolean", ".0.required"],
  [[question, { id: "r", label: "R", type: "text" }], "is required", ".1.required"],
  [[{ ...question, hint: "x" }], "is not a known field", ".0.hint"],
  [[{ ...question, options: ["a"] }], "only for one", ".0.options"],
  [[{ ...question, type: "select" }], "must be given for a select", ".0.options"],
  [[{ ...question, type: "select", options: [] }], /./, ".0.options"],
  [[{ ...question, type: "select", options: [""] }], "must not be empty", ".0.options.0"],
  [[{ ...question, type: "select", options: ["x".repeat(101)] }], "at most 100", ".0.options.0"],
  [["text"], "must be of type object", ".0"],
  ["text", "must be of type array", ""],
  [null, "must be of type array", ""],
];

const valid = { title: "Fine", slug: "fine", duration_minutes: 30 };

describe.each([
  ["creating", "eventTypes.create"],
  ["updating", "eventTypes.update"],
] as const)("%s an event type", (_, name) => {
  const send = (fields: Record<string, unknown>) => ({
    key: organization.live,
    ...(name === "eventTypes.update"
      ? { id: type.id, body: fields }
      : { body: { ...valid, ...fields } }),
  });

  test.each(wrong)("refuses %s %j: %s", async (field, value, says, at = field) => {
    expect(await problemOf(organization, name, send({ [field]: value }), at)).toMatch(says);
  });

  test.each(wrongQuestions)("refuses questions %j: %s", async (questions, says, at) => {
    const field = `questions${at}`;
    expect(await problemOf(organization, name, send({ questions }), field)).toMatch(says);
  });

  test.each(unknownFields)("refuses %s, which nobody may set", async (field) => {
    const options = send({ [field]: "x" });
    const problem = await problemOf(organization, name, options, field);
    expect(problem).toBe("is not a known field");
  });

  test("names every wrong field at once", async () => {
    const fields = { title: "", slug: "A", duration_minutes: 1, nonsense: 1 };
    for (const field of Object.keys(fields)) {
      expect(await problemOf(organization, name, send(fields), field)).not.toBe("");
    }
  });
});

test.each(["title", "slug", "duration_minutes"])("creating needs %s", async (field) => {
  const body = Object.fromEntries(Object.entries(valid).filter(([name]) => name !== field));
  const options = { key: organization.live, body };
  const problem = await problemOf(organization, "eventTypes.create", options, field);
  expect(problem).toMatch(/is required|must be/);
});

/** Each limit on its right side, kept as it was sent. */
const right: Record<string, unknown>[] = [
  { title: "x" },
  { title: "x".repeat(255) },
  { title: '😀 Zoë & <b>Co</b>\'s "call" \\ %s' },
  { slug: "x".repeat(100) },
  { slug: "0-a-1" },
  { description: null },
  { description: "x".repeat(1000) },
  { description: "several\nlines\tand tabs" },
  { duration_minutes: 5 },
  { duration_minutes: 480 },
  { duration_options: [30] },
  { duration_options: [5, 480, 30, 15, 20, 25, 35, 40, 45, 50] },
  { buffer_before_minutes: 120, buffer_after_minutes: 120 },
  { minimum_notice_minutes: 43_200 },
  { booking_window_days: 730 },
  { slot_interval_minutes: 480 },
  { max_attendees: 100 },
  { booking_cap: 10_000, booking_cap_period: "total" },
  { waitlist_enabled: true, waitlist_max_size: 1000 },
  { price_amount: 100, price_currency: "eur" },
  { reminder_intervals: [] },
  { reminder_intervals: [5, 43_200, 60, 120, 180] },
  { color: "#000000" },
  { conferencing_provider: "custom", location: "https://meet.example.com/x" },
  { conferencing_provider: "in_person", location: "x".repeat(500) },
  { assignment_strategy: "least_booked" },
  { questions: [{ ...question, type: "select", options: ["a", "b"] }] },
  { active: false },
];

test.each(right)("creating takes %j, and gives it back unchanged", async (fields) => {
  const { live: key } = await newOrganization();
  const made = await ok("eventTypes.create", { key, body: { ...valid, ...fields } });
  expect(made).toMatchObject(fields);
  expect(await ok("eventTypes.get", { key, id: made.id })).toEqual(made);
});

test.each(right)("updating takes %j, and changes nothing else", async (fields) => {
  const { live: key } = await newOrganization();
  const { id } = await ok("eventTypes.create", { key, body: valid });
  const before = await ok("eventTypes.get", { key, id });
  const after = await ok("eventTypes.update", { key, id, body: fields });
  expect(after).toEqual({
    ...before,
    ...fields,
    booking_url: after.booking_url,
    updated_at: after.updated_at,
  });
});

test("white space around a title is cut, and what the defaults are is what the contract says", async () => {
  const { live: key, organizationId } = await newOrganization({ timeZone: "Asia/Kolkata" });
  const made = await ok("eventTypes.create", { key, body: { ...valid, title: "  Fine  " } });
  expect(made).toEqual({
    ...valid,
    id: made.id,
    organization_id: organizationId,
    description: null,
    timezone: "Asia/Kolkata",
    duration_options: null,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    minimum_notice_minutes: 0,
    booking_window_days: null,
    slot_interval_minutes: null,
    max_attendees: 1,
    booking_cap: null,
    booking_cap_period: null,
    waitlist_enabled: false,
    waitlist_max_size: null,
    price_amount: null,
    price_currency: "usd",
    reminder_intervals: [1440, 60],
    color: "#3b82f6",
    conferencing_provider: null,
    location: null,
    assignment_strategy: "round_robin",
    questions: [],
    active: true,
    is_test: false,
    booking_url: made.booking_url,
    created_at: made.created_at,
    updated_at: made.updated_at,
  });
  const { rules, timezone } = await ok("availability.getRules", { key, id: made.id });
  expect(timezone).toBe("Asia/Kolkata");
  expect(
    rules.map(({ day_of_week, start_time, end_time }) => [day_of_week, start_time, end_time]),
  ).toEqual([1, 2, 3, 4, 5].map((day) => [day, "09:00:00", "17:00:00"]));
});

describe("updating", () => {
  test("judges the whole type: what was stored and what is given together", async () => {
    const made = await newEventType(organization.live, { duration_options: [30, 60] });
    const update = (body: unknown) => ({ key: organization.live, id: made.id, body });
    const problem = (body: unknown, field: string) =>
      problemOf(organization, "eventTypes.update", update(body), field);
    const duration = await problem({ duration_minutes: 45 }, "duration_options");
    expect(duration).toBe("must contain duration_minutes");
    await ok("eventTypes.update", update({ duration_minutes: 60 }));
    await ok("eventTypes.update", update({ booking_cap: 2, booking_cap_period: "daily" }));
    expect(await problem({ booking_cap: null }, "booking_cap")).toContain("together");
  });

  test("with nothing changes nothing, and null clears what may be null", async () => {
    const made = await newEventType(organization.live, {
      description: "x",
      booking_window_days: 3,
    });
    const update = (body: unknown) =>
      ok("eventTypes.update", { key: organization.live, id: made.id, body });
    expect(await update({})).toMatchObject({ description: "x", booking_window_days: 3 });
    expect(await update({ description: null, booking_window_days: null })).toMatchObject({
      description: null,
      booking_window_days: null,
    });
  });
});
