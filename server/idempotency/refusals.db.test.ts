import { beforeAll, expect, test } from "vitest";
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

test("of the operation are kept, as if nothing had changed since", async () => {
  const body = newBooking();
  const rival = await ok("bookings.create", { body });
  const key = newId();
  const first = await call("bookings.create", withKey(key, { body }));
  expect(first).toMatchObject({ status: 409, error: { code: "conflict" } });
  await ok("bookings.cancel", { key: organization.live, id: rival.id, body: {} });
  const second = await call("bookings.create", withKey(key, { body }));
  expect(second).toMatchObject({
    status: 409,
    text: first.text,
    headers: { [replayed]: "true" },
  });
  expect((await call("bookings.create", { body })).status).toBe(201);
});

test.each<[number, OperationName, () => CallOptions]>([
  [400, "apiKeys.create", () => ({ key: organization.live, body: { name: "" } })],
  [400, "bookings.create", () => ({ body: bookingOf(typeId, ahead(-1)) })],
  [403, "apiKeys.create", () => ({ key: organization.test, body: { name: "A", mode: "live" } })],
  [404, "bookings.create", () => ({ body: bookingOf(newId(), ahead(1)) })],
  [404, "bookings.cancel", () => ({ key: organization.live, id: newId(), body: {} })],
])("of status %i by %s are kept", async (status, name, options) => {
  const { first, second } = await callTwice(name, options());
  expect(first.status).toBe(status);
  expect(second).toMatchObject({ status, text: first.text, headers: { [replayed]: "true" } });
});

test.each<[string, number, () => Parameters<typeof send>[0]]>([
  [
    "no JSON",
    400,
    () => ({
      method: "POST",
      url: "/v1/bookings",
      headers: { "content-type": "application/json" },
      body: "{",
    }),
  ],
  [
    "another content type",
    415,
    () => ({
      method: "POST",
      url: "/v1/bookings",
      headers: { "content-type": "text/plain" },
      body: "{}",
    }),
  ],
  [
    "a body that is too large",
    413,
    () => ({
      method: "POST",
      url: "/v1/bookings",
      headers: { "content-type": "application/json" },
      body: " ".repeat(300_000),
    }),
  ],
  [
    "no key where one is needed",
    401,
    () => ({
      method: "POST",
      url: "/v1/api-keys",
      headers: { "content-type": "application/json" },
      body: '{"name":"x"}',
    }),
  ],
  [
    "a path id that is none",
    404,
    () => ({ method: "POST", url: "/v1/bookings/7/cancel", headers: {}, body: "" }),
  ],
])("before the operation (%s) are not kept", async (_, status, request) => {
  const key = newId();
  const { headers = {}, ...rest } = request();
  const ask = async () => await send({ ...rest, headers: { ...headers, "idempotency-key": key } });
  expect(await ask()).toMatchObject({ status });
  const again = await ask();
  expect(again.status).toBe(status);
  expect(again.headers).not.toHaveProperty(replayed);
  expect(await countKept(key)).toBe(0);
});

test("a body of 100,000 levels is refused with a key as without", async () => {
  const deep = `{"event_type_id":"${typeId}","metadata":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  const ask = (headers: Record<string, string>) =>
    send({
      method: "POST",
      url: "/v1/bookings",
      headers: { "content-type": "application/json", ...headers },
      body: deep,
    });
  const [plain, keyed] = [await ask({}), await ask({ "idempotency-key": newId() })];
  expect([plain.status, keyed.status]).toEqual([400, 400]);
});

test("that are our fault are not kept: once it is mended, the same request is done", async () => {
  const before = await fingerprint(organization);
  const body = { ...newBooking(), invitee_name: "Trouble" };
  const key = newId();
  await prisma.$executeRaw`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'not today'; END $$`;
  await prisma.$executeRaw`
    CREATE TRIGGER refuse BEFORE INSERT ON bookings FOR EACH ROW
    WHEN (NEW.invitee_name = 'Trouble') EXECUTE FUNCTION refuse()`;
  expect(await call("bookings.create", withKey(key, { body }))).toMatchObject({ status: 500 });
  expect(await call("bookings.create", withKey(key, { body }))).toMatchObject({ status: 500 });
  expect(await countKept(key)).toBe(0);
  expect(await fingerprint(organization)).toBe(before);
  await prisma.$executeRaw`DROP FUNCTION refuse CASCADE`;
  const done = await call("bookings.create", withKey(key, { body }));
  expect(done.status).toBe(201);
  expect(done.headers).not.toHaveProperty(replayed);
});

test("an answer that cannot be kept is not given, and what it would have said is not done", async () => {
  const before = await fingerprint(organization);
  const body = newBooking();
  const key = "what cannot be kept";
  await prisma.$executeRaw`
    ALTER TABLE idempotent_answers ADD CONSTRAINT never CHECK (key <> 'what cannot be kept')`;
  expect(await call("bookings.create", withKey(key, { body }))).toMatchObject({ status: 500 });
  expect(await fingerprint(organization)).toBe(before);
  await prisma.$executeRaw`ALTER TABLE idempotent_answers DROP CONSTRAINT never`;
  expect((await call("bookings.create", withKey(key, { body }))).status).toBe(201);
});
