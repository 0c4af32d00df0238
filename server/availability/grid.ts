import { addDays, civilDateAt, dayOfWeek, daysBetween, wallClockToInstant } from "../time";
import type { Interval } from "./busy";

/** Opening hours on the wall clock of one civil date, in seconds since midnight (0 to 86400). */
export type Window = { startSeconds: number; endSeconds: number };

/** When an event type can be booked: weekly hours (0 = Sunday), or a date's own hours instead. */
export type Schedule = {
  timeZone: string;
  weekly: (Window & { dayOfWeek: number })[];
  overrides: { date: string; windows: Window[] }[];
};

/** How starts follow one another within a window, in elapsed time. */
export type Step = { durationMs: number; intervalMs: number };

/**
 * The starts that the schedule offers within `range`: ascending, each once.
 * @throws RangeError when starts would not follow one another
 */
export function gridStarts(schedule: Schedule, step: Step, range: Interval): number[] {
  return startsIn(schedule.timeZone, windowsByDate(schedule), step, range);
}

/** The windows of a civil date: its own, or those of its day of the week. */
export function windowsByDate(schedule: Schedule): WindowsOn {
  const weekly = weeklyWindows(schedule);
  const overrides = overridesByDate(schedule);
  return (date) => overrides.get(date) ?? weekly[dayOfWeek(date)] ?? [];
}

/** The starts within `range` that the weekly hours of overridden dates would have had. */
export function overriddenStarts(schedule: Schedule, step: Step, range: Interval): number[] {
  if (schedule.overrides.length === 0) return [];
  const weekly = weeklyWindows(schedule);
  const overrides = overridesByDate(schedule);
  const windowsOn = (date: string) => (overrides.has(date) ? (weekly[dayOfWeek(date)] ?? []) : []);
  return startsIn(schedule.timeZone, windowsOn, step, range);
}

/** Numbers in ascending order, each once. */
export function ascending(values: number[]): number[] {
  return [...new Set(Float64Array.from(values).toSorted())];
}

function weeklyWindows({ weekly }: Schedule): Window[][] {
  return [0, 1, 2, 3, 4, 5, 6].map((day) => weekly.filter((window) => window.dayOfWeek === day));
}

function overridesByDate({ overrides }: Schedule): Map<string, Window[]> {
  return new Map(overrides.map(({ date, windows }) => [date, windows]));
}

type WindowsOn = (date: string) => readonly Window[];

function startsIn(timeZone: string, windowsOn: WindowsOn, step: Step, range: Interval): number[] {
  const starts: number[] = [];
  if (!(step.intervalMs > 0)) throw new RangeError(`no step: ${step.intervalMs}`);
  if (range.startMs >= range.endMs) return starts;
  forEachWindow(timeZone, windowsOn, range, (window) => addStarts(starts, window, step, range));
  // Windows may come in any order, and a clock change can push one into the next.
  const inOrder = starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0));
  return inOrder ? starts : ascending(starts);
}

/**
 * Visits the windows of all dates that can reach into `range`, as instants: date by date, some of them outside of it, and
 * one that the clocks skipped with its end at its start.
 */
export function forEachWindow(
  timeZone: string,
  windowsOn: WindowsOn,
  range: Interval,
  visit: (window: Interval) => void,
): void {
  // A date that its zone skipped opens on the next one (Apia, 2011-12-30), and clocks set back
  // past midnight put the first starts of a date on the one before: so a day more on either side.
  const firstDate = addDays(civilDateAt(timeZone, range.startMs), -1);
  const lastDate = addDays(civilDateAt(timeZone, range.endMs - 1), 1);
  const days = daysBetween(firstDate, lastDate);
  for (let day = 0; day <= days; day += 1) {
    const date = addDays(firstDate, day);
    for (const window of windowsOn(date)) {
      const startMs = wallClockToInstant(timeZone, date, window.startSeconds);
      const endMs = wallClockToInstant(timeZone, date, window.endSeconds);
      visit({ startMs, endMs });
    }
  }
}

function addStarts(starts: number[], window: Interval, step: Step, range: Interval): void {
  const skipped = Math.max(0, Math.ceil((range.startMs - window.startMs) / step.intervalMs));
  const lastMs = Math.min(window.endMs - step.durationMs, range.endMs - 1);
  const firstMs = window.startMs + skipped * step.intervalMs;
  for (let startMs = firstMs; startMs <= lastMs; startMs += step.intervalMs) starts.push(startMs);
}
