import { beforeEach, describe, expect, test, vi } from "vitest";

// Before the environment is read: one plan without limits of a day and a month, one that is used up soon.
vi.hoisted(() => {
  process.env["ASTROCAL_PLANS"] = JSON.stringify({
    grow: { per_day: null, bookings_per_month: null },
    launch: { per_minute: 3 },
  });
});

import { prisma } from "../db";
import type { Tier } from "../generated/prisma/client";
import { newId } from "../ids";
import { setTier } from "../organizations/set-tier";
import {
  ahead,
  bookingOf,
  newEventType,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";
import { flushRequests } from "./note-request";

let organization: TestOrganization;
let live: string;
beforeEach(async () => {
  organization = await newOrganization();
  live = organization.live;
});

const dayMs = 86_400_000;
const todayMs = () => Math.floor(Date.now() / dayMs) * dayMs;
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, "YYYY-MM-DD".length);
const today = async (key = live) => (await ok("usage.get", { key })).usage.api_calls_today;

describe("GET /v1/usage", () => {
  test("is all there when nothing was used yet", async () => {
    const { live: key } = await newOrganization({ tier: "free" });
    const now = new Date();
    expect(await ok("usage.get", { key })).toEqual({
      tier: "free",
      limits: { api_calls_per_minute: 60, api_calls_per_day: 500, bookings_per_month: 50 },
      usage: {
        api_calls_today: 0,
        api_calls_remaining_daily: 500,
        bookings_this_month: 0,
        bookings_remaining_monthly: 50,
      },
      reset_at: {
        daily: new Date(todayMs() + dayMs).toISOString(),
        monthly: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString(),
      },
    });
  });

  test("counts every answered call of the mode, whatever its status, and no one else's", async () => {
    const other = await newOrganization();
    await call("eventTypes.list", { key: live });
    await call("eventTypes.get", { key: live, id: newId() });
    await call("eventTypes.create", { key: live, body: {} });
    await call("eventTypes.list", { key: organization.test });
    await call("eventTypes.list", { key: "ac_live_k1_no-key" });
    await call("eventTypes.list", { key: other.live });
    await call("eventTypes.getPublic", { id: newId() });
    expect(await today()).toBe(3);
    expect(await today(organization.test)).toBe(1);
    expect(await today(other.live)).toBe(1);
    expect(await today(other.test)).toBe(0);
  });

  test("does not count itself, nor any other exempt operation", async () => {
    const type = await newEventType(live);
    const { id } = await ok("bookings.create", {
      key: live,
      body: bookingOf(type.id, ahead(3)),
    });
    const before = await today();
    await ok("bookings.get", { key: live, id });
    await ok("bookings.reschedule", { key: live, id, body: { new_start_time: ahead(4) } });
    await ok("bookings.cancel", { key: live, id, body: {} });
    await ok("usage.get", { key: live });
    await ok("usage.summary", { key: live });
    expect(await today()).toBe(before);
  });

  test("counts no call that was refused with 429, but says how many there were", async () => {
    await setTier(organization.scope, "launch");
    const answers = await Promise.all(times(8, () => call("eventTypes.list", { key: live })));
    const limited = answers.filter(({ status }) => status === 429).length;
    // Five of eight, or fewer where the minute turned meanwhile.
    expect(limited).toBeGreaterThan(0);
    expect(await today()).toBe(8 - limited);
    const { daily, api_calls } = await ok("usage.summary", { key: live });
    expect(api_calls).toEqual({ total: 8 - limited });
    expect(daily.at(-1)).toMatchObject({ api_calls: 8 - limited, rate_limited: limited });
  });

  test("counts bookings of this month by what was counted with each, and never says less than none remain", async () => {
    const month = new Date(`${dateOf(Date.now()).slice(0, "YYYY-MM".length)}-01T00:00:00.000Z`);
    const { organizationId } = organization;
    await setTier(organization.scope, "free");
    const count = { organizationId, isTest: false, month };
    const before = new Date(month.getTime() - dayMs);
    before.setUTCDate(1);
    await prisma.bookingCount.createMany({
      data: [
        { ...count, bookings: 51 },
        { ...count, isTest: true, bookings: 7 },
        { ...count, month: before, bookings: 9 },
      ],
    });
    const { usage } = await ok("usage.get", { key: live });
    expect(usage).toMatchObject({ bookings_this_month: 51, bookings_remaining_monthly: 0 });
    const inTest = await ok("usage.get", { key: organization.test });
    expect(inTest.usage).toMatchObject({ bookings_this_month: 7, bookings_remaining_monthly: 43 });
  });

  test.each<[Tier, unknown]>([
    ["free", { api_calls_per_minute: 60, api_calls_per_day: 500, bookings_per_month: 50 }],
    [
      "scale",
      { api_calls_per_minute: 5_000, api_calls_per_day: 100_000, bookings_per_month: 50_000 },
    ],
    ["grow", { api_calls_per_minute: 1_000, api_calls_per_day: null, bookings_per_month: null }],
  ])("says the limits of %s, null where there is none", async (tier, limits) => {
    await setTier(organization.scope, tier);
    const usage = await ok("usage.get", { key: live });
    expect(usage).toMatchObject({ tier, limits });
    const unlimited = tier === "grow";
    expect(usage.usage.api_calls_remaining_daily === null).toBe(unlimited);
    expect(usage.usage.bookings_remaining_monthly === null).toBe(unlimited);
  });
});

