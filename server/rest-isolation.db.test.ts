import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "./db";
import { newId } from "./ids";
import {
  ahead,
  bookingOf,
  dateAhead,
  fingerprint,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "./testing/factories";
import { newCalendar } from "./testing/calendars/small-dav";
import { waitlistBody } from "./testing/waitlist";
import { call, type CallOptions, ok, type Operation, operations, refused } from "./testing/rest";

type Resources = Record<string, string>;
/** One of everything that a path id can name, by the `resource` of an operation's meta. */
async function everythingOf(organization: TestOrganization, key: string): Promise<Resources> {
  const type = await newEventType(key);
  const made = await ok("apiKeys.create", { key, body: { name: "New" } });
  const booking = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(5)) });
  const hook = { url: "https://example.com/hooks", events: ["booking.created"] };
  const { id: webhook } = await ok("webhooks.create", { key, body: hook });
  const delivery = await ok("webhooks.sendSample", { key, id: webhook, body: {} });
  const ofWebhooks = { Webhook: webhook, "Webhook delivery": `${webhook}/${delivery.id}` };
  // The organization's people are the same on both sides, and changed from the live one.
  const invited = { email: `${newId()}@example.com`, role: "member" };
  const invitation = await ok("members.invite", { key: organization.live, body: invited });
  const host = await ok("hosts.add", {
    key,
    id: type.id,
    body: { member_id: await newMember(organization) },
  });
  const waited = await newEventType(key, { waitlist_enabled: true });
  const waiting = await ok("waitlist.join", { key, body: waitlistBody(waited.id) });
  const people = {
    "Waitlist entry": waiting.id,
    Host: `${type.id}/${host.id}`,
    Member: await newMember(organization),
    Invitation: invitation.id,
    Calendar: await newCalendar(organization),
  };
  return {
    ...ofWebhooks,
    ...people,
    "Event type": type.id,
    "API key": made.id,
    Booking: booking.id,
  };
}

/** A body that passes, so that only the id is in question. */
const bodies: Record<string, unknown> = {
  "apiKeys.rotate": {},
  "eventTypes.update": { title: "Taken over" },
  "availability.replaceRules": { timezone: "UTC", rules: [] },
  "bookings.cancel": {},
  "bookings.reschedule": { new_start_time: ahead(9) },
  "members.updateRole": { role: "admin" },
  "members.replaceSchedule": { timezone: "UTC", rules: null },
  "waitlist.cancel": {},
  "waitlist.claim": {},
  "hosts.add": { member_id: newId() },
  "hosts.update": { priority: 1 },
  "bookings.reassign": { member_id: newId() },
  "calendars.update": { busy_calendar_ids: [] },
  "calendars.refresh": {},
  "webhooks.update": { active: false },
  "webhooks.rotateSecret": {},
  "webhooks.sendSample": {},
  "webhooks.retryDelivery": {},
  "webhooks.replay": { since: ahead(-1) },
};

const withId = operations.filter(({ path }) => path.includes("{id}"));
const withBody = ({ name }: Operation, options: CallOptions): CallOptions =>
  name in bodies ? { ...options, body: bodies[name] } : options;

let mine: TestOrganization;
let other: TestOrganization;
let foreign: { live: Resources; test: Resources };
let own: { live: Resources; test: Resources };
beforeAll(async () => {
  [mine, other] = await Promise.all([newOrganization(), newOrganization()]);
  const all = async (organization: TestOrganization) => ({
    live: await everythingOf(organization, organization.live),
    test: await everythingOf(organization, organization.test),
  });
  [own, foreign] = [await all(mine), await all(other)];
});

test("every operation with a path id names what it is the id of, and has a body here if it takes one", () => {
  const resources = new Set(withId.map(({ meta }) => meta.resource ?? "none"));
  expect([...resources].toSorted()).toEqual(Object.keys(own.live).toSorted());
  const needBody = withId.filter(({ method }) => ["POST", "PUT", "PATCH"].includes(method));
  expect(needBody.map(({ name }) => name).toSorted()).toEqual(Object.keys(bodies).toSorted());
});

/** The whole answer but for the request id, which the caller gives, and what counts its calls. */
async function answer(operation: Operation, options: CallOptions) {
  const given = { "x-request-id": "same" };
  const request = withBody(operation, { ...options, headers: given });
  const { status, headers, text } = await call(operation.name, request);
  const lasting = Object.entries(headers).filter(([name]) => !/^(x-)?ratelimit/.test(name));
  return { status, headers: Object.fromEntries(lasting), text };
}
const resourceOf = ({ meta }: Operation) => meta.resource ?? "";

