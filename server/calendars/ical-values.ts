import { type IcalLine, parameterOf, unreadable } from "./ical-lines";

export const DAY_MS = 86_400_000;

/** A date or time as it is written. Which instant that is, its zone knows. */
export type Moment = {
  /** The fields, as though they were UTC's. Midnight for a date. */
  wallMs: number;
  kind: "date" | "utc" | "local";
  /** The zone's name in the file, for `local` only; null is "wherever one is". */
  tzid: string | null;
};

/** Days of the calendar, which clocks make longer and shorter, and then exact milliseconds. */
export type Length = { days: number; ms: number };

/** A time that is given with its own end. */
export type Period = { start: Moment; end: Moment | Length };

/** The date or time of a line such as DTSTART. @throws CalendarError `invalid` */
export function momentOf(line: IcalLine): Moment {
  return parseMoment(line.value, line);
}

/** The dates and times of a line such as EXDATE, and periods in RDATE and FREEBUSY. @throws CalendarError `invalid` */
export function momentsOf(line: IcalLine): (Moment | Period)[] {
  const values = line.value.split(",").filter((value) => value.trim() !== "");
  return values.map((value) => {
    const [start = "", end, ...rest] = value.split("/");
    if (end === undefined) return parseMoment(start, line);
    if (rest.length > 0) throw unreadable(line.name);
    const isLength = /^\s*[+-]?P/i.test(end);
    return {
      start: parseMoment(start, line),
      end: isLength ? parseLength(end, line.name) : parseMoment(end, line),
    };
  });
}

/** The length a DURATION says. @throws CalendarError `invalid`, also when it is negative */
export function parseLength(text: string, name = "DURATION"): Length {
  const pattern =
    /^([+-]?)P(?=\d|T\d)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/i;
  const match = pattern.exec(text.trim());
  if (match === null) throw unreadable(name);
  const [, sign, ...fields] = match;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = fields.map(
    (field: string | undefined) => Number(field ?? 0),
  );
  const length = { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  if (sign === "-" && length.days + length.ms > 0) throw unreadable(name);
  return length;
}

/** A date or time as UNTIL has it, or as the parameters of `line` say. @throws CalendarError `invalid` */
export function parseMoment(text: string, line: IcalLine): Moment {
  // Seconds are left out by some, and others mark dates with a Z, which then says nothing.
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z)?$/i.exec(text.trim());
  if (match === null) throw unreadable(line.name);
  const [year = 0, month = 0, day = 0, hour, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((field: string | undefined) => (field === undefined ? undefined : Number(field)));
  const date = new Date(0);
  // Not Date.UTC, which takes the year 1 for 1901.
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || (hour ?? 0) > 23 || minute > 59 || second > 60) throw unreadable(line.name);
  const midnightMs = date.getTime();
  if (hour === undefined || parameterOf(line, "VALUE")?.toUpperCase() === "DATE")
    return { wallMs: midnightMs, kind: "date", tzid: null };
  const wallMs = midnightMs + ((hour * 60 + minute) * 60 + second) * 1000;
  if (match[7] !== undefined) return { wallMs, kind: "utc", tzid: null };
  return { wallMs, kind: "local", tzid: parameterOf(line, "TZID") };
}
