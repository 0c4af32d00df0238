import { z } from "zod";
import { tiers } from "../organizations/schema";
import { CivilDate, Instant } from "../schema";

const count = z.int().min(0);
/** Null where the plan sets no limit. */
const limit = count.nullable();

export const Usage = z
  .object({
    tier: z.enum(tiers),
    limits: z.object({
      api_calls_per_minute: limit,
      api_calls_per_day: limit,
      bookings_per_month: limit,
    }),
    usage: z.object({
      api_calls_today: count,
      api_calls_remaining_daily: limit,
      bookings_this_month: count,
      bookings_remaining_monthly: limit,
    }),
    reset_at: z.object({
      daily: Instant.describe("The next midnight (UTC)."),
      monthly: Instant.describe("The first midnight (UTC) of the next month."),
    }),
  })
  .meta({ id: "Usage" });
export type Usage = z.infer<typeof Usage>;

/** Days of a period, today included. */
export const periodDays = { "7d": 7, "30d": 30 } as const;
const periods = ["7d", "30d"] as const;

export const GetUsage = z.strictObject({});

export const UsagePeriod = z.strictObject({
  period: z
    .enum(periods)
    .optional()
    .describe("How many days (UTC), today included; `30d` when left out."),
});

export const UsageSummary = z
  .object({
    period: z.enum(periods),
    period_start: Instant.describe("Midnight (UTC) at which the first day begins."),
    period_end: Instant.describe("When it was counted."),
    api_calls: z.object({ total: count }),
    bookings: z
      .object({ total: count, confirmed: count, cancelled: count, pending_payment: count })
      .describe("Bookings made in the period, by their present status."),
    event_types: z.object({ total: count, active: count }).describe("As of now."),
    calendar_connections: z.object({ total: count, active: count }).describe("As of now."),
    webhooks: z.object({ total_deliveries: count, successful: count, failed: count }),
    daily: z
      .array(
        z.object({
          date: CivilDate,
          api_calls: count,
          rate_limited: count.describe("Calls refused with 429; they are no `api_calls`."),
          bookings: count,
        }),
      )
      .describe("Every day (UTC) of the period, the oldest first."),
  })
  .meta({ id: "UsageSummary" });
export type UsageSummary = z.infer<typeof UsageSummary>;