describe("a path id", () => {
  test.each(withId)(
    "of $method $path that is foreign, absent or malformed is answered alike, to the byte, and changes nothing",
    async (operation) => {
      const before = await Promise.all([fingerprint(mine), fingerprint(other)]);
      const resource = resourceOf(operation);
      const isPublic = operation.name === "eventTypes.getPublic";
      const absent = await answer(operation, { key: mine.live, id: newId() });
      expect(absent).toMatchObject({ status: 404, text: expect.stringContaining('"not_found"') });
      const ids = [
        isPublic ? foreign.test[resource] : foreign.live[resource],
        foreign.test[resource],
        "00000000-0000-0000-0000-000000000000",
        "not-a-uuid",
        "1",
        "null",
        "%00",
        "%F0%9F%98%80",
        `${own.live[resource]}x`,
        "'%20OR%201=1%20--",
      ];
      for (const id of ids) {
        expect(await answer(operation, { key: mine.live, id: id ?? "" })).toEqual(absent);
      }
      expect(await Promise.all([fingerprint(mine), fingerprint(other)])).toEqual(before);
    },
  );

  const scoped = withId.filter(({ name }) => name !== "eventTypes.getPublic");
  test.each(scoped)(
    "of $method $path that is live is not there for a test key",
    async (operation) => {
      const before = await fingerprint(mine);
      const absent = await answer(operation, { key: mine.test, id: newId() });
      const id = own.live[resourceOf(operation)] ?? "";
      expect(absent.status).toBe(404);
      expect(await answer(operation, { key: mine.test, id })).toEqual(absent);
      expect(await fingerprint(mine)).toBe(before);
    },
  );

  // A live key may see and revoke test keys (contract §3), and members are the same on both sides.
  const shared = new Set(["API key", "Member", "Invitation", "Calendar"]);
  const apart = withId.filter((operation) => !shared.has(resourceOf(operation)));
  test.each(apart)(
    "of $method $path that is test is not there for a live key",
    async (operation) => {
      const before = await fingerprint(mine);
      const absent = await answer(operation, { key: mine.live, id: newId() });
      const id = own.test[resourceOf(operation)] ?? "";
      expect(await answer(operation, { key: mine.live, id })).toEqual(absent);
      expect(await fingerprint(mine)).toBe(before);
    },
  );

  const byToken = withId.filter(({ meta }) => meta.public === true && meta.resource === "Booking");
  test.each(byToken)(
    "of $method $path with a wrong token is answered alike whether the booking is there or not",
    async (operation) => {
      const query = { token: "x".repeat(43) };
      const absent = await answer(operation, { id: newId(), query });
      expect(absent).toMatchObject({
        status: 401,
        text: expect.stringContaining("Invalid cancel token"),
      });
      const id = own.live["Booking"] ?? "";
      expect(await answer(operation, { id, query })).toEqual(absent);
    },
  );
});

describe("who has no good key", () => {
  const closed = operations.filter(({ meta }) => meta.public !== true);

  test("can call exactly what the contract calls public", () => {
    const open = operations.filter(({ meta }) => meta.public === true);
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      "GET /health",
      "GET /v1/availability",
      "GET /v1/bookings/{id}",
      "GET /v1/event-types/{id}",
      "GET /v1/public/event-types/{id}",
      "POST /v1/bookings",
      "POST /v1/bookings/{id}/cancel",
      "POST /v1/bookings/{id}/reschedule",
      "POST /v1/waitlist",
      "POST /v1/waitlist/{id}/cancel",
      "POST /v1/waitlist/{id}/claim",
    ]);
  });

  test.each(closed)("gets 401 of $method $path, whatever else is wrong", async (operation) => {
    for (const id of [newId(), "no-uuid"]) {
      const { status, error, headers } = await call(
        operation.name,
        withBody(operation, { id, query: { nonsense: 1 } }),
      );
      expect({ status, message: error?.message }).toEqual({
        status: 401,
        message: "Missing or invalid Authorization header",
      });
      expect(headers["www-authenticate"]).toBe("Bearer");
    }
  });

  test.each(operations)(
    "gets 401 of $method $path with a revoked or expired key, on public paths too",
    async (operation) => {
      const revoked = await ok("apiKeys.create", { key: mine.live, body: { name: "Revoked" } });
      const expired = await ok("apiKeys.create", { key: mine.live, body: { name: "Expired" } });
      await ok("apiKeys.list", { key: revoked.key });
      await ok("apiKeys.revoke", { key: mine.live, id: revoked.id });
      const data = { expiresAt: new Date(Date.now() - 1) };
      await prisma.apiKey.update({ where: { id: expired.id }, data });
      for (const { key } of [revoked, expired]) {
        const { status } = await call(operation.name, withBody(operation, { key, id: newId() }));
        expect(status).toBe(401);
      }
    },
  );
});

