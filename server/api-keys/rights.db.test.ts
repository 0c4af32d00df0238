import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "../db";
import { newOrganization, type TestOrganization } from "../testing/factories";
import { problemOf, type Wrong, wrongInstants } from "../testing/refusals";
import { call, ok, refused } from "../testing/rest";
import { keyScopes } from "./scopes";

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const inYears = (years: number, moreMs: number) => {
  const at = new Date();
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return new Date(at.getTime() + moreMs).toISOString();
};

const wrong: Wrong = [
  ["scopes", [], "must name at least one scope"],
  ["scopes", null, "must be of type array"],
  ["scopes", "*", "must be of type array"],
  ["scopes", ["*", "*"], "must not repeat a scope"],
  ["scopes", ["bookings:read", "usage:read", "bookings:read"], "must not repeat a scope"],
  ["scopes", ["bookings"], 'must be "*" or "event_types:read" or', "scopes.0"],
  ["scopes", ["bookings:read", "bookings:*"], 'must be "*"', "scopes.1"],
  ["scopes", ["BOOKINGS:READ"], 'must be "*"', "scopes.0"],
  ["scopes", ["bookings:read "], 'must be "*"', "scopes.0"],
  ["scopes", [""], 'must be "*"', "scopes.0"],
  ["scopes", [null], 'must be "*"', "scopes.0"],
  ["scopes", { 0: "*" }, "must be of type array"],
  ...wrongInstants("expires_at").filter(([, value]) => value !== null),
  ["expires_at", new Date(Date.now() - 1).toISOString(), "must lie in the future"],
  ["expires_at", "2026-01-01T00:00:00Z", "must lie in the future"],
  ["expires_at", inYears(10, 60_000), "must lie at most 10 years ahead"],
  ["expires_at", "9999-12-31T23:59:59Z", "must lie at most 10 years ahead"],
  ["allowed_ips", null, "must be of type array"],
  ["allowed_ips", "203.0.113.7", "must be of type array"],
  ["allowed_ips", Array(51).fill("203.0.113.7"), "must have at most 50 entries"],
  ["allowed_ips", ["10.0.0.0/8", "::1", "10.1.1.1", "nowhere"], "CIDR block", "allowed_ips.3"],
  ["allowed_ips", [7], "must be of type string", "allowed_ips.0"],
  ...[
    "",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/",
    "10.0.0.0/8/8",
    "10.0.0",
    "10.0.0.256",
    "010.0.0.1",
    "1",
    "::/129",
    "2001:db8:::1",
    "fe80::1%eth0",
    "example.com",
    " 10.0.0.1",
    "10.0.0.1\n",
    "10.0.0.1\u0000",
    "10.0.0.1-10.0.0.9",
    "*",
  ].map((text): Wrong[number] => ["allowed_ips", [text], "CIDR block", "allowed_ips.0"]),
  ["rotated_from_id", null, "is not a known field"],
  ["key_prefix", "ac_live_k1_mine", "is not a known field"],
  ["last_used_at", null, "is not a known field"],
];

test.each(wrong)("refuses %s %j", async (field, value, says, at = field) => {
  const options = { key: organization.live, body: { name: "New", [field]: value } };
  expect(await problemOf(organization, "apiKeys.create", options, at)).toMatch(says);
});

test("names every wrong address by its place", async () => {
  const body = { name: "New", allowed_ips: ["10.0.0.0/40", "::1", "1.2.3.4.5"] };
  const { details } = await refused("apiKeys.create", { key: organization.live, body });
  expect(Object.keys(details ?? {})).toEqual(["allowed_ips.0", "allowed_ips.2"]);
});

const taken: [given: Record<string, unknown>, kept: Record<string, unknown>][] = [
  [{}, { scopes: ["*"], expires_at: null, allowed_ips: [] }],
  [
    { expires_at: null, allowed_ips: [] },
    { expires_at: null, allowed_ips: [] },
  ],
  [{ scopes: ["*"] }, { scopes: ["*"] }],
  [{ scopes: ["bookings:read", "*"] }, { scopes: ["*"] }],
  [
    { scopes: ["usage:read", "bookings:write", "bookings:read"] },
    { scopes: ["bookings:write", "usage:read"] },
  ],
  ...keyScopes.map((scope): (typeof taken)[number] => [{ scopes: [scope] }, { scopes: [scope] }]),
  [{ expires_at: "2031-03-01T10:00:00.5+02:00" }, { expires_at: "2031-03-01T08:00:00.500Z" }],
  [
    { allowed_ips: ["203.0.113.7", "10.0.0.0/8", "2001:DB8::/32", "::1"] },
    { allowed_ips: ["203.0.113.7/32", "10.0.0.0/8", "2001:db8::/32", "::1/128"] },
  ],
  [{ allowed_ips: ["10.0.0.1", "10.0.0.1/32"] }, { allowed_ips: ["10.0.0.1/32"] }],
  [{ allowed_ips: ["0.0.0.0/0", "::/0"] }, { allowed_ips: ["0.0.0.0/0", "::/0"] }],
];

