import { beforeAll, expect, test } from "vitest";
import { prisma } from "../db";
import { env } from "../env";
import { newId } from "../ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { callTwice, replayed, withKey } from "../testing/idempotency";
import { times } from "../testing/race";
import { call, ok } from "../testing/rest";

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

test("those of two organizations, of two modes, of two operations, of two event types", async () => {
  const other = await newOrganization();
  const types = await Promise.all(times(2, () => newEventType(other.live)));
  const key = newId();
  const name = { name: "Same" };
  const all = [
    await call("apiKeys.create", withKey(key, { key: organization.live, body: name })),
    await call("apiKeys.create", withKey(key, { key: organization.test, body: name })),
    await call("apiKeys.create", withKey(key, { key: other.live, body: name })),
    await call("bookings.create", withKey(key, { key: organization.live, body: newBooking() })),
    await call("bookings.create", withKey(key, { body: newBooking() })),
    ...(await Promise.all(
      types.map(({ id }, index) =>
        call("bookings.create", withKey(key, { body: bookingOf(id, ahead(20 + index)) })),
      ),
    )),
  ];
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 201));
  expect(all.filter(({ headers }) => replayed in headers)).toEqual([]);
  expect(await countKept(key)).toBe(all.length);
});

test("a wrong token, or none, is refused as ever, whoever's answer is kept", async () => {
  const { id, cancel_token: token } = await ok("bookings.create", { body: newBooking() });
  const key = newId();
  const cancel = (query: Record<string, string>) =>
    call("bookings.cancel", withKey(key, { id, query, body: {} }));
  expect((await cancel({ token: "wrong" })).error).toMatchObject({
    message: "Invalid cancel token",
  });
  expect((await cancel({ token: token ?? "" })).status).toBe(200);
  const wrong: Record<string, string>[] = [{ token: "wrong" }, {}, { token: "" }];
  for (const query of wrong) {
    const { status, headers } = await cancel(query);
    expect({ status, replayed: headers[replayed] }).toEqual({ status: 401, replayed: undefined });
  }
  expect((await cancel({ token: token ?? "" })).headers).toHaveProperty(replayed);
});

test("a key that lacks the scope is refused, and neither gets nor spoils the other's answer", async () => {
  const { live } = organization;
  const limited = await ok("apiKeys.create", { key: live, body: { name: "Limited" } });
  const where = { id: limited.id };
  await prisma.apiKey.update({ where, data: { scopes: ["bookings:read", "event_types:write"] } });
  const key = newId();
  const body = newBooking();
  const refused = async () =>
    await call("bookings.create", withKey(key, { key: limited.key, body }));
  expect(await refused()).toMatchObject({ status: 403 });
  const made = await call("bookings.create", withKey(key, { key: live, body }));
  expect(made.status).toBe(201);
  const again = await refused();
  expect(again).toMatchObject({ status: 403 });
  expect(again.headers).not.toHaveProperty(replayed);
});

test("a new API key is given again to none but the key that asked for it", async () => {
  const { live } = organization;
  const lesser = await ok("apiKeys.create", { key: live, body: { name: "Lesser" } });
  const where = { id: lesser.id };
  await prisma.apiKey.update({ where, data: { scopes: ["api_keys:write"] } });
  const body = { name: "Made by the mightier" };
  const { first, second } = await callTwice(
    "apiKeys.create",
    { key: live, body },
    { key: lesser.key, body },
  );
  expect(first.status).toBe(201);
  expect(second.status).toBe(422);
});

test("a service key and an API key act for the same organization", async () => {
  const service = {
    key: env.ASTROCAL_SERVICE_KEY[0] ?? "",
    headers: { "X-Org-Id": organization.organizationId },
  };
  const body = newBooking();
  const { first, second } = await callTwice(
    "bookings.create",
    { key: organization.live, body },
    { ...service, body },
  );
  expect(first.status).toBe(201);
  expect(second).toMatchObject({ text: first.text, headers: { [replayed]: "true" } });
});
