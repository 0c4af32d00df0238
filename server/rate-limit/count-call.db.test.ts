import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { env } from "../env";
import { newId } from "../ids";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { overHttp, serveDoor } from "../testing/over-http";
import { tally, times } from "../testing/race";
import { call, hold, ok, type RawAnswer, refused, requestOf, send } from "../testing/rest";

vi.hoisted(() => {
  process.env["PUBLIC_RATE_LIMIT"] = "20";
  process.env["ASTROCAL_PLANS"] = '{"grow": {"per_minute": null, "per_day": 30}, "scale": {}}';
});

// Twenty seconds into a minute that does not pass: no burst reaches into the next one.
const nowMs = Date.UTC(2026, 10, 24, 12, 30, 20);
const resetAt = "2026-11-24T12:31:00.000Z";
const midnight = "2026-11-25T00:00:00.000Z";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: nowMs });
});
afterEach(() => {
  vi.useRealTimers();
});

const limitHeaders = ({ headers }: RawAnswer) =>
  Object.fromEntries(
    [
      "x-ratelimit-limit",
      "x-ratelimit-remaining",
      "x-ratelimit-reset",
      "ratelimit",
      "ratelimit-policy",
      "retry-after",
    ].flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );

const list = (key: string) => () => call("eventTypes.list", { key });
const inTurn = async (count: number, run: () => Promise<RawAnswer>): Promise<RawAnswer[]> => {
  const answers: RawAnswer[] = [];
  for (const _ of times(count, () => null)) answers.push(await run());
  return answers;
};
const remaining = async (key: string) => {
  const { headers } = await call("eventTypes.list", { key });
  return Number(headers["x-ratelimit-remaining"]);
};

