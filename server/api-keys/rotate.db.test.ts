import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newId } from "../ids";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { besides, race, tally, times } from "../testing/race";
import { problemOf, type Wrong } from "../testing/refusals";
import { call, ok, refused } from "../testing/rest";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const make = async (fields: Record<string, unknown> = {}) =>
  await ok("apiKeys.create", {
    key: organization.live,
    body: { name: "Website", ...fields },
  });
const rotate = async (id: string, body: Record<string, unknown> = {}) =>
  await ok("apiKeys.rotate", { key: organization.live, id, body });
const stored = (id: string) => prisma.apiKey.findUniqueOrThrow({ where: { id } });
const works = async (key: string) => (await call("me.get", { key })).status === 200;

const wrong: Wrong = [
  ["grace_minutes", -1, "must be at least 0"],
  ["grace_minutes", 10_081, "must be at most 10080"],
  ["grace_minutes", 1.5, "whole number"],
  ["grace_minutes", "60", "whole number"],
  ["grace_minutes", null, "whole number"],
  ["grace_minutes", true, "whole number"],
  ["name", "Other", "is not a known field"],
  ["scopes", ["*"], "is not a known field"],
  ["expires_at", null, "is not a known field"],
  ["key", "x", "is not a known field"],
];
test.each(wrong)("refuses %s %j", async (field, value, says) => {
  const { id } = await make();
  const options = { key: organization.live, id, body: { [field]: value } };
  expect(await problemOf(organization, "apiKeys.rotate", options, field)).toMatch(says);
});

test("gives a new key with the old one's rights; both work for the hour of grace", async () => {
  const rights = {
    description: "On the front page",
    scopes: ["event_types:read", "bookings:write"],
    expires_at: "2031-01-01T00:00:00.000Z",
    allowed_ips: ["203.0.113.0/24"],
  };
  const old = await make(rights);
  const beforeMs = Date.now();
  const fresh = await rotate(old.id);
  expect(fresh).toMatchObject({
    ...rights,
    name: "Website",
    mode: "live",
    revoked_at: null,
    last_used_at: null,
    created_by: { type: "api_key", name: "Live" },
  });
  expect(fresh.id).not.toBe(old.id);
  expect(fresh.key).not.toBe(old.key);
  expect(fresh.key.startsWith(fresh.key_prefix)).toBe(true);
  expect(await stored(fresh.id)).toMatchObject({ rotatedFromId: old.id });
  expect([await works(old.key), await works(fresh.key)]).toEqual([true, true]);
  const endMs = (await stored(old.id)).expiresAt?.getTime() ?? 0;
  expect(endMs).toBeGreaterThanOrEqual(beforeMs + 3_600_000);
  expect(endMs).toBeLessThanOrEqual(Date.now() + 3_600_000);
  expect(endMs).toBe(Date.parse(fresh.created_at) + 3_600_000);
});

test("takes a grace of up to a week", async () => {
  const old = await make();
  const fresh = await rotate(old.id, { grace_minutes: 10_080 });
  const weekMs = 7 * 86_400_000;
  expect((await stored(old.id)).expiresAt?.getTime()).toBe(Date.parse(fresh.created_at) + weekMs);
  expect(fresh.expires_at).toBeNull();
});

test("without grace the old key is revoked at once", async () => {
  const old = await make();
  const fresh = await rotate(old.id, { grace_minutes: 0 });
  expect((await stored(old.id)).revokedAt?.toISOString()).toBe(fresh.created_at);
  expect([await works(old.key), await works(fresh.key)]).toEqual([false, true]);
});

test("never lets the old key live longer than it would have", async () => {
  const expires_at = new Date(Date.now() + 600_000).toISOString();
  const old = await make({ expires_at });
  const fresh = await rotate(old.id, { grace_minutes: 60 });
  expect(fresh.expires_at).toBe(expires_at);
  expect((await stored(old.id)).expiresAt?.toISOString()).toBe(expires_at);
});

test("a key may rotate itself, and its successor then itself", async () => {
  const first = await make({ scopes: ["api_keys:write"], allowed_ips: ["203.0.113.7"] });
  const second = await ok("apiKeys.rotate", { key: first.key, id: first.id, body: {} });
  const third = await ok("apiKeys.rotate", { key: second.key, id: second.id });
  expect(third).toMatchObject({ scopes: ["api_keys:write"], allowed_ips: ["203.0.113.7/32"] });
  expect(await stored(third.id)).toMatchObject({ rotatedFromId: second.id });
});

