import type { UsageSummary } from "@/server/usage/schema";

type Period = UsageSummary["period"];

export const periods = ["7d", "30d"] as const satisfies readonly Period[];

export const periodLabels = {
  "7d": "7 days",
  "30d": "30 days",
} as const satisfies Record<Period, string>;

/** The period that an address names; 30 days where it names none. */
export const parsePeriod = (value: unknown): Period =>
  periods.find((period) => period === value) ?? "30d";

export const periodHref = (period: Period): string =>
  period === "30d" ? "/usage" : `/usage?period=${period}`;
