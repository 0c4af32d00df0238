import { env } from "../env";
import type { Tier } from "../generated/prisma/client";

/** What a plan allows an organization, in live and in test mode each. Null is no limit. */
export type PlanLimits = {
  /** API calls in a minute and in a day (UTC). */
  perMinute: number | null;
  perDay: number | null;
  /** Bookings made in a month (UTC). */
  bookingsPerMonth: number | null;
};

/** Contract §5. */
const plans: Record<Tier, PlanLimits> = {
  free: { perMinute: 60, perDay: 500, bookingsPerMonth: 50 },
  launch: { perMinute: 100, perDay: 1_000, bookingsPerMonth: 500 },
  grow: { perMinute: 1_000, perDay: 10_000, bookingsPerMonth: 5_000 },
  scale: { perMinute: 5_000, perDay: 100_000, bookingsPerMonth: 50_000 },
};

function withSettings(tier: Tier): PlanLimits {
  const { per_minute, per_day, bookings_per_month } = env.ASTROCAL_PLANS[tier] ?? {};
  const { perMinute, perDay, bookingsPerMonth } = plans[tier];
  const or = (set: number | null | undefined, usual: number | null) =>
    set === undefined ? usual : set;
  return {
    perMinute: or(per_minute, perMinute),
    perDay: or(per_day, perDay),
    bookingsPerMonth: or(bookings_per_month, bookingsPerMonth),
  };
}

const limits: Record<Tier, PlanLimits> = {
  free: withSettings("free"),
  launch: withSettings("launch"),
  grow: withSettings("grow"),
  scale: withSettings("scale"),
};

/** The limits of a tier: contract §5's, or what the operator set in `ASTROCAL_PLANS`. */
export const planLimits = (tier: Tier): PlanLimits => limits[tier];