describe("a plan", () => {
  test("lets exactly its limit through of three times as many calls from 20 connections", async () => {
    const { live } = await newOrganization({ tier: "free" });
    const port = await serveDoor();
    const request = requestOf("eventTypes.list", { key: live });
    const connections = await Promise.all(
      times(20, () => inTurn(9, async () => hold(request, await overHttp(port, request)))),
    );
    expect(tally(connections.flat())).toEqual({ 200: 60, 429: 120 });
  });

  test("refuses in the contract's words and numbers", async () => {
    const { live } = await newOrganization({ tier: "launch" });
    const answers = await inTurn(101, list(live));
    expect(tally(answers)).toEqual({ 200: 100, 429: 1 });
    const last = answers.at(-1);
    expect(last?.error).toMatchObject({
      code: "rate_limit_exceeded",
      message: "Rate limit exceeded. Your limit is 100 requests/minute (Launch tier).",
      limit: 100,
      window: "1m",
      reset_at: resetAt,
      retry_after: 40,
      tier: "launch",
    });
    expect(last?.headers).toMatchObject({
      "retry-after": "40",
      "x-ratelimit-limit": "100",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": resetAt,
      ratelimit: '"minute";r=0;t=40',
      "ratelimit-policy": '"minute";q=100;w=60, "day";q=1000;w=86400',
    });
    vi.setSystemTime(resetAt);
    expect(await call("eventTypes.list", { key: live })).toMatchObject({ status: 200 });
  });

  test("is told of on every answer to a good key, whatever the answer is", async () => {
    const { live } = await newOrganization({ tier: "free" });
    const t = 40;
    const dayT = (Date.parse(midnight) - nowMs) / 1000;
    const stand = (left: number) => ({
      "x-ratelimit-limit": "60",
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset": resetAt,
      ratelimit: `"minute";r=${left};t=${t}, "day";r=${440 + left};t=${dayT}`,
      "ratelimit-policy": '"minute";q=60;w=60, "day";q=500;w=86400',
    });
    const answers = [
      await call("eventTypes.list", { key: live }),
      await call("eventTypes.list", { key: live, query: { limit: 0 } }),
      await call("eventTypes.get", { key: live, id: newId() }),
      await call("eventTypes.create", { key: live, body: {} }),
      await call("apiKeys.create", { key: live, body: { name: "Another" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 400, 201]);
    expect(answers.map(limitHeaders)).toEqual([59, 58, 57, 56, 55].map(stand));
  });

  test("counts for the organization, not for the key", async () => {
    const { live } = await newOrganization({ tier: "free" });
    const { key } = await ok("apiKeys.create", { key: live, body: { name: "Another" } });
    expect(await remaining(key)).toBe(58);
    expect(await remaining(live)).toBe(57);
  });

  test("counts live and test calls apart, and each organization's", async () => {
    const [one, other] = [
      await newOrganization({ tier: "free" }),
      await newOrganization({ tier: "free" }),
    ];
    await inTurn(61, list(one.live));
    expect(await call("eventTypes.list", { key: one.live })).toMatchObject({ status: 429 });
    expect(await remaining(one.test)).toBe(59);
    expect(await remaining(other.live)).toBe(59);
  });

  test("that an operator set without a minute's limit holds over the day, until midnight in UTC", async () => {
    const { live } = await newOrganization({ tier: "grow" });
    const answers = await inTurn(31, list(live));
    expect(tally(answers)).toEqual({ 200: 30, 429: 1 });
    const last = answers.at(-1);
    expect(last?.error).toMatchObject({
      message: "Rate limit exceeded. Your limit is 30 requests/day (Grow tier).",
      limit: 30,
      window: "24h",
      reset_at: midnight,
      retry_after: (Date.parse(midnight) - nowMs) / 1000,
      tier: "grow",
    });
    expect(last?.headers["ratelimit-policy"]).toBe('"day";q=30;w=86400');
    vi.setSystemTime(Date.parse(midnight) - 1);
    expect(await refused("eventTypes.list", { key: live })).toMatchObject({ retry_after: 1 });
    vi.setSystemTime(midnight);
    expect(await call("eventTypes.list", { key: live })).toMatchObject({ status: 200 });
  });

  test("does not count what reads, cancels or moves a booking, nor refuses it", async () => {
    const { live } = await newOrganization({ tier: "free" });
    const type = await newEventType(live);
    const { id } = await ok("bookings.create", { key: live, body: bookingOf(type.id, ahead(3)) });
    const before = await remaining(live);
    const uncounted = async () => [
      await call("bookings.get", { key: live, id }),
      await call("bookings.reschedule", { key: live, id, body: { new_start_time: ahead(4) } }),
      await call("bookings.cancel", { key: live, id, body: {} }),
    ];
    for (const answer of await uncounted()) {
      expect(answer.status).toBe(200);
      expect(answer.headers["x-ratelimit-remaining"]).toBe(String(before));
    }
    await inTurn(before + 1, list(live));
    expect((await uncounted()).map(({ status }) => status)).toEqual([200, 409, 200]);
  });

  test("does not limit the service key", async () => {
    const { organizationId } = await newOrganization({ tier: "free" });
    const [serviceKey] = env.ASTROCAL_SERVICE_KEY;
    const headers = { authorization: `Bearer ${serviceKey}`, "x-org-id": organizationId };
    const answers = await inTurn(70, () => call("eventTypes.list", { headers }));
    expect(tally(answers)).toEqual({ 200: 70 });
    expect(answers.map(limitHeaders)).toEqual(times(70, () => ({})));
  });
});

describe("a stranger", () => {
  let eventTypeId: string;
  let live: string;
  beforeAll(async () => {
    ({ live } = await newOrganization({ tier: "scale" }));
    eventTypeId = (await newEventType(live)).id;
  });
  const ask = (ipAddress: string) => () => call("eventTypes.get", { id: eventTypeId, ipAddress });

  test("may ask as often a minute from one network address as is set, and another one still may", async () => {
    const answers = await Promise.all(times(60, ask("192.0.2.1")));
    expect(tally(answers)).toEqual({ 200: 20, 429: 40 });
    const full = answers.find(({ status }) => status === 429);
    expect(full?.error).toMatchObject({
      message: "Rate limit exceeded. Your limit is 20 requests/minute without an API key.",
      limit: 20,
      window: "1m",
      reset_at: resetAt,
      retry_after: 40,
    });
    expect(full?.error).not.toHaveProperty("tier");
    const next = await ask("192.0.2.2")();
    expect(limitHeaders(next)).toEqual({
      "x-ratelimit-limit": "20",
      "x-ratelimit-remaining": "19",
      "x-ratelimit-reset": resetAt,
      ratelimit: '"minute";r=19;t=40',
      "ratelimit-policy": '"minute";q=20;w=60',
    });
  });

  test("with an IPv6 network is one caller, however many addresses it has", async () => {
    const answers = await Promise.all(times(30, (index) => ask(`2001:db8:1:1::${index + 1}`)()));
    expect(tally(answers)).toEqual({ 200: 20, 429: 10 });
    expect(await ask("2001:db8:1:2::1")()).toMatchObject({ status: 200 });
  });

  test("is not counted where a key calls, and a key not where a stranger does", async () => {
    await inTurn(20, ask("192.0.2.3"));
    const withKey = await call("eventTypes.get", {
      key: live,
      id: eventTypeId,
      ipAddress: "192.0.2.3",
    });
    expect(withKey.status).toBe(200);
    expect(await ask("192.0.2.3")()).toMatchObject({ status: 429 });
  });

  test("may ask for the health and the description without end", async () => {
    await inTurn(21, ask("192.0.2.4"));
    const ipAddress = "192.0.2.4";
    const answers = [
      ...(await inTurn(30, () => call("health", { ipAddress }))),
      ...(await inTurn(5, () => send({ method: "GET", url: "/v1/openapi.json", ipAddress }))),
    ];
    expect(tally(answers)).toEqual({ 200: 35 });
  });

  test("with a booking's token is counted as others are", async () => {
    const booked = await ok("bookings.create", {
      key: live,
      body: bookingOf(eventTypeId, ahead(5)),
    });
    const query = { token: booked.cancel_token ?? "" };
    const ipAddress = "192.0.2.5";
    const answers = await inTurn(21, () =>
      call("bookings.get", { id: booked.id, query, ipAddress }),
    );
    expect(tally(answers)).toEqual({ 200: 20, 429: 1 });
  });
});
