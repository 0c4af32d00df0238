import { env } from "../env";
import { errorStatus } from "../errors";
import { tiers } from "../organizations/schema";
import { planLimits } from "../rate-limit/plans";
import { addDays, civilDateAt, formatInstant } from "../time";
import type { DocsFacts } from "./schema";

const dayMs = 86_400_000;

/** The Monday (UTC) that is at least two days ahead: by then it is Monday everywhere, and no notice is too short. */
function nextMonday(nowMs: number): string {
  const soonest = nowMs + 2 * dayMs;
  const daysToMonday = (8 - new Date(soonest).getUTCDay()) % 7;
  return civilDateAt("UTC", soonest + daysToMonday * dayMs);
}

/** What the guides say of this server: its address, dates that lie ahead, plans, statuses. */
export function readDocsFacts(nowMs: number): DocsFacts {
  const monday = nextMonday(nowMs);
  return {
    placeholders: {
      BASE_URL: env.PUBLIC_URL,
      NEXT_MONDAY: monday,
      NEXT_FRIDAY: addDays(monday, 4),
      IN_90_DAYS: formatInstant(Math.floor(nowMs / dayMs + 90) * dayMs),
    },
    plans: tiers.map((tier) => {
      const { perMinute, perDay, bookingsPerMonth } = planLimits(tier);
      return {
        tier,
        api_calls_per_minute: perMinute,
        api_calls_per_day: perDay,
        bookings_per_month: bookingsPerMonth,
      };
    }),
    public_calls_per_minute: env.PUBLIC_RATE_LIMIT,
    error_statuses: errorStatus,
  };
}
