import { type IcalLine, unreadable } from "./ical-lines";
import { type Moment, parseMoment } from "./ical-values";

const frequencies = [
  "SECONDLY",
  "MINUTELY",
  "HOURLY",
  "DAILY",
  "WEEKLY",
  "MONTHLY",
  "YEARLY",
] as const;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export type Frequency = (typeof frequencies)[number];
/** 0 = Sunday; the ordinal counts within the month or year, from its end when negative; 0 is all of them. */
export type ByDay = { weekday: number; ordinal: number };

/** A recurrence rule of RFC 5545, §3.3.10. Null is a part that is not there. */
export type Rule = {
  frequency: Frequency;
  interval: number;
  count: number | null;
  until: Moment | null;
  /** 0 = Sunday. */
  weekStart: number;
  months: number[] | null;
  weeks: number[] | null;
  yearDays: number[] | null;
  monthDays: number[] | null;
  days: ByDay[] | null;
  hours: number[] | null;
  minutes: number[] | null;
  seconds: number[] | null;
  positions: number[] | null;
};

/**
 * Reads an RRULE. A part it does not know would change which times are meant, so that it is refused.
 * @throws CalendarError `invalid`
 */
export function parseRule(line: IcalLine): Rule {
  const parts = new Map<string, string>();
  for (const part of line.value.split(";")) {
    if (part.trim() === "") continue;
    const [name = "", value = "", ...rest] = part.split("=").map((text) => text.trim());
    const key = name.toUpperCase();
    if (value === "" || rest.length > 0 || parts.has(key)) throw unreadable(line.name);
    parts.set(key, value.toUpperCase());
  }
  const take = (name: string) => {
    const value = parts.get(name) ?? null;
    parts.delete(name);
    return value;
  };
  const fail = () => unreadable(line.name);
  const numbers = (name: string, max: number, { min = 0, isSigned = false } = {}) => {
    const values = take(name)?.split(",") ?? null;
    return values === null ? null : distinct(values.map((text) => whole(text)));

    function whole(text: string): number {
      const value = Number(text);
      const size = isSigned ? Math.abs(value) : value;
      if (!/^[+-]?\d{1,9}$/.test(text) || size < min || size > max) throw fail();
      return value;
    }
  };
  const [count = null] = numbers("COUNT", 1e9) ?? [];
  const [interval = 1] = numbers("INTERVAL", 1e9, { min: 1 }) ?? [];
  const frequency = frequencies.find((name) => name === parts.get("FREQ"));
  const until = take("UNTIL");
  const weekStart = weekdays.indexOf(take("WKST") ?? "MO");
  const signed = { min: 1, isSigned: true };
  const rule: Rule | null =
    frequency === undefined || weekStart < 0
      ? null
      : {
          frequency,
          interval,
          count,
          until: until === null ? null : parseMoment(until, line),
          weekStart,
          months: numbers("BYMONTH", 12, { min: 1 }),
          weeks: numbers("BYWEEKNO", 53, signed),
          yearDays: numbers("BYYEARDAY", 366, signed),
          monthDays: numbers("BYMONTHDAY", 31, signed),
          days: take("BYDAY")?.split(",").map(byDay) ?? null,
          hours: numbers("BYHOUR", 23),
          minutes: numbers("BYMINUTE", 59),
          seconds: numbers("BYSECOND", 60),
          positions: numbers("BYSETPOS", 366, signed),
        };
  take("FREQ");
  // RFC 7529 with what holds anyway.
  if (parts.get("RSCALE") === "GREGORIAN") take("RSCALE");
  if (parts.get("SKIP") === "OMIT") take("SKIP");
  if (rule === null || parts.size > 0) throw fail();
  return rule;

  function byDay(text: string): ByDay {
    const [, ordinal = "", name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text.trim()) ?? [];
    const weekday = weekdays.indexOf(name);
    if (weekday < 0 || Math.abs(Number(ordinal)) > 53) throw fail();
    if (ordinal !== "" && Number(ordinal) === 0) throw fail();
    return { weekday, ordinal: Number(ordinal) };
  }
}

function distinct(values: number[]): number[] {
  return [...new Set(values)].toSorted((one, other) => one - other);
}
