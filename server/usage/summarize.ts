import type { z } from "zod";
import { prisma } from "../db";
import type { BookingStatus, DeliveryStatus } from "../generated/prisma/client";
import type { Scope } from "../scope";
import { addDays, formatInstant } from "../time";
import { countWaiting, midnightBefore } from "./read";
import { periodDays, type UsagePeriod, type UsageSummary } from "./schema";

const dayMs = 86_400_000;

/** What an organization's mode did in the last days (UTC), today included. */
export async function summarizeUsage(
  scope: Scope,
  { period = "30d" }: z.output<typeof UsagePeriod>,
): Promise<UsageSummary> {
  await countWaiting();
  const { organizationId, isTest, nowMs } = scope;
  const mine = { organizationId, isTest };
  const startMs = midnightBefore(nowMs) - (periodDays[period] - 1) * dayMs;
  const [days, bookings, types, deliveries, calendars] = await Promise.all([
    prisma.usageDay.findMany({ where: { ...mine, date: { gte: new Date(startMs) } } }),
    bookingsMade(scope, startMs),
    prisma.eventType.groupBy({ by: "active", where: { ...mine, deletedAt: null }, _count: true }),
    prisma.webhookDelivery.groupBy({
      by: "status",
      where: { endpoint: mine, createdAt: { gte: new Date(startMs), lte: new Date(nowMs) } },
      _count: true,
    }),
    countCalendars(scope),
  ]);
  const made = (...statuses: BookingStatus[]) =>
    sum(bookings.filter(({ status }) => statuses.includes(status)));
  const typesThat = (active: boolean) =>
    types.find((group) => group.active === active)?._count ?? 0;
  const delivered = (status: DeliveryStatus) =>
    deliveries.find((group) => group.status === status)?._count ?? 0;
  const usageOf = new Map(days.map((day) => [dateOf(day.date.getTime()), day]));
  const dates = Array.from({ length: periodDays[period] }, (_, n) => addDays(dateOf(startMs), n));
  return {
    period,
    period_start: formatInstant(startMs),
    period_end: formatInstant(nowMs),
    api_calls: { total: days.reduce((total, { apiCalls }) => total + apiCalls, 0) },
    bookings: {
      total: sum(bookings),
      confirmed: made("confirmed", "rescheduled"),
      cancelled: made("cancelled"),
      pending_payment: made("pending_payment"),
    },
    event_types: { total: typesThat(true) + typesThat(false), active: typesThat(true) },
    calendar_connections: calendars,
    webhooks: {
      total_deliveries: delivered("pending") + delivered("success") + delivered("failed"),
      successful: delivered("success"),
      failed: delivered("failed"),
    },
    daily: dates.map((date) => ({
      date,
      api_calls: usageOf.get(date)?.apiCalls ?? 0,
      rate_limited: usageOf.get(date)?.rateLimited ?? 0,
      bookings: sum(bookings.filter((group) => group.date === date)),
    })),
  };
}

/** Those connected; `active` ones can be read. Test mode touches none. */
async function countCalendars({ organizationId, isTest }: Scope) {
  const connected = { organizationId, disconnectedAt: null };
  if (isTest) {
    return { total: 0, active: 0 };
  }
  const [total, active] = await Promise.all([
    prisma.calendarConnection.count({ where: connected }),
    prisma.calendarConnection.count({
      where: { ...connected, status: "connected", syncStatus: { not: "failing" } },
    }),
  ]);
  return { total, active };
}

const dateOf = (atMs: number): string => formatInstant(atMs).slice(0, "YYYY-MM-DD".length);

type Group = { date: string; status: BookingStatus; count: number };

const sum = (groups: Group[]): number => groups.reduce((total, { count }) => total + count, 0);

/** Bookings by the day (UTC) on which they were made and their present status. */
const bookingsMade = async (scope: Scope, startMs: number): Promise<Group[]> =>
  await prisma.$queryRaw<Group[]>`
    SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date, status::text AS status, count(*)::int AS count
    FROM bookings
    WHERE organization_id = ${scope.organizationId}::uuid AND is_test = ${scope.isTest}
      AND created_at BETWEEN ${new Date(startMs)} AND ${new Date(scope.nowMs)}
    GROUP BY 1, 2`;
