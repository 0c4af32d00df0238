import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";

/** From where the tests call (server/testing/rest.ts). */
const here = "203.0.113.7";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const make = async (fields: Record<string, unknown>) =>
  await ok("apiKeys.create", {
    key: organization.live,
    body: { name: "New", ...fields },
  });

describe("a key that expires", () => {
  test("works until the instant, and from it on no more", async () => {
    const endMs = Date.now() + 1_500;
    const { key } = await make({ expires_at: new Date(endMs).toISOString() });
    const asked: { beganMs: number; endedMs: number; status: number }[] = [];
    while (Date.now() < endMs + 500) {
      const beganMs = Date.now();
      const { status } = await call("me.get", { key });
      asked.push({ beganMs, endedMs: Date.now(), status });
    }
    const before = asked.filter(({ endedMs }) => endedMs < endMs);
    const after = asked.filter(({ beganMs }) => beganMs >= endMs);
    expect(before.length).toBeGreaterThan(3);
    expect(after.length).toBeGreaterThan(3);
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
  });

  test("says when in the list, and is not revoked by it", async () => {
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    const made = await make({ expires_at });
    expect(made).toMatchObject({ expires_at, revoked_at: null });
  });
});

describe("a key that is bound to addresses", () => {
  test.each([
    [[here]],
    [["203.0.113.0/24"]],
    [["10.0.0.0/8", "::1", "203.0.113.0/29"]],
    [["0.0.0.0/0"]],
    [["::ffff:203.0.113.7"]],
  ])("of %j may be used from 203.0.113.7", async (allowed_ips) => {
    const { key } = await make({ allowed_ips });
    expect((await call("me.get", { key })).status).toBe(200);
  });

  test.each([[["203.0.113.8"]], [["203.0.113.8/29", "10.0.0.0/8"]], [["2001:db8::/32"]]])(
    "of %j may not, on public operations neither",
    async (allowed_ips) => {
      const { key } = await make({ allowed_ips });
      for (const name of ["me.get", "apiKeys.list", "health"] as const) {
        expect(await refused(name, { key })).toMatchObject({
          status: 403,
          code: "forbidden",
          message: "This key may not be used from your network address.",
        });
      }
    },
  );

  test("tells only who has the key: a revoked, expired or mistyped one is 401 from elsewhere", async () => {
    const elsewhere = { allowed_ips: ["198.51.100.0/24"] };
    const [revoked, expired, good] = [
      await make(elsewhere),
      await make(elsewhere),
      await make(elsewhere),
    ];
    await ok("apiKeys.revoke", { key: organization.live, id: revoked.id });
    const data = { expiresAt: new Date(Date.now() - 1) };
    await prisma.apiKey.update({ where: { id: expired.id }, data });
    const mistyped = good.key.replace(/.$/, (last) => (last === "a" ? "b" : "a"));
    for (const key of [revoked.key, expired.key, mistyped]) {
      expect((await refused("me.get", { key })).status).toBe(401);
    }
    expect((await refused("me.get", { key: good.key })).status).toBe(403);
  });

  test("is told its address is wrong before its scope is", async () => {
    const { key } = await make({ allowed_ips: ["198.51.100.7"], scopes: ["usage:read"] });
    expect((await refused("apiKeys.list", { key })).message).toContain("network address");
  });
});

describe("the last use of a key", () => {
  /** Counts each write of `last_used_at` in the database itself. */
  beforeAll(async () => {
    await prisma.$executeRaw`CREATE TABLE uses_written (key_id uuid NOT NULL)`;
    await prisma.$executeRaw`
      CREATE FUNCTION note_use() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN INSERT INTO uses_written VALUES (NEW.id); RETURN NEW; END'`;
    await prisma.$executeRaw`
      CREATE TRIGGER note_use AFTER UPDATE OF last_used_at ON api_keys
        FOR EACH ROW EXECUTE FUNCTION note_use()`;
  });
  const writes = async (id: string) => {
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM uses_written WHERE key_id = ${id}::uuid`;
    return rows.length;
  };

  test("is written once a minute, however many requests there are", async () => {
    const { id, key } = await make({});
    await Promise.all(times(40, () => call("me.get", { key })));
    await expect.poll(() => writes(id)).toBe(1);
    for (let round = 0; round < 10; round += 1) await call("me.get", { key });
    const { lastUsedAt } = await prisma.apiKey.findUniqueOrThrow({ where: { id } });
    expect(Date.now() - (lastUsedAt?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(await writes(id)).toBe(1);
  });

  test("is written again once a minute is over", async () => {
    const { id, key } = await make({});
    const longAgo = new Date(Date.now() - 61_000);
    await prisma.apiKey.update({ where: { id }, data: { lastUsedAt: longAgo } });
    await Promise.all(times(20, () => call("me.get", { key })));
    // The test's own write, and one of the twenty.
    await expect.poll(() => writes(id)).toBe(2);
  });
});
