import { expect, test } from "vitest";
import type { Usage } from "@/server/usage/schema";
import type { WebhookWithHealth } from "@/server/webhooks/schema";
import { attentionOf } from "./attention";

const usageWith = (bookings: number, calls: number): Usage => ({
  tier: "free",
  limits: { api_calls_per_minute: 60, api_calls_per_day: 500, bookings_per_month: 50 },
  usage: {
    api_calls_today: calls,
    api_calls_remaining_daily: 500 - calls,
    bookings_this_month: bookings,
    bookings_remaining_monthly: 50 - bookings,
  },
  reset_at: { daily: "2026-12-01T00:00:00.000Z", monthly: "2026-12-01T00:00:00.000Z" },
});

const webhook: WebhookWithHealth = {
  id: "01900000-0000-7000-8000-000000000001",
  organization_id: "01900000-0000-7000-8000-000000000002",
  url: "https://example.com/hooks",
  events: ["booking.confirmed"],
  active: true,
  description: null,
  is_test: false,
  disabled_reason: null,
  previous_secret_expires_at: null,
  created_at: "2026-11-01T00:00:00.000Z",
  updated_at: "2026-11-01T00:00:00.000Z",
  last_day: { arrived: 10, missed: 0 },
  next_retry_at: null,
};

const titles = (usage: Usage, webhooks: WebhookWithHealth[] = []) =>
  attentionOf(usage, webhooks).map(({ title, tone }) => `${tone}: ${title}`);

test("nothing is said while nothing is wrong", () => {
  expect(titles(usageWith(39, 399), [webhook])).toEqual([]);
});

test("limits are told of from four fifths on, and when they are reached", () => {
  expect(titles(usageWith(40, 0))).toEqual(["warning: Few bookings are left this month"]);
  expect(titles(usageWith(0, 500))).toEqual(["danger: All API calls of your plan today are used"]);
});

test("a plan without limits comes near none", () => {
  const { limits, ...rest } = usageWith(1_000, 1_000);
  const endless = { ...limits, api_calls_per_day: null, bookings_per_month: null };
  expect(titles({ ...rest, limits: endless })).toEqual([]);
});

test("webhooks that are off come before those that fail", () => {
  const failing = {
    ...webhook,
    last_day: { arrived: 0, missed: 3 },
    next_retry_at: "2026-11-27T12:00:00.000Z",
  };
  const off = { ...webhook, active: false, disabled_reason: "gone" as const };
  expect(titles(usageWith(0, 0), [failing, off])).toEqual([
    "danger: The webhook to example.com is off",
    "warning: The webhook to example.com fails",
  ]);
});

test("a webhook that somebody turned off needs nobody", () => {
  expect(titles(usageWith(0, 0), [{ ...webhook, active: false }])).toEqual([]);
});
