import type { Budget } from "./budget";
import { DAY_MS } from "./ical-values";
import type { Rule } from "./ical-rule";
import { dayAt, daysOfMonth, matchesDay, monthAt, startOfMonth, startOfWeek } from "./rule-days";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const unitMs = {
  SECONDLY: SECOND_MS,
  MINUTELY: MINUTE_MS,
  HOURLY: HOUR_MS,
  DAILY: DAY_MS,
  WEEKLY: 7 * DAY_MS,
} as const;
/** Dates have four digits. */
const END_OF_DATES_MS = Date.UTC(10_000, 0, 1);

/**
 * The times of the clock that a rule gives from `startMs` on and in [fromMs, toMs), in order; RFC 5545, §3.3.10. All times are what
 * clocks show, as though they were UTC's: they do not know of summer time. UNTIL is the caller's, who knows the zone.
 *
 * Ours, as the iterator of ical.js 2.2 loops for ever on rules that never come true (FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30), ignores
 * BYSETPOS and takes BYWEEKNO for "never": no cap around it would help.
 * @throws CalendarError `invalid` when the budget is spent
 */
export function wallTimesOf(
  written: Rule,
  startMs: number,
  window: { fromMs: number; toMs: number },
  budget: Budget,
): number[] {
  const rule = completed(written, startMs);
  const offsets = offsetsIn(rule, startMs);
  const found: number[] = [];
  let counted = 0;
  // Whoever counts has to begin at the beginning; else one period is to spare.
  let index =
    rule.count === null ? Math.max(0, Math.floor(periodsTo(rule, startMs, window.fromMs)) - 1) : 0;
  while (true) {
    const beginMs = beginOf(rule, startMs, index);
    if (beginMs >= Math.min(window.toMs, END_OF_DATES_MS)) return found;
    budget.spend(1);
    const fitMs = nextFit(rule, beginMs);
    if (fitMs !== beginMs) {
      index = Math.max(index + 1, Math.ceil(periodsTo(rule, startMs, fitMs)));
      continue;
    }
    const times = timesFrom(rule, beginMs, offsets, budget);
    for (const atMs of rule.positions === null ? times : picked(times, rule.positions)) {
      if (atMs < startMs) continue;
      if (rule.count !== null && counted >= rule.count) return found;
      counted += 1;
      if (atMs >= window.fromMs && atMs < window.toMs) found.push(atMs);
    }
    index += 1;
  }
}

/** The rule with what it leaves to its start to say. */
function completed(written: Rule, startMs: number): Rule {
  const { hours, minutes, seconds, days, months } = written;
  const parts = [
    hours,
    minutes,
    seconds,
    days,
    months,
    written.monthDays,
    written.yearDays,
    written.weeks,
  ];
  // BYSETPOS must not stand alone. Where it does, the busier reading is that it says nothing.
  const isPicked = parts.some((part) => part !== null);
  const rule = isPicked ? written : { ...written, positions: null };
  if (rule.days !== null || rule.monthDays !== null || rule.yearDays !== null) return rule;
  const { month, monthDay, weekday } = dayAt(Math.floor(startMs / DAY_MS));
  const isWeekly = rule.frequency === "WEEKLY";
  if (isWeekly || (rule.frequency === "YEARLY" && rule.weeks !== null))
    return { ...rule, days: [{ weekday, ordinal: 0 }] };
  if (rule.frequency === "MONTHLY") return { ...rule, monthDays: [monthDay] };
  if (rule.frequency === "YEARLY")
    return { ...rule, monthDays: [monthDay], months: months ?? [month] };
  return rule;
}

/** Where period `index` begins. */
function beginOf(rule: Rule, startMs: number, index: number): number {
  const { frequency, interval, weekStart } = rule;
  if (frequency === "MONTHLY") return startOfMonth(monthAt(startMs) + index * interval);
  if (frequency === "YEARLY")
    return startOfMonth((Math.floor(monthAt(startMs) / 12) + index * interval) * 12);
  const firstMs =
    frequency === "WEEKLY"
      ? startOfWeek(Math.floor(startMs / DAY_MS), weekStart) * DAY_MS
      : Math.floor(startMs / unitMs[frequency]) * unitMs[frequency];
  return firstMs + index * interval * unitMs[frequency];
}

