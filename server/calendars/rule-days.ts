import type { Rule } from "./ical-rule";
import { DAY_MS } from "./ical-values";

/** A day of the calendar. Days count from 1970-01-01 = 0, months of the year and days of the month from 1, weekdays from Sunday = 0. */
export type Day = { day: number; year: number; month: number; monthDay: number; weekday: number };

/** The calendar's view of a day. */
export function dayAt(day: number): Day {
  const date = new Date(day * DAY_MS);
  return {
    day,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    monthDay: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** The month a time is in, counted from January of the year 0. */
export function monthAt(wallMs: number): number {
  const date = new Date(wallMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** When a month begins that `monthAt` counted; past all dates, Infinity. */
export function startOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return Number.isNaN(date.getTime()) ? Infinity : date.getTime();
}

/** The first day of a day's week, which begins on `weekStart` (0 = Sunday). */
export function startOfWeek(day: number, weekStart: number): number {
  return day - ((((day + 4 - weekStart) % 7) + 7) % 7); // 1970-01-01 was a Thursday
}

/** The days of a month in order, or those of them that BYMONTHDAY has: negative ones count from its end. */
export function daysOfMonth(month: number, monthDays: number[] | null): number[] {
  const first = startOfMonth(month) / DAY_MS;
  const length = startOfMonth(month + 1) / DAY_MS - first;
  const wanted = monthDays?.map((number) => (number > 0 ? number : length + 1 + number));
  const numbers = wanted ?? Array.from({ length }, (_, index) => index + 1);
  const real = new Set(numbers.filter((number) => number >= 1 && number <= length));
  return [...real].toSorted((one, other) => one - other).map((number) => first + number - 1);
}

/** Whether a day passes all parts of a rule that speak of days. */
export function matchesDay(rule: Rule, day: Day): boolean {
  const { months, monthDays, yearDays, weeks, days } = rule;
  if (months?.includes(day.month) === false) return false;
  if (days !== null && !days.some((wanted) => isThatDay(rule, day, wanted))) return false;
  if (monthDays !== null && !counts(monthDays, ...placeInMonth(day))) return false;
  if (yearDays !== null && !counts(yearDays, ...placeInYear(day))) return false;
  return weeks === null || counts(weeks, ...placeOfWeek(day, rule.weekStart));
}

/** Whether a BYDAY means the day. An ordinal means nothing but in months and years, and is then left out: that is the busier reading. */
function isThatDay(rule: Rule, day: Day, wanted: { weekday: number; ordinal: number }): boolean {
  if (wanted.weekday !== day.weekday) return false;
  const isOfMonth = rule.frequency === "MONTHLY" || rule.months !== null;
  const isCounted = rule.frequency === "MONTHLY" || rule.frequency === "YEARLY";
  if (wanted.ordinal === 0 || !isCounted || rule.weeks !== null) return true;
  const [place, length] = isOfMonth ? placeInMonth(day) : placeInYear(day);
  const ordinal = Math.ceil(place / 7);
  const fromEnd = -Math.ceil((length - place + 1) / 7);
  return wanted.ordinal === ordinal || wanted.ordinal === fromEnd;
}

/** Whether numbers, of which negative ones count from the end, have the place. */
function counts(numbers: number[], place: number, length: number): boolean {
  return numbers.includes(place) || numbers.includes(place - length - 1);
}

function placeInMonth({ year, month, monthDay }: Day): [place: number, length: number] {
  const first = year * 12 + month - 1;
  return [monthDay, (startOfMonth(first + 1) - startOfMonth(first)) / DAY_MS];
}

function placeInYear({ year, day }: Day): [place: number, length: number] {
  const first = startOfMonth(year * 12) / DAY_MS;
  return [day - first + 1, startOfMonth((year + 1) * 12) / DAY_MS - first];
}

/** The number of a day's week, and how many its year has: week 1 is the first with four days or more (ISO 8601, RFC 5545). */
function placeOfWeek({ day }: Day, weekStart: number): [place: number, length: number] {
  const first = startOfWeek(day, weekStart);
  const { year } = dayAt(first + 3);
  const weekOne = (of: number) => startOfWeek(startOfMonth(of * 12) / DAY_MS + 3, weekStart);
  return [(first - weekOne(year)) / 7 + 1, (weekOne(year + 1) - weekOne(year)) / 7];
}