describe("GET /v1/usage/summary", () => {
  const used = async (atMs: number, apiCalls: number, isTest = false) =>
    await prisma.usageDay.create({
      data: {
        organizationId: organization.organizationId,
        isTest,
        date: new Date(atMs),
        apiCalls,
        rateLimited: 2,
      },
    });

  test.each([
    ["7d", 7],
    ["30d", 30],
  ] as const)("has every day of %s, the oldest first, with zeros", async (period, days) => {
    const startMs = todayMs() - (days - 1) * dayMs;
    await used(startMs - dayMs, 1_000);
    await used(startMs, 100);
    await used(todayMs() - dayMs, 10);
    await used(todayMs() - dayMs, 5, true);
    const summary = await ok("usage.summary", { key: live, query: { period } });
    expect(summary).toMatchObject({
      period,
      period_start: new Date(startMs).toISOString(),
      api_calls: { total: 110 },
    });
    expect(Math.abs(Date.parse(summary.period_end) - Date.now())).toBeLessThan(10_000);
    const none = { api_calls: 0, rate_limited: 0, bookings: 0 };
    const expected = times(days, (n) => ({ date: dateOf(startMs + n * dayMs), ...none }));
    expected[0] = { date: dateOf(startMs), ...none, api_calls: 100, rate_limited: 2 };
    expected[days - 2] = {
      date: dateOf(todayMs() - dayMs),
      ...none,
      api_calls: 10,
      rate_limited: 2,
    };
    expect(summary.daily).toEqual(expected);
  });

  test("counts bookings by the day (UTC) on which they were made, and by their present status", async () => {
    const type = await newEventType(live);
    const made = await Promise.all(
      times(6, (n) => ok("bookings.create", { key: live, body: bookingOf(type.id, ahead(3 + n)) })),
    );
    const [last, first, before] = [todayMs() - 1, todayMs() - 6 * dayMs, todayMs() - 6 * dayMs - 1];
    for (const [index, atMs] of [last, todayMs(), first, before].entries()) {
      const createdAt = new Date(atMs);
      await prisma.booking.update({ where: { id: made[index]?.id ?? "" }, data: { createdAt } });
    }
    await ok("bookings.cancel", { key: live, id: made[1]?.id ?? "", body: {} });
    await ok("bookings.reschedule", {
      key: live,
      id: made[2]?.id ?? "",
      body: { new_start_time: ahead(20) },
    });
    await prisma.booking.update({
      where: { id: made[4]?.id ?? "" },
      data: { status: "pending_payment" },
    });
    const testType = await newEventType(organization.test);
    await ok("bookings.create", {
      key: organization.test,
      body: bookingOf(testType.id, ahead(3)),
    });
    const { bookings, daily } = await ok("usage.summary", { key: live, query: { period: "7d" } });
    expect(bookings).toEqual({ total: 5, confirmed: 3, cancelled: 1, pending_payment: 1 });
    expect(daily.map((day) => day.bookings)).toEqual([1, 0, 0, 0, 0, 1, 3]);
  });

  test("counts event types of the mode that were not deleted", async () => {
    const deleted = await newEventType(live);
    await ok("eventTypes.delete", { key: live, id: deleted.id });
    await newEventType(live);
    await newEventType(live, { active: false });
    await newEventType(organization.test);
    const summary = await ok("usage.summary", { key: live });
    expect(summary).toMatchObject({
      period: "30d",
      event_types: { total: 2, active: 1 },
      calendar_connections: { total: 0, active: 0 },
      webhooks: { total_deliveries: 0, successful: 0, failed: 0 },
    });
  });

  test("counts deliveries of the mode by how they stand", async () => {
    const endpoint = async (isTest: boolean) =>
      await prisma.webhookEndpoint.create({
        data: {
          id: newId(),
          organizationId: organization.organizationId,
          isTest,
          url: "https://example.com",
          events: [],
          secret: "none",
        },
      });
    const [liveEnd, testEnd] = await Promise.all([endpoint(false), endpoint(true)]);
    const delivery = (endpointId: string, status: "success" | "failed", createdAt: Date) => ({
      id: newId(),
      endpointId,
      eventId: newId(),
      eventType: "booking.created",
      body: "{}",
      status,
      createdAt,
    });
    const [now, long] = [new Date(), new Date(Date.now() - 60 * dayMs)];
    await prisma.webhookDelivery.createMany({
      data: [
        delivery(liveEnd.id, "success", now),
        delivery(liveEnd.id, "success", now),
        delivery(liveEnd.id, "failed", now),
        delivery(liveEnd.id, "failed", long),
        delivery(testEnd.id, "failed", now),
      ],
    });
    const { webhooks } = await ok("usage.summary", { key: live });
    expect(webhooks).toEqual({ total_deliveries: 3, successful: 2, failed: 1 });
  });

  test("takes no other period", async () => {
    for (const period of ["1d", "30", "", "30D"]) {
      const { details } = await refused("usage.summary", { key: live, query: { period } });
      expect(details).toEqual({ period: 'must be "7d" or "30d"' });
    }
  });
});

test("1,000 calls, 40 at a time, in two processes are counted exactly, and each is in its key's log", async () => {
  // A second graph of the same modules, with a buffer of its own, is what a second process is.
  const state = globalThis.astrocalRequests;
  globalThis.astrocalRequests = undefined;
  vi.resetModules();
  const second = await import("../testing/rest");
  const { flushRequests: flushSecond } = await import("./note-request");
  globalThis.astrocalRequests = state;
  const lane = async (n: number) => {
    const door = n % 2 === 0 ? ok : second.ok;
    for (const _ of times(25, () => n)) await door("eventTypes.list", { key: live });
  };
  await Promise.all(times(40, lane));
  // Each knows its own calls at once; the other's when they are written.
  await Promise.all([flushRequests(), flushSecond()]);
  expect(await today()).toBe(1_000);
  const keys = await prisma.apiKey.findMany({
    where: { organizationId: organization.organizationId, isTest: false },
  });
  const apiKeyId = { in: keys.map(({ id }) => id) };
  const logged = { apiKeyId, path: "/v1/event-types", status: 200 };
  expect(await prisma.apiRequest.count({ where: logged })).toBe(1_000);
});
