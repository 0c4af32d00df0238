import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { problemOf, severalLines, unprintable } from "../testing/refusals";
import { call, ok } from "../testing/rest";
import { keyHash, keyMode } from "./key";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

describe("creating a key", () => {
  const create = (fields: Record<string, unknown>) => ({
    key: organization.live,
    body: { name: "New", ...fields },
  });

  const wrong: [field: string, value: unknown, says: string][] = [
    ["name", undefined, "is required"],
    ["name", "", "must not be empty"],
    ["name", "  ", "must not be empty"],
    ["name", "x".repeat(101), "must have at most 100 characters"],
    ["name", 7, "must be of type string"],
    ["name", null, "must be of type string"],
    ...unprintable.map(([, text]): (typeof wrong)[number] => ["name", text, "control characters"]),
    ...severalLines.map(([, text]): (typeof wrong)[number] => ["name", text, "single line"]),
    ["mode", "production", 'must be "live" or "test"'],
    ["mode", null, 'must be "live" or "test"'],
    ["description", "x".repeat(501), "must have at most 500 characters"],
    ["description", "a\u0000", "control characters"],
    ["description", 1, "must be of type string"],
    ["key", "ac_live_k1_mine", "is not a known field"],
    ["key_hash", "x", "is not a known field"],
    ["organization_id", "x", "is not a known field"],
    ["is_test", false, "is not a known field"],
    ["created_by", {}, "is not a known field"],
    ["revoked_at", null, "is not a known field"],
  ];
  test.each(wrong)("refuses %s %j: %s", async (field, value, says) => {
    const options = create({ [field]: value });
    expect(await problemOf(organization, "apiKeys.create", options, field)).toContain(says);
  });

  test.each([
    { name: "x" },
    { name: "x".repeat(100) },
    { name: "Zoë's 🔑" },
    { description: null },
    { description: "x".repeat(500) },
    { mode: "test" },
    { mode: "live" },
  ])("takes %j", async (fields) => {
    expect(await ok("apiKeys.create", create(fields))).toMatchObject({ name: "New", ...fields });
  });

  test("shows the full key once; the database holds its hash, no answer ever holds it again", async () => {
    const { key: live } = { key: organization.live };
    const made = await ok("apiKeys.create", { key: live, body: { name: "Once" } });
    expect(keyMode(made.key)).toBe("live");
    expect(made.key.startsWith(made.key_prefix)).toBe(true);
    const row = await prisma.apiKey.findUniqueOrThrow({ where: { id: made.id } });
    expect(row.keyHash).toEqual(keyHash(made.key));
    expect(JSON.stringify(row)).not.toContain(made.key);
    const { text } = await call("apiKeys.list", { key: live, query: { limit: 100 } });
    expect(text).toContain(made.id);
    expect(text).not.toContain(made.key);
    const events = await prisma.event.findMany({ where: { resourceId: made.id } });
    expect(JSON.stringify(events)).not.toContain(made.key);
  });

  test("notes who made it, and its mode: the caller's unless said", async () => {
    const made = await ok("apiKeys.create", { key: organization.test, body: { name: "T" } });
    expect(made).toMatchObject({
      mode: "test",
      created_by: { type: "api_key", name: "Test" },
      revoked_at: null,
      last_used_at: null,
      expires_at: null,
      scopes: ["*"],
      allowed_ips: [],
    });
  });
});

describe("revoking a key", () => {
  test("holds from the next request on, and once more is fine", async () => {
    const { live: key } = await newOrganization();
    const made = await ok("apiKeys.create", { key, body: { name: "Leaked" } });
    expect((await call("apiKeys.list", { key: made.key })).status).toBe(200);
    await ok("apiKeys.revoke", { key, id: made.id });
    expect((await call("apiKeys.list", { key: made.key })).status).toBe(401);
    const { data } = await ok("apiKeys.list", { key });
    const revokedAt = data.find(({ id }) => id === made.id)?.revoked_at;
    expect(revokedAt).not.toBeNull();
    await ok("apiKeys.revoke", { key, id: made.id });
    expect((await ok("apiKeys.list", { key })).data[0]?.revoked_at).toBe(revokedAt);
    const actions = await prisma.event.findMany({ where: { resourceId: made.id } });
    expect(actions.map(({ action }) => action)).toEqual(["api_key.created", "api_key.revoked"]);
  });

  test("lets none of 50 requests through that come after it", async () => {
    const { live: key } = await newOrganization();
    const made = await ok("apiKeys.create", { key, body: { name: "Leaked" } });
    await Promise.all(Array.from({ length: 20 }, () => call("apiKeys.list", { key: made.key })));
    await ok("apiKeys.revoke", { key, id: made.id });
    const late = Array.from({ length: 50 }, () => call("apiKeys.list", { key: made.key }));
    const statuses = (await Promise.all(late)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401]));
  });

  test("may be done with the key itself", async () => {
    const { live } = await newOrganization();
    const made = await ok("apiKeys.create", { key: live, body: { name: "Own" } });
    await ok("apiKeys.revoke", { key: made.key, id: made.id });
    expect((await call("apiKeys.list", { key: made.key })).status).toBe(401);
  });
});

test("listing filters by mode, and refuses another one", async () => {
  const { live: key } = await newOrganization();
  const modes = async (mode: string) =>
    (await ok("apiKeys.list", { key, query: { mode } })).data.map((each) => each.mode);
  expect(await modes("test")).toEqual(["test"]);
  expect(await modes("live")).toEqual(["live"]);
  const problem = await problemOf(
    organization,
    "apiKeys.list",
    { key: organization.live, query: { mode: "x" } },
    "mode",
  );
  expect(problem).toBe('must be "live" or "test"');
});

test("a key says when it was last used, at most one write a minute", async () => {
  const { live: key } = await newOrganization();
  const made = await ok("apiKeys.create", { key, body: { name: "Used" } });
  await ok("eventTypes.list", { key: made.key });
  // Noted beside the request, which does not wait for it.
  await expect
    .poll(
      async () => (await prisma.apiKey.findUniqueOrThrow({ where: { id: made.id } })).lastUsedAt,
    )
    .not.toBeNull();
  const { lastUsedAt } = await prisma.apiKey.findUniqueOrThrow({ where: { id: made.id } });
  await ok("eventTypes.list", { key: made.key });
  await ok("eventTypes.list", { key: made.key });
  const again = await prisma.apiKey.findUniqueOrThrow({ where: { id: made.id } });
  expect(again.lastUsedAt).toEqual(lastUsedAt);
});
