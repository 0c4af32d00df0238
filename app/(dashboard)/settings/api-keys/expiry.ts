import { civilDateAt, formatInstant, wallClockToInstant } from "@/server/time";

/** When a new key is to end, as the form offers it. */
export const lifetimes = {
  never: "Never",
  "30": "In 30 days",
  "90": "In 90 days",
  "365": "In 1 year",
  date: "At the end of a day…",
} as const;
export type Lifetime = keyof typeof lifetimes;

export const isLifetime = (value: string): value is Lifetime => Object.hasOwn(lifetimes, value);

const dayMs = 86_400_000;

/** The instant that a lifetime chosen now ends; null: never. A day of one's own is still to be named. */
export function endOf(lifetime: Lifetime, nowMs: number): string | null {
  if (lifetime === "never") return null;
  return lifetime === "date" ? "" : formatInstant(nowMs + Number(lifetime) * dayMs);
}

/** The last moment of a civil date in the organization's zone; empty while there is no whole date. */
export function endOfDay(date: string, timeZone: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? formatInstant(wallClockToInstant(timeZone, date, dayMs / 1000) - 1)
    : "";
}

/** Today in the zone: the first day whose end a key can live to see. */
export const firstDay = (timeZone: string, nowMs: number): string => civilDateAt(timeZone, nowMs);
