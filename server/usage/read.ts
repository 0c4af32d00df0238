import { prisma } from "../db";
import { planLimits } from "../rate-limit/plans";
import { formatInstant } from "../time";
import type { Scope } from "../scope";
import { flushRequests } from "./note-request";
import type { Usage } from "./schema";

const dayMs = 86_400_000;

export const midnightBefore = (atMs: number): number => Math.floor(atMs / dayMs) * dayMs;

/** Calls of the last second count too, where this process answered them; those of others come within a second. */
export async function countWaiting(): Promise<void> {
  // Whoever writes them in any case says what is wrong; older counts are better than none.
  await flushRequests().catch(() => undefined);
}

/** What the plan allows and what is used of it, in the caller's mode: calls of today, bookings of this month (UTC). */
export async function getUsage(scope: Scope): Promise<Usage> {
  await countWaiting();
  const { isTest, nowMs } = scope;
  const now = new Date(nowMs);
  const month = (ahead: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead);
  const organization = await prisma.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: {
      tier: true,
      usageDays: { where: { isTest, date: new Date(midnightBefore(nowMs)) } },
      bookingCounts: { where: { isTest, month: new Date(month(0)) } },
    },
  });
  const limits = planLimits(organization.tier);
  const apiCalls = organization.usageDays[0]?.apiCalls ?? 0;
  const bookings = organization.bookingCounts[0]?.bookings ?? 0;
  return {
    tier: organization.tier,
    limits: {
      api_calls_per_minute: limits.perMinute,
      api_calls_per_day: limits.perDay,
      bookings_per_month: limits.bookingsPerMonth,
    },
    usage: {
      api_calls_today: apiCalls,
      api_calls_remaining_daily: remaining(limits.perDay, apiCalls),
      bookings_this_month: bookings,
      bookings_remaining_monthly: remaining(limits.bookingsPerMonth, bookings),
    },
    reset_at: {
      daily: formatInstant(midnightBefore(nowMs) + dayMs),
      monthly: formatInstant(month(1)),
    },
  };
}

const remaining = (limit: number | null, used: number): number | null =>
  limit === null ? null : Math.max(0, limit - used);
