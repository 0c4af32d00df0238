import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { newKey } from "./api-keys/key";
import { keyScopes, mayUse, requiredScope } from "./api-keys/scopes";
import { prisma } from "./db";
import { env } from "./env";
import type { ErrorCode } from "./errors";
import { newId } from "./ids";
import { openApiDocument } from "./openapi";
import { fingerprint, newOrganization, type TestOrganization } from "./testing/factories";
import { type Input, inputs, requestWith, rowOf, type Side, sideOf } from "./testing/inputs";
import { ok, operations, type RawAnswer, send } from "./testing/rest";

// Every operation of the OpenAPI document, asked by everyone who may and may not. Who may is read from the document;
// a new operation only needs its row in server/testing/inputs.ts.

type Expected = "success" | { status: number; code: ErrorCode; message?: string };

const Documented = z.object({ security: z.array(z.record(z.string(), z.array(z.string()))) });
const cases = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
  Object.entries(z.record(z.string(), z.unknown()).parse(item)).map(([method, documented]) => {
    const found = operations.find(
      (each) => each.path === path && each.method === method.toUpperCase(),
    );
    if (found === undefined) throw new Error(`${method} ${path} is documented, but not there`);
    const { security } = Documented.parse(documented);
    const isPublic = security.some((way) => Object.keys(way).length === 0);
    return { ...found, ...rowOf(found.name), isPublic };
  }),
);
type Case = (typeof cases)[number];

const unauthorized: Expected = {
  status: 401,
  code: "unauthorized",
  message: "Missing or invalid Authorization header",
};
const forbidden: Expected = { status: 403, code: "forbidden" };
const notFound: Expected = { status: 404, code: "not_found" };
const invalid: Expected = { status: 400, code: "validation_error" };

let mine: TestOrganization;
let other: TestOrganization;
let revoked: string;
let expired: string;
let elsewhere: string;
let cookie: string;
beforeAll(async () => {
  [mine, other] = await Promise.all([newOrganization(), newOrganization()]);
  const { live: key } = mine;
  const make = async (fields: object = {}) =>
    await ok("apiKeys.create", { key, body: { name: "One of several", ...fields } });
  const [first, second, third] = [
    await make(),
    await make(),
    await make({ allowed_ips: ["192.0.2.0/24"] }),
  ];
  // All three are good before.
  for (const each of [first, second]) await ok("me.get", { key: each.key });
  await ok("me.get", { key: third.key, ipAddress: "192.0.2.7" });
  await ok("apiKeys.revoke", { key, id: first.id });
  const expiresAt = new Date(Date.now() - 1);
  await prisma.apiKey.update({ where: { id: second.id }, data: { expiresAt } });
  [revoked, expired, elsewhere] = [first.key, second.key, third.key];
  const session = await encode({ token: { sub: mine.userId }, secret: env.AUTH_SECRET });
  cookie = `next-auth.session-token=${session}; astrocal_org=${mine.organizationId}`;
});

