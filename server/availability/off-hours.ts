import { z } from "zod";
import type { Interval } from "./busy";
import { forEachWindow, type Schedule, windowsByDate } from "./grid";

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
function windowsIn(hours: StoredHours, range: Interval): Interval[] {
  const windows: Interval[] = [];
  forEachWindow(hours.timeZone, windowsByDate(scheduleOf(hours)), range, (window) => {
    const { startMs, endMs } = window;
    if (endMs > range.startMs && startMs < range.endMs && endMs > startMs) windows.push(window);
  });
  return windows.toSorted((a, b) => a.startMs - b.startMs);
}

const wholeWeek = [0, 1, 2, 3, 4, 5, 6].map((day) => [day, 0, 86_400] as const);

const scheduleOf = ({ timeZone, weekly, overrides }: StoredHours): Schedule => ({
  timeZone,
  weekly: (weekly ?? wholeWeek).map(([day, startSeconds, endSeconds]) => ({
    dayOfWeek: day,
    startSeconds,
    endSeconds,
  })),
  overrides: overrides.map(({ date, windows }) => ({
    date,
    windows: windows.map(([startSeconds, endSeconds]) => ({ startSeconds, endSeconds })),
  })),
});
