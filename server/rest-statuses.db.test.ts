import { beforeAll, describe, expect, test } from "vitest";
import type { Booking } from "./bookings/schema";
import type { EventType } from "./event-types/schema";
import { newId } from "./ids";
import {
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "./testing/factories";
import { callTwice, replayed } from "./testing/idempotency";
import { call, type CallOptions, ok, operations } from "./testing/rest";
import { calendarCases } from "./testing/calendar-cases";
import { hostCases } from "./testing/host-cases";
import { memberCases } from "./testing/member-cases";
import { waitlistCases } from "./testing/waitlist-cases";
import { webhookCases } from "./testing/webhook-cases";
import { env } from "./env";

/** What a case may name: an organization with an event type and a booking of it. */
type World = TestOrganization & { type: EventType; booking: Booking };

async function newWorld(): Promise<World> {
  const organization = await newOrganization();
  const type = await newEventType(organization.live);
  const body = bookingOf(type.id, ahead(5));
  const booking = await ok("bookings.create", { key: organization.live, body });
  return { ...organization, type, booking };
}

/** How an operation comes to answer a status; null where it never does. */
type Case = ((world: World) => CallOptions | Promise<CallOptions>) | null;
type Cases = Record<"success" | 400 | 401 | 404 | 409, Case>;

const range = (type: EventType) => ({
  event_type_id: type.id,
  start: dateAhead(2),
  end: dateAhead(3),
});
const missing = newId();
/** What every operation answers a service key that names an organization which is not there. */
const noOrganization = { key: env.ASTROCAL_SERVICE_KEY[0] ?? "", headers: { "X-Org-Id": missing } };
const wrongKey = { key: `ac_live_k1_${"0".repeat(32)}` };
const rules = { timezone: "Europe/Berlin", rules: [] };

async function cancelled({ live: key, booking }: World): Promise<string> {
  return (await ok("bookings.cancel", { key, id: booking.id })).id;
}

const otherKey = async (key: string): Promise<string> =>
  (await ok("apiKeys.create", { key, body: { name: "New" } })).id;

const table: Record<string, Cases> = {
  "apiKeys.list": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { limit: 0 } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "apiKeys.create": {
    success: ({ live: key }) => ({ key, body: { name: "New" } }),
    400: ({ live: key }) => ({ key, body: {} }),
    401: () => ({ body: { name: "New" } }),
    404: () => noOrganization,
    409: null,
  },
  "apiKeys.revoke": {
    success: async ({ live: key }) => ({ key, id: await otherKey(key) }),
    400: ({ live: key }) => ({ key, id: missing, query: { force: true } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "apiKeys.rotate": {
    success: async ({ live: key }) => ({ key, id: await otherKey(key), body: {} }),
    400: ({ live: key }) => ({ key, id: missing, body: { grace_minutes: -1 } }),
    401: () => ({ id: missing, body: {} }),
    404: ({ live: key }) => ({ key, id: missing, body: {} }),
    409: async ({ live: key }) => {
      const id = await otherKey(key);
      await ok("apiKeys.revoke", { key, id });
      return { key, id, body: {} };
    },
  },
  "apiKeys.listRequests": {
    success: async ({ live: key }) => ({ key, id: await otherKey(key), query: { status: "4xx" } }),
    400: async ({ live: key }) => ({ key, id: await otherKey(key), query: { status: 200 } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "me.get": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { verbose: true } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "eventTypes.list": {
    success: ({ live: key }) => ({ key, query: { active: true, limit: 100 } }),
    400: ({ live: key }) => ({ key, query: { active: "yes" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "eventTypes.create": {
    success: ({ live: key }) => ({ key, body: { title: "A", slug: "a", duration_minutes: 5 } }),
    400: ({ live: key }) => ({ key, body: { title: "A", slug: "A", duration_minutes: 5 } }),
    401: () => ({ body: { title: "A", slug: "a", duration_minutes: 5 } }),
    404: () => noOrganization,
    409: ({ live: key, type: { slug } }) => ({
      key,
      body: { title: "A", slug, duration_minutes: 5 },
    }),
  },
  "eventTypes.get": {
    success: ({ type }) => ({ id: type.id }),
    400: ({ type }) => ({ id: type.id, query: { expand: "rules" } }),
    401: ({ type }) => ({ ...wrongKey, id: type.id }),
    404: () => ({ id: missing }),
    409: null,
  },
  "eventTypes.getPublic": {
    success: ({ type }) => ({ id: type.id }),
    400: ({ type }) => ({ id: type.id, query: { expand: "rules" } }),
    401: ({ type }) => ({ ...wrongKey, id: type.id }),
    404: () => ({ id: missing }),
    409: null,
  },
  "eventTypes.update": {
    success: ({ live: key, type }) => ({ key, id: type.id, body: { title: "B" } }),
    400: ({ live: key, type }) => ({ key, id: type.id, body: { title: "" } }),
    401: ({ type }) => ({ id: type.id, body: { title: "B" } }),
    404: ({ live: key }) => ({ key, id: missing, body: { title: "B" } }),
    409: async ({ live: key, type: { slug } }) => {
      const other = await newEventType(key);
      return { key, id: other.id, body: { slug } };
    },
  },
  "eventTypes.delete": {
    success: ({ live: key, type }) => ({ key, id: type.id }),
    400: ({ live: key, type }) => ({ key, id: type.id, query: { force: true } }),
    401: ({ type }) => ({ id: type.id }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "availability.list": {
    success: ({ type }) => ({ query: range(type) }),
    400: ({ type }) => ({ query: { ...range(type), end: "2026-02-30" } }),
    401: ({ type }) => ({ ...wrongKey, query: range(type) }),
    404: ({ type }) => ({ query: { ...range(type), event_type_id: missing } }),
    409: null,
  },
  "availability.getRules": {
    success: ({ live: key, type }) => ({ key, id: type.id }),
    400: ({ live: key, type }) => ({ key, id: type.id, query: { day: 1 } }),
    401: ({ type }) => ({ id: type.id }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "availability.replaceRules": {
    success: ({ live: key, type }) => ({ key, id: type.id, body: rules }),
    400: ({ live: key, type }) => ({ key, id: type.id, body: { ...rules, timezone: "Mars" } }),
    401: ({ type }) => ({ id: type.id, body: rules }),
    404: ({ live: key }) => ({ key, id: missing, body: rules }),
    409: null,
  },
  "bookings.create": {
    success: ({ type }) => ({ body: bookingOf(type.id, ahead(6)) }),
    400: ({ type }) => ({ body: bookingOf(type.id, ahead(-6)) }),
    401: ({ type }) => ({ ...wrongKey, body: bookingOf(type.id, ahead(6)) }),
    404: () => ({ body: bookingOf(missing, ahead(6)) }),
    409: ({ type, booking }) => ({ body: bookingOf(type.id, booking.start_time) }),
  },
  "bookings.list": {
    success: ({ live: key, type }) => ({ key, query: { event_type_id: type.id, order: "asc" } }),
    400: ({ live: key }) => ({ key, query: { from: "2026-02-30T00:00:00Z" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "bookings.get": {
    success: ({ live: key, booking }) => ({ key, id: booking.id }),
    400: ({ live: key, booking }) => ({ key, id: booking.id, query: { expand: "host" } }),
    401: ({ booking }) => ({ id: booking.id }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "bookings.cancel": {
    success: ({ live: key, booking }) => ({ key, id: booking.id, body: { reason: "Ill" } }),
    400: ({ live: key, booking }) => ({ key, id: booking.id, body: { why: "Ill" } }),
    401: ({ booking }) => ({ id: booking.id, query: { token: "wrong" } }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "bookings.reschedule": {
    success: ({ live: key, booking: { id } }) => ({
      key,
      id,
      body: { new_start_time: ahead(7) },
    }),
    400: ({ live: key, booking: { id } }) => ({ key, id, body: { new_start_time: ahead(-7) } }),
    401: ({ booking: { id } }) => ({ id, body: { new_start_time: ahead(7) } }),
    404: ({ live: key }) => ({ key, id: missing, body: { new_start_time: ahead(7) } }),
    409: async (world) => ({
      key: world.live,
      id: await cancelled(world),
      body: { new_start_time: ahead(7) },
    }),
  },
  "testClock.get": {
    success: ({ test: key }) => ({ key }),
    400: ({ test: key }) => ({ key, query: { zone: "UTC" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "testClock.move": {
    success: ({ test: key }) => ({ key, body: { advance_minutes: 60 } }),
    400: ({ test: key }) => ({ key, body: { advance_minutes: -60 } }),
    401: () => ({ body: { advance_minutes: 60 } }),
    404: () => noOrganization,
    409: null,
  },
  "testClock.reset": {
    success: ({ test: key }) => ({ key }),
    400: ({ test: key }) => ({ key, query: { at: "now" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "usage.get": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { period: "7d" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "usage.summary": {
    success: ({ live: key }) => ({ key, query: { period: "7d" } }),
    400: ({ live: key }) => ({ key, query: { period: "1y" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "activity.list": {
    success: ({ live: key, type }) => ({ key, query: { resource_id: type.id, limit: 100 } }),
    400: ({ live: key }) => ({ key, query: { action: "booking.eaten" } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  ...calendarCases(noOrganization),
  ...hostCases,
  ...waitlistCases(noOrganization, wrongKey),
  ...memberCases,
  ...webhookCases(missing, noOrganization),
  health: {
    success: () => ({ query: { ready: false } }),
    400: () => ({ query: { ready: "maybe" } }),
    401: () => wrongKey,
    404: () => noOrganization,
    409: null,
  },
};

test("every published operation says how it comes to each status", () => {
  expect(Object.keys(table).toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
});

describe.each(operations)("$name", ({ name, meta, method, statuses }) => {
  const { success, ...refusals } = table[name] ?? { success: null };
  const cases = Object.entries(refusals).map(([status, prepare]) => ({ status, prepare }));
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  test.each(cases.filter(({ prepare }) => prepare !== null))(
    "answers $status",
    async ({ status: expected, prepare }) => {
      const { status, error } = await call(name, await prepare?.(world));
      expect({ status, message: error?.message }).toMatchObject({ status: Number(expected) });
    },
  );

  test.each(cases.filter(({ prepare }) => prepare === null))(
    "never answers $status, and does not document it",
    ({ status }) => {
      // Every POST may find its own Idempotency-Key in use; nothing else is to be a conflict there.
      const isForKey = method === "POST" && status === "409";
      expect(statuses.has(Number(status))).toBe(isForKey);
      expect(isForKey && meta.errors?.includes("conflict")).not.toBe(true);
    },
  );

  test(`answers ${meta.status ?? 200}`, async () => {
    const { status, json, headers } = await call(name, await success?.(await newWorld()));
    expect(status).toBe(meta.status ?? 200);
    expect(json === null).toBe(status === 204);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  });
});

test.each(operations.filter(({ method }) => method === "POST"))(
  "$name is done once for one Idempotency-Key",
  async ({ name, meta }) => {
    const options = (await table[name]?.success?.(await newWorld())) ?? {};
    const { first, second } = await callTwice(name, options);
    const status = meta.status ?? 200;
    expect({ status: first.status, replayed: first.headers[replayed] }).toEqual({ status });
    expect(second).toMatchObject({ status, text: first.text, headers: { [replayed]: "true" } });
  },
);
