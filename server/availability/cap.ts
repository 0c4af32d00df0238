import { addDays, civilDateAt, civilDayAt, dayOfWeek } from "../time";

/**
 * How many bookings may start in a period, and the starts of the event type's bookings that are not
 * cancelled, for all periods concerned. Weeks begin on Monday.
 */
export type Cap = {
  limit: number;
  period: "daily" | "weekly" | "monthly" | "total";
  starts: number[];
};

/** Whether a booking that starts at an instant would exceed the cap; periods are of `timeZone`. */
export function capReached(cap: Cap | null, timeZone: string): (startMs: number) => boolean {
  if (cap === null) return () => false;
  const namesByDay = new Map<number, string>();
  const periodAt = (atMs: number) => {
    const day = civilDayAt(timeZone, atMs);
    const known = namesByDay.get(day);
    if (known !== undefined) return known;
    const name = periodOf[cap.period](civilDateAt(timeZone, atMs));
    namesByDay.set(day, name);
    return name;
  };
  const counts = new Map<string, number>();
  for (const startMs of cap.starts) {
    const period = periodAt(startMs);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return (startMs) => (counts.get(periodAt(startMs)) ?? 0) >= cap.limit;
}

/** The name of the period that a date belongs to. */
const periodOf = {
  daily: (date: string) => date,
  weekly: (date: string) => addDays(date, -((dayOfWeek(date) + 6) % 7)),
  monthly: (date: string) => date.slice(0, "YYYY-MM".length),
  total: () => "ever",
} satisfies Record<Cap["period"], (date: string) => string>;
