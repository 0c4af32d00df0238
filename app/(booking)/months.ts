/** A month of the civil calendar, "2026-12"; dates are "2026-12-01". Text in this form sorts as time does. */
export type Month = string;

const dayMs = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const civil = (ms: number): string => new Date(ms).toISOString().slice(0, "YYYY-MM-DD".length);

export const monthOf = (date: string): Month => date.slice(0, "YYYY-MM".length);

export const addDays = (date: string, count: number): string => civil(utc(date) + count * dayMs);

export function addMonths(month: Month, count: number): Month {
  const at = new Date(utc(`${month}-01`));
  return monthOf(civil(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, 1)));
}

/** The same day of another month, or its last day where that month is shorter. */
export function sameDayIn(month: Month, date: string): string {
  const day = `${month}${date.slice("YYYY-MM".length)}`;
  const last = lastDay(month);
  return day < last ? day : last;
}

export const firstDay = (month: Month): string => `${month}-01`;
export const lastDay = (month: Month): string => addDays(firstDay(addMonths(month, 1)), -1);

/** 0 = Sunday. */
export const weekday = (date: string): number => new Date(utc(date)).getUTCDay();

/** Whether the text is a date that exists. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(utc(text)) && civil(utc(text)) === text;

/**
 * Six weeks of seven dates around a month, each from `weekStart` (0 = Sunday) on: always six, so that no month is
 * taller than another.
 */
export function monthWeeks(month: Month, weekStart: number): string[][] {
  const first = firstDay(month);
  const before = (weekday(first) - weekStart + 7) % 7;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day - before)),
  );
}

/**
 * The dates of UTC, in ranges of at most 31 days, on which everything lies that happens in a month of any zone: they
 * reach from UTC-12 to UTC+14, hence a day more at both ends. Slots read so can be shown in another zone at once.
 */
export function utcRanges(month: Month): { start: string; end: string }[] {
  const start = addDays(firstDay(month), -1);
  const middle = addDays(start, 15);
  return [
    { start, end: middle },
    { start: addDays(middle, 1), end: addDays(lastDay(month), 1) },
  ];
}
