import { AppError } from "../errors";
import type { Tier } from "../generated/prisma/client";
import { planLimits } from "../rate-limit/plans";
import type { Scope } from "../scope";
import { formatInstant } from "../time";

/**
 * How many bookings an organization of this tier may make in a month through its keys and public pages; null: any
 * number. People and services of its own are not refused, but what they book counts (contract §5).
 */
export function quotaOf({ actor }: Scope, tier: Tier): number | null {
  const isLimited = actor.type === "api_key" || actor.type === "invitee";
  return isLimited ? planLimits(tier).bookingsPerMonth : null;
}

/** The first day of an instant's month, in UTC. A booking counts in the month in which it is made. */
export const monthOf = (atMs: number): string =>
  `${formatInstant(atMs).slice(0, "YYYY-MM".length)}-01`;

/** When the month after an instant's begins, in UTC. */
function nextMonthMs(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}

/** The answer to a booking beyond the month's quota. An invitee is told what concerns an invitee. */
export function quotaExceeded({ actor, nowMs }: Scope, tier: Tier): AppError {
  const limit = planLimits(tier).bookingsPerMonth ?? 0;
  const title = tier.charAt(0).toUpperCase() + tier.slice(1);
  const message =
    actor.type === "invitee"
      ? "No more bookings can be made here this month. Please contact the organizer."
      : `Booking quota exceeded. Your limit is ${limit} bookings/month (${title} tier).`;
  return new AppError("quota_exceeded", message, {
    fields: { limit, reset_at: formatInstant(nextMonthMs(nowMs)), tier },
  });
}