test.each(taken)("takes %j", async (given, kept) => {
  const made = await ok("apiKeys.create", {
    key: organization.live,
    body: { name: "New", ...given },
  });
  expect(made).toMatchObject(kept);
  const { data } = await ok("apiKeys.list", { key: organization.live });
  expect(data[0]).toMatchObject({ id: made.id, ...kept });
});

test("takes an end a moment ahead, one of nearly ten years, and fifty addresses", async () => {
  const allowed_ips = Array.from({ length: 50 }, (_, index) => `10.0.0.${index}`);
  const bodies = [
    { name: "Soon", expires_at: new Date(Date.now() + 1_000).toISOString() },
    { name: "Late", expires_at: inYears(10, -1_000) },
    { name: "Many", allowed_ips },
  ];
  for (const body of bodies) {
    const { status } = await call("apiKeys.create", { key: organization.live, body });
    expect(status).toBe(201);
  }
});

/** Whom a caller with these rights may make, and whom not. */
const from = ["203.0.113.0/24", "2001:db8::/32"];
const soon = inDays(30);
const bounds: {
  caller: Record<string, unknown>;
  may: Record<string, unknown>[];
  mayNot: Record<string, unknown>[];
}[] = [
  {
    caller: { scopes: ["api_keys:write", "bookings:write", "event_types:read"] },
    may: [
      { scopes: ["bookings:read"] },
      { scopes: ["bookings:write", "event_types:read", "api_keys:write"] },
      { scopes: ["api_keys:read"] },
    ],
    mayNot: [
      {},
      { scopes: ["*"] },
      { scopes: ["event_types:write"] },
      { scopes: ["bookings:read", "usage:read"] },
      { scopes: [...keyScopes] },
    ],
  },
  {
    caller: { scopes: [...keyScopes] },
    may: [{ scopes: [...keyScopes] }],
    mayNot: [{}, { scopes: ["*"] }],
  },
  {
    caller: { expires_at: soon },
    may: [{ expires_at: soon }, { expires_at: inDays(1) }],
    mayNot: [{}, { expires_at: null }, { expires_at: inDays(31) }],
  },
  {
    caller: { allowed_ips: from },
    may: [
      { allowed_ips: from },
      { allowed_ips: ["203.0.113.7", "203.0.113.128/25"] },
      { allowed_ips: ["2001:db8:1::/48"] },
    ],
    mayNot: [
      {},
      { allowed_ips: [] },
      { allowed_ips: ["203.0.112.0/23"] },
      { allowed_ips: ["203.0.113.7", "198.51.100.7"] },
      { allowed_ips: ["0.0.0.0/0"] },
      { allowed_ips: ["::ffff:203.0.113.0/100"] },
      { allowed_ips: ["2001::/16"] },
    ],
  },
];

describe.each(bounds)("a key with $caller", ({ caller, may, mayNot }) => {
  let key: string;
  beforeAll(async () => {
    const body = { name: "Bound", ...caller };
    ({ key } = await ok("apiKeys.create", { key: organization.live, body }));
  });

  test.each(may)("may make one with %j", async (wish) => {
    const { status } = await call("apiKeys.create", { key, body: { name: "Child", ...wish } });
    expect(status).toBe(201);
  });

  test.each(mayNot)("may not make one with %j, nor get it by rotating", async (wish) => {
    const body = { name: "Child", ...wish };
    const denied = await refused("apiKeys.create", { key, body });
    expect(denied).toMatchObject({ status: 403, code: "forbidden" });
    expect(denied.message).toMatch(/^This key cannot give another key more than it has: it /);
    const better = await ok("apiKeys.create", { key: organization.live, body });
    expect(await refused("apiKeys.rotate", { key, id: better.id, body: {} })).toMatchObject({
      status: 403,
      code: "forbidden",
    });
    const row = await prisma.apiKey.findUniqueOrThrow({
      where: { id: better.id },
      include: { rotatedTo: true },
    });
    const expiresAt = better.expires_at === null ? null : new Date(better.expires_at);
    expect(row).toMatchObject({ rotatedTo: null, revokedAt: null, expiresAt });
  });
});

test("a key that may not write keys makes none, whatever it asks for", async () => {
  const body = { name: "Reader", scopes: ["api_keys:read", "bookings:write"] };
  const { key } = await ok("apiKeys.create", { key: organization.live, body });
  const child = { key, body: { name: "Child", scopes: ["bookings:read"] } };
  expect(await refused("apiKeys.create", child)).toMatchObject({
    status: 403,
    message: "This key lacks the scope api_keys:write.",
  });
});
