import { beforeEach, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { setTier } from "../organizations/set-tier";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { ok, refused } from "../testing/rest";

type Query = Record<string, string | number | boolean>;

let organization: TestOrganization;
let live: string;
beforeEach(async () => {
  organization = await newOrganization();
  live = organization.live;
});

const actions = async (query: Query = {}, key = live) =>
  (await ok("activity.list", { key, query: { limit: 100, ...query } })).data.map(
    ({ action }) => action,
  );

test("an entry says who did what to what, with the values before and after", async () => {
  const type = await newEventType(live, { title: "Intro", minimum_notice_minutes: 60 });
  const body = { title: "Introduction", minimum_notice_minutes: 0 };
  const headers = { "x-request-id": "call-17" };
  await ok("eventTypes.update", { key: live, id: type.id, body, headers });
  const [entry] = (await ok("activity.list", { key: live })).data;
  const key = await prisma.apiKey.findFirstOrThrow({
    where: { organizationId: organization.organizationId, isTest: false },
  });
  expect(entry).toEqual({
    id: expect.any(String),
    action: "event_type.updated",
    actor: { type: "api_key", id: key.id, name: "Live" },
    resource_type: "event_type",
    resource_id: type.id,
    summary: 'Updated event type "Introduction"',
    changes: {
      title: { before: "Intro", after: "Introduction" },
      minimum_notice_minutes: { before: 60, after: 0 },
    },
    ip_address: "203.0.113.7",
    request_id: "call-17",
    is_test: false,
    created_at: expect.any(String),
  });
  expect(Math.abs(Date.parse(entry?.created_at ?? "") - Date.now())).toBeLessThan(10_000);
});

test("a change of availability shows rules as they were and as they are", async () => {
  const type = await newEventType(live);
  const rules = [{ day_of_week: 1, start_time: "09:00", end_time: "12:00" }];
  const overrides = [{ date: "2030-01-01", windows: [] }];
  await ok("availability.replaceRules", {
    key: live,
    id: type.id,
    body: { timezone: "Europe/Paris", rules, overrides },
  });
  const [entry] = (await ok("activity.list", { key: live })).data;
  expect(entry?.changes).toEqual({
    timezone: { before: "UTC", after: "Europe/Paris" },
    rules: {
      before: expect.arrayContaining([
        { day_of_week: 6, start_time: "00:00:00", end_time: "24:00:00" },
      ]),
      after: [{ day_of_week: 1, start_time: "09:00:00", end_time: "12:00:00" }],
    },
    overrides: { before: [], after: [{ date: "2030-01-01", windows: [] }] },
  });
});

test("each mode has a log of its own, another organization's is never in it, and the plan's is live", async () => {
  const other = await newOrganization();
  await newEventType(organization.test);
  await newEventType(other.live);
  await setTier(organization.scope, "grow");
  expect(await actions()).toEqual([
    "organization.tier_changed",
    "api_key.created",
    "organization.created",
  ]);
  expect(await actions({}, organization.test)).toEqual([
    "event_type.availability_updated",
    "event_type.created",
    "api_key.created",
  ]);
});

test("filters by action, resource and kind of actor, also together", async () => {
  const [one, two] = [await newEventType(live), await newEventType(live)];
  const { id } = await ok("bookings.create", { body: bookingOf(one.id, ahead(3)) });
  await ok("bookings.cancel", { key: live, id, body: {} });
  expect(await actions({ action: "booking.created" })).toEqual(["booking.created"]);
  expect(await actions({ resource_type: "booking" })).toEqual([
    "booking.cancelled",
    "booking.created",
  ]);
  expect(await actions({ resource_id: two.id })).toEqual([
    "event_type.availability_updated",
    "event_type.created",
  ]);
  expect(await actions({ actor_type: "invitee" })).toEqual(["booking.created"]);
  expect(await actions({ actor_type: "user" })).toHaveLength(2);
  expect(await actions({ resource_id: id, actor_type: "api_key" })).toEqual(["booking.cancelled"]);
  expect(await actions({ actor_type: "system" })).toEqual([]);
  expect(await actions({ resource_id: newId() })).toEqual([]);
});

test("from and to hold to the millisecond, from ≤ created_at < to", async () => {
  const type = await newEventType(live);
  await ok("eventTypes.update", { key: live, id: type.id, body: { title: "B" } });
  const { data } = await ok("activity.list", { key: live, query: { limit: 100 } });
  for (const entry of data) {
    const at = Date.parse(entry.created_at);
    const ids = async (query: Query) =>
      (await ok("activity.list", { key: live, query })).data.map((each) => each.id);
    const next = new Date(at + 1).toISOString();
    const now = entry.created_at;
    expect(await ids({ from: now })).toContain(entry.id);
    expect(await ids({ from: next })).not.toContain(entry.id);
    expect(await ids({ to: now })).not.toContain(entry.id);
    expect(await ids({ to: next })).toContain(entry.id);
    expect(await ids({ from: now, to: next })).toContain(entry.id);
    expect(await ids({ from: next, to: now })).toEqual([]);
  }
  expect(await actions({ from: "1970-01-01T00:00:00Z", to: "9999-12-31T23:59:59Z" })).toHaveLength(
    data.length,
  );
});

test("a page after the first keeps the filters", async () => {
  const type = await newEventType(live);
  for (const title of ["A", "B", "C"]) {
    await ok("eventTypes.update", { key: live, id: type.id, body: { title } });
    await ok("apiKeys.create", { key: live, body: { name: title } });
  }
  const query = { action: "event_type.updated", limit: 2 };
  const first = await ok("activity.list", { key: live, query });
  const after = { ...query, starting_after: first.data[1]?.id ?? "" };
  const second = await ok("activity.list", { key: live, query: after });
  expect([...first.data, ...second.data].map(({ summary }) => summary)).toEqual(
    ["C", "B", "A"].map((title) => `Updated event type "${title}"`),
  );
  expect([first.has_more, second.has_more]).toEqual([true, false]);
});

test.each([
  ["action", "booking.eaten"],
  ["resource_type", "bookings"],
  ["resource_id", "1"],
  ["actor_type", "robot"],
  ["from", "yesterday"],
  ["to", "2026-02-30T00:00:00Z"],
  ["order", "asc"],
])("%s=%s is refused by name", async (field, value) => {
  const { details } = await refused("activity.list", { key: live, query: { [field]: value } });
  expect(Object.keys(details ?? {})).toEqual([field]);
});

test("asks for activity:read of a key", async () => {
  const body = { name: "Narrow", scopes: ["bookings:write"] };
  const { key } = await ok("apiKeys.create", { key: live, body });
  expect(await refused("activity.list", { key })).toMatchObject({ status: 403 });
  const wide = { name: "Wide", scopes: ["activity:read"] };
  const reader = await ok("apiKeys.create", { key: live, body: wide });
  await ok("activity.list", { key: reader.key });
});