/** A key of the operation's own side that holds these scopes. */
async function keyWith({ only }: Case, scopes: readonly string[]): Promise<string> {
  const key = only === "test" ? mine.test : mine.live;
  return (await ok("apiKeys.create", { key, body: { name: "Scoped", scopes } })).key;
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const service = (headers: Record<string, string> = {}) => ({
  ...bearer(env.ASTROCAL_SERVICE_KEY[0] ?? ""),
  ...headers,
});
const ownSide = ({ only }: Case): Side => sideOf(mine, only ?? "live");
const goodKey = (each: Case) => bearer(ownSide(each).key);
const namesThings = (input: Input) => Object.keys(input).some((name) => /(^|_)id$/.test(name));

const asNobody = ({ isPublic, byToken }: Case): Expected =>
  isPublic && byToken !== true ? "success" : unauthorized;
/** Of what is another's: what has an id is not there, and what has none is the caller's own. */
const asStrange = ({ name }: Case, input: Input): Expected =>
  namesThings(input) && name !== "eventTypes.getPublic" ? notFound : "success";

function asOtherMode(each: Case, input: Input): Expected {
  // The clock is the test side's alone; a test key makes no live keys, invites nobody and connects no calendar.
  const isLiveOnly = /^(apiKeys\.create|members\.invite|calendars\.connect\w+)$/.test(each.name);
  if (each.only === "test" || isLiveOnly) return forbidden;
  return asStrange(each, input);
}

type Caller = {
  who: string;
  headers: (each: Case) => Record<string, string> | Promise<Record<string, string>>;
  /** What comes of a call about something of `mine`, of the side where the operation succeeds. */
  answer: (each: Case, input: Input) => Expected;
  /** Whether the booking's token is sent along. */
  token?: true;
  /** Whether the caller is of another organization or mode, and must see nothing of this one. */
  strange?: true;
};

const malformed: [why: string, header: (key: string) => string][] = [
  ["nothing", () => ""],
  ["a scheme alone", () => "Bearer "],
  ["a key without its scheme", (key) => key],
  ["another scheme", (key) => `Basic ${key}`],
  ["two keys", (key) => `Bearer ${key}, Bearer ${key}`],
  ["something after the key", (key) => `Bearer ${key} x`],
];

const callers: Caller[] = [
  { who: "nobody", headers: () => ({}), answer: asNobody },
  {
    who: "nobody, with the booking's token",
    headers: () => ({}),
    answer: ({ isPublic }) => (isPublic ? "success" : unauthorized),
    token: true,
  },
  ...malformed.map(([why, header]): Caller => ({
    who: `a header of ${why}`,
    headers: (each) => ({ authorization: header(ownSide(each).key) }),
    answer: () => unauthorized,
  })),
  { who: "an unknown key", headers: () => bearer(newKey("live")), answer: () => unauthorized },
  {
    who: "a mistyped key",
    headers: (each) => bearer(`${ownSide(each).key.slice(0, -1)}_`),
    answer: () => unauthorized,
  },
  { who: "a revoked key", headers: () => bearer(revoked), answer: () => unauthorized },
  { who: "an expired key", headers: () => bearer(expired), answer: () => unauthorized },
  { who: "a key at another address", headers: () => bearer(elsewhere), answer: () => forbidden },
  {
    who: "a key with all scopes but the one",
    headers: async (each) => {
      const required = requiredScope(each.name);
      const others = keyScopes.filter((scope) => required === null || !mayUse([scope], required));
      return bearer(await keyWith(each, others));
    },
    answer: ({ name }) => (requiredScope(name) === null ? "success" : forbidden),
  },
  {
    who: "a key with the one scope",
    headers: async (each) =>
      bearer(await keyWith(each, [requiredScope(each.name) ?? "activity:read"])),
    answer: () => "success",
  },
  {
    who: "another organization's key",
    headers: ({ only }) => bearer(other[only ?? "live"]),
    answer: asStrange,
    strange: true,
  },
  {
    who: "the other mode's key",
    headers: ({ only }) => bearer(mine[only === "test" ? "live" : "test"]),
    answer: asOtherMode,
  },
  { who: "a session's cookie alone", headers: () => ({ cookie }), answer: asNobody },
  {
    who: "a session's cookie with a page's headers",
    headers: () => ({ cookie, "x-org-id": mine.organizationId, "x-astrocal-mode": "live" }),
    answer: asNobody,
  },
  { who: "a service key without X-Org-Id", headers: () => service(), answer: () => invalid },
  {
    who: "a service key with a malformed X-Org-Id",
    headers: () => service({ "x-org-id": `${mine.organizationId}'` }),
    answer: () => invalid,
  },
  {
    who: "a service key for an organization that is not there",
    headers: () => service({ "x-org-id": newId() }),
    answer: () => notFound,
  },
  {
    who: "a service key from a browser",
    headers: () => service({ "x-org-id": mine.organizationId, origin: "https://example.com" }),
    answer: () => forbidden,
  },
  {
    who: "a service key for another organization",
    headers: ({ only }) =>
      service({ "x-org-id": other.organizationId, "x-astrocal-mode": only ?? "live" }),
    answer: asStrange,
    strange: true,
  },
  {
    who: "a service key",
    headers: ({ only }) =>
      service({ "x-org-id": mine.organizationId, "x-astrocal-mode": only ?? "live" }),
    answer: () => "success",
  },
  { who: "the right key", headers: goodKey, answer: () => "success" },
];

test("every documented operation succeeds somehow, and nothing else has a row", () => {
  const published = cases.map(({ name }) => name);
  expect(published.filter((name) => inputs[name] === undefined)).toEqual([]);
  expect(new Set(published).size).toBe(operations.length);
});

/** Wrong tokens are throttled by address: each call comes from one of its own. */
let calls = 0;
const someAddress = () => `198.18.${Math.floor(++calls / 256)}.${calls % 256}`;

async function tokenOf(name: string, { id }: Input, key: string): Promise<string> {
  const read = name.startsWith("waitlist.") ? "waitlist.get" : "bookings.get";
  return (await ok(read, { key, id: String(id) })).cancel_token ?? "";
}

/** What is compared with what is expected. */
const told = ({ status, error }: RawAnswer) => ({
  status,
  code: error?.code ?? null,
  message: error?.message ?? null,
});
const wanted = (expected: Expected, { meta }: Case) =>
  expected === "success" ? { status: meta.status ?? 200, code: null } : expected;

describe.each(cases)("$method $path", (each) => {
  const { input: inputFor, byToken } = each;
  let input: Input;
  beforeAll(async () => {
    input = await inputFor(ownSide(each));
  });

  test.each(callers)("$who", async ({ headers, answer, token, strange }) => {
    const expected = answer(each, input);
    const asked = expected === "success" ? await inputFor(ownSide(each)) : input;
    const { key } = ownSide(each);
    const more = token && byToken ? { token: await tokenOf(each.name, asked, key) } : {};
    const request = requestWith(each, { ...asked, ...more }, await headers(each));
    const spared = expected === "success" ? (strange ? [mine] : []) : [mine, other];
    const before = await Promise.all(spared.map(fingerprint));
    const reply = await send({ ...request, ipAddress: someAddress() });
    expect(told(reply)).toMatchObject(wanted(expected, each));
    expect(await Promise.all(spared.map(fingerprint))).toEqual(before);
    const isSeen = strange && !each.isPublic && reply.text?.includes(mine.organizationId);
    expect(isSeen ?? false).toBe(false);
  });
});
