import type { z } from "zod";
import { ReplaceAvailability } from "@/server/availability/schema";
import { clockMinutes, clockOf, showClock } from "./clock";

/** From `start` to `end` of one day, as typed: "HH:MM" where it is a time of day. */
export type HoursWindow = { start: string; end: string };

/** What the hours editor edits. `week` has the windows of each day of the week, 0 = Sunday. */
export type Hours = {
  timeZone: string;
  week: readonly (readonly HoursWindow[])[];
  overrides: readonly Override[];
};

/** A date with windows of its own; without any it is closed. */
export type Override = { date: string; windows: readonly HoursWindow[] };

/** Days of the week in the order they are shown: Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

export const weekdayNames = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** What a day starts with when it is opened. */
export const usualHours: HoursWindow = { start: "09:00", end: "17:00" };

const byStart = (a: HoursWindow, b: HoursWindow) =>
  (clockMinutes(a.start) ?? Number.MAX_VALUE) - (clockMinutes(b.start) ?? Number.MAX_VALUE);

type WireWindow = { start_time: string; end_time: string };
type WireHours = {
  timezone: string;
  rules: readonly (WireWindow & { day_of_week: number })[];
  overrides: readonly { date: string; windows: readonly WireWindow[] }[];
};

const fromWire = ({ start_time, end_time }: WireWindow): HoursWindow => ({
  start: start_time.replace(/:00$/, ""),
  end: end_time.replace(/:00$/, ""),
});
const toWire = ({ start, end }: HoursWindow): WireWindow => ({ start_time: start, end_time: end });

/** Stored hours, an event type's or a member's, for editing. */
export function hoursOf({ timezone, rules, overrides }: WireHours): Hours {
  return {
    timeZone: timezone,
    week: weekdayNames.map((_, day) =>
      rules
        .filter((rule) => rule.day_of_week === day)
        .map(fromWire)
        .toSorted(byStart),
    ),
    overrides: overrides
      .map(({ date, windows }) => ({ date, windows: windows.map(fromWire).toSorted(byStart) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** What to send: text, since the schema itself reads times of day on the server. */
export function rulesOf(hours: Hours): Omit<z.input<typeof ReplaceAvailability>, "id"> {
  return {
    timezone: hours.timeZone,
    rules: hours.week.flatMap((windows, day) =>
      windows.map((window) => ({ day_of_week: day, ...toWire(window) })),
    ),
    overrides: hours.overrides.map(({ date, windows }) => ({ date, windows: windows.map(toWire) })),
  };
}

export type WindowProblem = { side: "start" | "end"; message: string };

const anyId = "00000000-0000-0000-0000-000000000000";

/** What is wrong with each of one day's windows: the schema's own words, and which other window it runs into. */
export function windowProblems(windows: readonly HoursWindow[]): (WindowProblem | null)[] {
  const day = windows.map((window) => ({ day_of_week: 0, ...toWire(window) }));
  const parsed = ReplaceAvailability.safeParse({ id: anyId, timezone: "UTC", rules: day });
  const issues = parsed.error?.issues ?? [];
  return windows.map((window, index) => {
    const issue = issues.find(({ path }) => path[0] === "rules" && path[1] === index);
    if (issue !== undefined) {
      const side = issue.path[2] === "start_time" ? "start" : "end";
      return { side, message: issue.message.replace("start_time", "the start") };
    }
    const other = windows.find(
      (each, at) => at !== index && overlaps(each, window) && isLater(window, each, index - at),
    );
    if (other === undefined) return null;
    const range = `${showClock(other.start)} – ${showClock(other.end)}`;
    return { side: "start", message: `must not overlap with ${range}` };
  });
}

function overlaps(a: HoursWindow, b: HoursWindow): boolean {
  const ends = [a.start, a.end, b.start, b.end].map(clockSeconds);
  const [aStart = null, aEnd = null, bStart = null, bEnd = null] = ends;
  if (aStart === null || aEnd === null || bStart === null || bEnd === null) return false;
  return aStart < aEnd && bStart < bEnd && aStart < bEnd && bStart < aEnd;
}

/** Of two windows that overlap, the one that starts later is the problem, or stands below. */
function isLater(a: HoursWindow, b: HoursWindow, rowsBelow: number): boolean {
  const [aStart, bStart] = [clockSeconds(a.start) ?? 0, clockSeconds(b.start) ?? 0];
  return aStart === bStart ? rowsBelow > 0 : aStart > bStart;
}

function clockSeconds(clock: string): number | null {
  const minutes = clockMinutes(clock);
  return minutes === null ? null : minutes * 60 + Number(clock.slice(6, 8));
}

/** Whether the server would take these hours. */
export function hoursHaveProblems({ week, overrides }: Hours): boolean {
  const days = [...week, ...overrides.map(({ windows }) => windows)];
  return days.some((windows) => windowProblems(windows).some((problem) => problem !== null));
}

/** An hour an hour after the last window; else the first gap of the day; null when the day is full. */
export function nextWindow(windows: readonly HoursWindow[]): HoursWindow | null {
  if (windows.length === 0) return usualHours;
  const taken = windows
    .map(({ start, end }) => [clockMinutes(start), clockMinutes(end)] as const)
    .flatMap(([start, end]) => (start === null || end === null ? [] : [{ start, end }]))
    .toSorted((a, b) => a.start - b.start);
  const last = Math.max(0, ...taken.map(({ end }) => end));
  const day = 24 * 60;
  if (last + 60 < day) {
    return { start: clockOf(last + 60), end: clockOf(Math.min(last + 120, day)) };
  }
  let free = 0;
  for (const { start, end } of [...taken, { start: day, end: day }]) {
    if (start > free) {
      return { start: clockOf(Math.max(free, start - 60)), end: clockOf(start) };
    }
    free = Math.max(free, end);
  }
  return null;
}

/** The week with the windows of `from` on the days `to` as well. */
export function copyDay(week: Hours["week"], from: number, to: ReadonlySet<number>): Hours["week"] {
  const windows = week[from] ?? [];
  return week.map((own, day) => (to.has(day) ? windows : own));
}

/** The week with other windows on one day. */
export function withDay(
  week: Hours["week"],
  day: number,
  windows: readonly HoursWindow[],
): Hours["week"] {
  return week.map((own, index) => (index === day ? windows : own));
}

/** The overrides with `windows` on each of `dates`, in the order of dates. */
export function withOverrides(
  overrides: readonly Override[],
  dates: readonly string[],
  windows: readonly HoursWindow[],
): Override[] {
  return [
    ...overrides.filter(({ date }) => !dates.includes(date)),
    ...dates.map((date) => ({ date, windows })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
