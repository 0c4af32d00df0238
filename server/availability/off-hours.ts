import { z } from "zod";
import { addDays, civilDateAt, dayOfWeek, daysBetween, wallClockToInstant } from "../time";
import type { Interval } from "./busy";

const Seconds = z.int().min(0).max(86_400);

/**
 * A member's own hours as stored: weekly windows on the wall clock of their zone (null: the whole day, every day), and
 * dates that differ, without windows for a day off. Times in seconds since midnight.
 */
export const StoredHours = z.object({
  timeZone: z.string(),
  weekly: z.array(z.tuple([z.int().min(0).max(6), Seconds, Seconds])).nullable(),
  overrides: z.array(z.object({ date: z.string(), windows: z.array(z.tuple([Seconds, Seconds])) })),
});
export type StoredHours = z.infer<typeof StoredHours>;

type Windows = readonly (readonly [startSeconds: number, endSeconds: number])[];
const wholeDay: Windows = [[0, 86_400]];

/**
 * The time within `range` that a member does not keep: ascending, apart from each other. Windows that touch, at midnight
 * too, have nothing between them. Ends are wall-clock times on every date, as an event type's are (contract §3).
 */
export function offHours(hours: StoredHours, range: Interval): Interval[] {
  const off: Interval[] = [];
  let freeFromMs = range.startMs;
  for (const window of windowsIn(hours, range)) {
    if (window.startMs > freeFromMs) {
      off.push({ startMs: freeFromMs, endMs: Math.min(window.startMs, range.endMs) });
    }
    freeFromMs = Math.max(freeFromMs, window.endMs);
  }
  if (freeFromMs < range.endMs) {
    off.push({ startMs: freeFromMs, endMs: range.endMs });
  }
  return off;
}

/** The windows that reach into the range, by their starts. */
function windowsIn({ timeZone, weekly, overrides }: StoredHours, range: Interval): Interval[] {
  const byDate = new Map<string, Windows>(overrides.map(({ date, windows }) => [date, windows]));
  const byDay = [0, 1, 2, 3, 4, 5, 6].map((day): Windows => {
    if (weekly === null) return wholeDay;
    return weekly.flatMap(([its, start, end]) => (its === day ? [[start, end] as const] : []));
  });
  // A day more on either side, as in grid.ts: zones have skipped dates, and set clocks back past midnight.
  const firstDate = addDays(civilDateAt(timeZone, range.startMs), -1);
  const days = daysBetween(firstDate, civilDateAt(timeZone, range.endMs)) + 1;
  const windows: Interval[] = [];
  for (let day = 0; day <= days; day += 1) {
    const date = addDays(firstDate, day);
    for (const [startSeconds, endSeconds] of byDate.get(date) ?? byDay[dayOfWeek(date)] ?? []) {
      const startMs = wallClockToInstant(timeZone, date, startSeconds);
      const endMs = wallClockToInstant(timeZone, date, endSeconds);
      // A window that the clocks skipped altogether is none.
      if (endMs > range.startMs && startMs < range.endMs && endMs > startMs) {
        windows.push({ startMs, endMs });
      }
    }
  }
  return windows.toSorted((a, b) => a.startMs - b.startMs);
}
