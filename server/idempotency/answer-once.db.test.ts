import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import {
  ahead,
  bookingOf,
  fingerprint,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { callTwice, replayed, withKey } from "../testing/idempotency";
import { call, type CallOptions, ok, type OperationName, send } from "../testing/rest";

let organization: TestOrganization;
let typeId = "";
beforeAll(async () => {
  organization = await newOrganization();
  ({ id: typeId } = await newEventType(organization.live));
});

let minute = 0;
/** A slot that no other test of this file takes. */
const freshStart = () => new Date(Date.parse(ahead(10)) + 30 * 60_000 * minute++).toISOString();
const newBooking = () => bookingOf(typeId, freshStart());
const countKept = async (key: string) => await prisma.idempotentAnswer.count({ where: { key } });

describe("the same request with the same key", () => {
  test("is answered as the first time, byte for byte, and done once", async () => {
    const { first, second } = await callTwice("bookings.create", { body: newBooking() });
    expect(first.status).toBe(201);
    expect(first.headers).not.toHaveProperty(replayed);
    expect(second).toMatchObject({
      status: 201,
      text: first.text,
      headers: { [replayed]: "true" },
    });
    expect(second.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
  });

  test("is the same in whatever order its fields and however its blanks are", async () => {
    const key = newId();
    const body = newBooking();
    const first = await call("bookings.create", withKey(key, { body }));
    const turned = Object.fromEntries(Object.entries(body).toReversed());
    const second = await send({
      method: "POST",
      url: "/v1/bookings",
      headers: { "content-type": "application/json; charset=utf-8", "idempotency-key": key },
      body: JSON.stringify(turned, null, 2),
    });
    expect(second.text).toBe(first.text);
  });

  test("cancels once and moves once, with a key and with the invitee's token", async () => {
    const { live: key } = organization;
    const made = await ok("bookings.create", { body: newBooking() });
    const { id, cancel_token: token } = made;
    for (const who of [{ key }, { query: { token: token ?? "" } }]) {
      const body = { new_start_time: freshStart() };
      const moved = await callTwice("bookings.reschedule", { ...who, id, body });
      expect(moved.first.status).toBe(200);
      expect(moved.second).toMatchObject({
        text: moved.first.text,
        headers: { [replayed]: "true" },
      });
    }
    const where = { resourceId: id, action: "booking.rescheduled" };
    expect(await prisma.event.count({ where })).toBe(2);
    const cancelled = await callTwice("bookings.cancel", {
      query: { token: token ?? "" },
      id,
      body: {},
    });
    expect(cancelled.first.status).toBe(200);
    expect(cancelled.second.text).toBe(cancelled.first.text);
  });

  test("gives a new API key again, of which the database holds nothing but its hash", async () => {
    const { live } = organization;
    const { first, second } = await callTwice("apiKeys.create", {
      key: live,
      body: { name: "Lost" },
    });
    expect(first.status).toBe(201);
    expect(second).toMatchObject({
      status: 201,
      text: first.text,
      headers: { [replayed]: "true" },
    });
    const made = /ac_live_k1_\w{32}/.exec(first.text ?? "")?.[0] ?? "no key";
    expect((await call("apiKeys.list", { key: made })).status).toBe(200);
    const rows = await prisma.$queryRaw<{ row: string }[]>`
      SELECT a::text AS row FROM idempotent_answers a UNION ALL SELECT k::text FROM api_keys k
      UNION ALL SELECT e::text FROM events e`;
    const all = rows.map(({ row }) => row).join("\n");
    expect(all).toContain("v1.tests.");
    expect(all).not.toContain(made);
    expect(all).not.toContain(made.slice("ac_live_k1_".length + 4));
  });

  test("is answered again after its API key was rotated out", async () => {
    const { live } = organization;
    const body = newBooking();
    const key = newId();
    const old = await ok("apiKeys.create", { key: live, body: { name: "Old" } });
    const first = await call("bookings.create", withKey(key, { key: old.key, body }));
    const next = await ok("apiKeys.create", { key: live, body: { name: "New" } });
    await ok("apiKeys.revoke", { key: live, id: old.id });
    const second = await call("bookings.create", withKey(key, { key: next.key, body }));
    expect(second).toMatchObject({
      status: 201,
      text: first.text,
      headers: { [replayed]: "true" },
    });
    expect((await call("bookings.create", withKey(key, { key: old.key, body }))).status).toBe(401);
  });

  test("counts anew after 24 hours, and is answered by then from what was kept", async () => {
    const key = newId();
    const options = withKey(key, { key: organization.live, body: { name: "Daily" } });
    const age = async (interval: string) =>
      await prisma.$executeRaw`
        UPDATE idempotent_answers SET created_at = now() - ${interval}::interval WHERE key = ${key}`;
    const first = await call("apiKeys.create", options);
    await age("23 hours 59 minutes");
    expect((await call("apiKeys.create", options)).text).toBe(first.text);
    await age("24 hours");
    const anew = await call("apiKeys.create", options);
    expect(anew.status).toBe(201);
    expect(anew.text).not.toBe(first.text);
    expect((await call("apiKeys.create", options)).text).toBe(anew.text);
    expect(await countKept(key)).toBe(1);
  });
});

describe("another request with the same key", () => {
  test.each<[string, OperationName, () => CallOptions, (first: CallOptions) => CallOptions]>([
    [
      "another body",
      "bookings.create",
      () => ({ body: newBooking() }),
      ({ body }) => ({ body: { ...Object(body), notes: "x" } }),
    ],
    [
      "a field more that says nothing",
      "bookings.create",
      () => ({ body: newBooking() }),
      ({ body }) => ({ body: { ...Object(body), notes: null } }),
    ],
  ])("(%s) is a mismatch that does nothing", async (_, name, options, change) => {
    const first = options();
    const answers = await callTwice(name, first, change(first));
    expect(answers.first.status).toBe(201);
    const { status, error } = answers.second;
    expect({ status, code: error?.code }).toEqual({ status: 422, code: "idempotency_mismatch" });
  });

  test("(another booking by the same organization) is a mismatch", async () => {
    const { live: key } = organization;
    const one = await ok("bookings.create", { key, body: newBooking() });
    const other = await ok("bookings.create", { key, body: newBooking() });
    const { second } = await callTwice(
      "bookings.cancel",
      { key, id: one.id, body: {} },
      { key, id: other.id, body: {} },
    );
    expect(second.status).toBe(422);
    expect(await ok("bookings.get", { key, id: other.id })).toMatchObject({ status: "confirmed" });
  });
});

describe("the header", () => {
  test.each([
    ["empty", ""],
    ["of 256 characters", "x".repeat(256)],
    ["with a letter beyond ASCII", "clé"],
  ])("%s is a validation_error that names it", async (_, key) => {
    const before = await fingerprint(organization);
    const { status, error } = await call("bookings.create", withKey(key, { body: newBooking() }));
    expect({ status, code: error?.code }).toEqual({ status: 400, code: "validation_error" });
    expect(Object.keys(error?.details ?? {})).toEqual(["Idempotency-Key"]);
    expect(await fingerprint(organization)).toBe(before);
  });

  test.each(["1", "x".repeat(255), '"8e03978e-40d5-43dd-bc93-6894a57f9324"', "a b ~!"])(
    "%j is taken",
    async (key) => {
      const options = withKey(key, { body: newBooking() });
      expect((await call("bookings.create", options)).status).toBe(201);
      expect((await call("bookings.create", options)).headers).toHaveProperty(replayed);
    },
  );

  test("means nothing to other methods", async () => {
    const { live: key } = organization;
    const { id } = await newEventType(key);
    for (const title of ["One", "Two"]) {
      const options = withKey("x".repeat(300), { key, id, body: { title } });
      expect(await call("eventTypes.update", options)).toMatchObject({
        status: 200,
        json: { title },
      });
    }
    expect((await call("bookings.list", withKey("", { key }))).status).toBe(200);
  });
});