describe("a key is not rotated", () => {
  const conflict = async (id: string) => {
    const body = { grace_minutes: 5 };
    const { status, code, message } = await refused("apiKeys.rotate", {
      key: organization.live,
      id,
      body,
    });
    expect({ status, code }).toEqual({ status: 409, code: "conflict" });
    return message;
  };

  test("once it is revoked", async () => {
    const { id } = await make();
    await ok("apiKeys.revoke", { key: organization.live, id });
    expect(await conflict(id)).toMatch(/is revoked. Create a new key instead.$/);
  });

  test("once it has expired", async () => {
    const { id } = await make();
    const data = { expiresAt: new Date(Date.now() - 1) };
    await prisma.apiKey.update({ where: { id }, data });
    expect(await conflict(id)).toMatch(/has expired. Create a new key instead.$/);
  });

  test("a second time, and the answer names its successor", async () => {
    const { id } = await make();
    const fresh = await rotate(id);
    expect(await conflict(id)).toContain(`was rotated already, to ${fresh.key_prefix}…`);
  });

  test("when it is foreign, absent, or live and the caller a test key", async () => {
    const other = await newOrganization();
    const { id } = await make();
    const cases: [string, string][] = [
      [other.live, id],
      [organization.test, id],
      [organization.live, newId()],
    ];
    for (const [key, asked] of cases) {
      const answer = await refused("apiKeys.rotate", { key, id: asked, body: {} });
      expect(answer).toMatchObject({ status: 404, message: "API key not found" });
    }
    expect(await stored(id)).toMatchObject({ expiresAt: null, revokedAt: null });
  });
});

test("a live key rotates a test key, which stays one", async () => {
  const old = await make({ mode: "test" });
  expect(await rotate(old.id)).toMatchObject({
    mode: "test",
    key: expect.stringMatching(/^ac_test_k1_/),
  });
});

test("leaves one event, of the key's mode, with what changed and no key in it", async () => {
  const old = await make({ mode: "test" });
  const fresh = await rotate(old.id);
  const events = await prisma.event.findMany({
    where: { resourceId: { in: [old.id, fresh.id] }, action: { not: "api_key.created" } },
  });
  expect(events).toMatchObject([
    {
      action: "api_key.rotated",
      isTest: true,
      resourceType: "api_key",
      resourceId: old.id,
      summary: `Rotated key "Website" (${old.key_prefix}…) to ${fresh.key_prefix}…`,
      changes: {
        key_prefix: { before: old.key_prefix, after: fresh.key_prefix },
        expires_at: { before: null, after: (await stored(old.id)).expiresAt?.toISOString() },
      },
    },
  ]);
  const created = await prisma.event.count({ where: { resourceId: fresh.id } });
  expect(created).toBe(0);
  expect(JSON.stringify(events)).not.toContain(fresh.key.slice(20));
});

test("of twenty rotations at once one gets the new key, and nothing else is made", async () => {
  const old = await make();
  const body = { grace_minutes: 60 };
  const answers = await race(
    "rotations of one key",
    times(20, () => () => call("apiKeys.rotate", { key: organization.live, id: old.id, body })),
  );
  expect(besides(answers, 201, 409)).toEqual([]);
  expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
  expect(await prisma.apiKey.count({ where: { rotatedFromId: old.id } })).toBe(1);
  const rotated = { resourceId: old.id, action: "api_key.rotated" };
  expect(await prisma.event.count({ where: rotated })).toBe(1);
  expect(await works(old.key)).toBe(true);
});

test("a rotation and a revocation at once leave either no old key, or a revoked one", async () => {
  for (let round = 0; round < 5; round += 1) {
    const old = await make();
    const [rotated] = await Promise.all([
      call("apiKeys.rotate", { key: organization.live, id: old.id, body: {} }),
      ok("apiKeys.revoke", { key: organization.live, id: old.id }),
    ]);
    expect([201, 409]).toContain(rotated.status);
    expect(await works(old.key)).toBe(false);
  }
});