describe("a reference in a body or a query", () => {
  test("to another organization's or mode's event type is the same 404 as to none", async () => {
    const headers = { "x-request-id": "same" };
    const ids = [foreign.live, foreign.test, own.test].map((each) => each["Event type"] ?? "");
    const book = async (id: string) =>
      (await call("bookings.create", { key: mine.live, headers, body: bookingOf(id, ahead(8)) }))
        .text;
    const list = async (id: string) => {
      const query = { event_type_id: id, start: dateAhead(1), end: dateAhead(1) };
      return (await call("availability.list", { key: mine.live, headers, query })).text;
    };
    const [absentBooking, absentList] = [await book(newId()), await list(newId())];
    expect(absentBooking).toContain("not_found");
    for (const id of ids) {
      expect(await book(id)).toBe(absentBooking);
      expect(await list(id)).toBe(absentList);
    }
  });

  test("that filters a list by what is foreign finds nothing", async () => {
    for (const filter of [
      { event_type_id: foreign.live["Event type"] ?? "" },
      { event_type_id: own.test["Event type"] ?? "" },
      { assigned_host_id: other.memberId },
    ]) {
      const page = await ok("bookings.list", { key: mine.live, query: filter });
      expect(page).toEqual({ data: [], has_more: false });
    }
  });
});

describe("the two modes", () => {
  test("list apart: neither sees a row of the other, nor another organization's", async () => {
    for (const [key, isTest] of [
      [mine.live, false],
      [mine.test, true],
    ] as const) {
      const types = await ok("eventTypes.list", { key });
      const bookings = await ok("bookings.list", { key });
      const rows = [...types.data, ...bookings.data];
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        expect(row).toMatchObject({ is_test: isTest, organization_id: mine.organizationId });
      }
    }
  });

  test("do not take each other's time: one slot is booked once in each", async () => {
    const organization = await newOrganization();
    for (const key of [organization.live, organization.test]) {
      const type = await newEventType(key, { slug: "same-slug" });
      const booking = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(4)) });
      expect(booking).toMatchObject({ is_test: key === organization.test, start_time: ahead(4) });
    }
  });

  test("of a public booking is its event type's", async () => {
    const type = await newEventType(mine.test);
    const booking = await ok("bookings.create", { body: bookingOf(type.id, ahead(4)) });
    expect(booking).toMatchObject({ is_test: true, organization_id: mine.organizationId });
  });

  test("a test key makes and sees test keys only; a live key both", async () => {
    const { live, test } = await newOrganization();
    const made = await ok("apiKeys.create", { key: test, body: { name: "Defaults to test" } });
    expect(made).toMatchObject({ mode: "test", key: expect.stringMatching(/^ac_test_k1_/) });
    const denied = { key: test, body: { name: "No", mode: "live" } };
    expect(await refused("apiKeys.create", denied)).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    const modesSeen = async (key: string) =>
      new Set((await ok("apiKeys.list", { key })).data.map(({ mode }) => mode));
    expect(await modesSeen(test)).toEqual(new Set(["test"]));
    expect(await modesSeen(live)).toEqual(new Set(["live", "test"]));
    await ok("apiKeys.revoke", { key: live, id: made.id });
    expect((await call("apiKeys.list", { key: made.key })).status).toBe(401);
  });
});

test("a test or an inactive event type is not there for strangers, a live active one is", async () => {
  const inactive = await newEventType(mine.live, { active: false });
  const active = await newEventType(mine.live);
  const testType = await newEventType(mine.test);
  for (const name of ["eventTypes.get", "eventTypes.getPublic"] as const) {
    expect(await refused(name, { id: inactive.id })).toMatchObject({ status: 404 });
    expect(await refused(name, { id: testType.id })).toMatchObject({ status: 404 });
    expect(await ok(name, { id: active.id })).toEqual(active);
  }
  expect(await ok("eventTypes.get", { key: mine.live, id: inactive.id })).toEqual(inactive);
});