/** How many periods there are up to `atMs`: the last part counts as the part of a period it is. */
function periodsTo(rule: Rule, startMs: number, atMs: number): number {
  const { frequency, interval } = rule;
  if (frequency === "MONTHLY") return (monthAt(atMs) - monthAt(startMs)) / interval;
  if (frequency === "YEARLY") return (monthAt(atMs) - monthAt(startMs)) / 12 / interval;
  return (atMs - beginOf(rule, startMs, 0)) / (interval * unitMs[frequency]);
}

/**
 * Where looking on makes sense from a period of hours, minutes or seconds: there, or at the end of the day, hour or minute that is none
 * of the rule's. Without it, every second of a year would be looked at for FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0.
 */
function nextFit(rule: Rule, beginMs: number): number {
  const { frequency, hours, minutes, seconds } = rule;
  if (!(frequency === "HOURLY" || frequency === "MINUTELY" || frequency === "SECONDLY"))
    return beginMs;
  const after = (unit: number) => (Math.floor(beginMs / unit) + 1) * unit;
  const field = (unit: number, size: number) => Math.floor(beginMs / unit) % size;
  if (!matchesDay(rule, dayAt(Math.floor(beginMs / DAY_MS)))) return after(DAY_MS);
  if (hours?.includes(field(HOUR_MS, 24)) === false) return after(HOUR_MS);
  if (frequency === "HOURLY") return beginMs;
  if (minutes?.includes(field(MINUTE_MS, 60)) === false) return after(MINUTE_MS);
  if (frequency === "MINUTELY") return beginMs;
  return seconds?.includes(field(SECOND_MS, 60)) === false ? after(SECOND_MS) : beginMs;
}

/** The times of a period, in order. */
function timesFrom(rule: Rule, beginMs: number, offsets: number[], budget: Budget): number[] {
  const { frequency } = rule;
  if (frequency === "HOURLY" || frequency === "MINUTELY" || frequency === "SECONDLY") {
    budget.spend(offsets.length);
    return offsets.map((offset) => beginMs + offset);
  }
  const days = daysFrom(rule, beginMs);
  budget.spend(days.length);
  const matching = days.filter((day) => matchesDay(rule, dayAt(day)));
  budget.spend(matching.length * offsets.length);
  return matching.flatMap((day) => offsets.map((offset) => day * DAY_MS + offset));
}

/** The days of a period that can be meant, in order. */
function daysFrom({ frequency, months, monthDays }: Rule, beginMs: number): number[] {
  const first = beginMs / DAY_MS;
  if (frequency === "DAILY") return [first];
  if (frequency === "WEEKLY") return Array.from({ length: 7 }, (_, index) => first + index);
  const month = monthAt(beginMs);
  if (frequency === "MONTHLY") {
    const isMeant = months?.includes((month % 12) + 1) ?? true;
    return isMeant ? daysOfMonth(month, monthDays) : [];
  }
  const all = months ?? Array.from({ length: 12 }, (_, index) => index + 1);
  return all.flatMap((number) => daysOfMonth(month + number - 1, monthDays));
}

/** The times within a period's days, or within its hour or minute, in order. */
function offsetsIn({ frequency, hours, minutes, seconds }: Rule, startMs: number): number[] {
  const start = new Date(startMs);
  const isWithinHour = frequency === "HOURLY" || frequency === "MINUTELY";
  const isSecondly = frequency === "SECONDLY";
  const hoursIn = isWithinHour || isSecondly ? [0] : (hours ?? [start.getUTCHours()]);
  const isMinutely = frequency === "MINUTELY" || isSecondly;
  const minutesIn = isMinutely ? [0] : (minutes ?? [start.getUTCMinutes()]);
  const secondsIn = isSecondly ? [0] : (seconds ?? [start.getUTCSeconds()]);
  const offsets = hoursIn.flatMap((hour) =>
    minutesIn.flatMap((minute) =>
      secondsIn.map((second) => hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS),
    ),
  );
  // A leap second is the next minute's first.
  return [...new Set(offsets)].toSorted((one, other) => one - other);
}

/** What BYSETPOS leaves of a period's times, in order. */
function picked(times: number[], positions: number[]): number[] {
  const indexes = positions.map((position) =>
    position > 0 ? position - 1 : times.length + position,
  );
  const found = indexes.flatMap((index) => (index < 0 ? [] : times.slice(index, index + 1)));
  return [...new Set(found)].toSorted((one, other) => one - other);
}
