import { expect, test } from "vitest";
import type { Calendar } from "@/server/calendars/schema";
import type { Usage } from "@/server/usage/schema";
import type { WebhookWithHealth } from "@/server/webhooks/schema";
import { attentionOf, type SomebodysCalendar } from "./attention";

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

const calendar: Calendar = {
  id: "01900000-0000-7000-8000-000000000003",
  member_id: "01900000-0000-7000-8000-000000000004",
  provider: "google",
  calendar_id: null,
  account_email: "ada@example.com",
  connected_at: "2026-11-01T00:00:00.000Z",
  status: "connected",
  last_sync_at: "2026-11-01T00:00:00.000Z",
  sync_status: "ok",
  sync_error: null,
  provider_metadata: { server_url: null, calendars: [] },
};

const titles = (
  usage: Usage,
  webhooks: WebhookWithHealth[] = [],
  calendars: SomebodysCalendar[] = [],
) => attentionOf(usage, webhooks, calendars).map(({ title, tone }) => `${tone}: ${title}`);

test("nothing is said while nothing is wrong", () => {
  expect(titles(usageWith(39, 399), [webhook], [{ calendar, whose: null }])).toEqual([]);
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

test("calendars that no longer let us in come before those that cannot be read now", () => {
  const failing = { ...calendar, sync_status: "failing" as const };
  const ended = { ...failing, status: "needs_reconnect" as const };
  const found = attentionOf(
    usageWith(0, 0),
    [],
    [
      { calendar: failing, whose: "Grace Hopper" },
      { calendar: ended, whose: null },
    ],
  );
  expect(found.map(({ title, text, tone }) => ({ tone, title, text }))).toEqual([
    {
      tone: "danger",
      title: "Google Calendar (ada@example.com) needs to be connected again",
      text: "Until it can be read, you count as busy: no time with you is offered.",
    },
    {
      tone: "warning",
      title: "Grace Hopper: Google Calendar (ada@example.com) cannot be read",
      text: "Until it can be read, Grace Hopper counts as busy: no time with them is offered.",
    },
  ]);
});
