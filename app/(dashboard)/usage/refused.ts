import type { UsageSummary } from "@/server/usage/schema";

type Daily = Pick<UsageSummary["daily"][number], "date" | "rate_limited">;

/** Calls refused with 429: how many in all, and the day that had most of them; null when there were none. */
export function refusedCalls(
  daily: readonly Daily[],
): { total: number; worst: Daily; days: number } | null {
  const days = daily.filter((day) => day.rate_limited > 0);
  const [first, ...others] = days;
  if (first === undefined) return null;
  const worst = others.reduce(
    (most, day) => (day.rate_limited > most.rate_limited ? day : most),
    first,
  );
  const total = days.reduce((sum, day) => sum + day.rate_limited, 0);
  return { total, worst, days: days.length };
}
