import { findIana } from "windows-iana";
import { isTimeZone, wallClockToInstant } from "../time";
import { zoneNames } from "../zone-names";
import type { Budget } from "./budget";
import { type IcalComponent, lineNamed, linesOf, unreadable } from "./ical-lines";
import { parseRule } from "./ical-rule";
import { DAY_MS, momentOf, momentsOf } from "./ical-values";
import { wallTimesOf } from "./recurrence";

/** Epoch milliseconds of what clocks show somewhere, given as though it were UTC's. */
export type Clock = (wallMs: number) => number;
/** When an offset begins to hold. */
type Onset = { atMs: number; offsetMs: number };

/** A zone's offset reaches 14 hours; this is also beyond what a file's own zone may claim. */
export const MAX_OFFSET_MS = 2 * DAY_MS;
// As server/time.ts cuts them.
const YEAR_MS = 364 * DAY_MS;
// Intl takes 0.2 ms for the offsets of a zone's year, which server/time.ts then remembers: 64 of them, of 256 zones.
const STEPS_OF_YEAR = 200;
const REMEMBERED_YEARS = 60;
const REMEMBERED_ZONES = 200;
// The zones of Outlook begin in 1601: 20 ms for changes that nobody asks for.
const FIRST_ONSET_MS = Date.UTC(1970, 0, 1);

// Names that Windows gave up, and those of other programs that bring no zone of their own.
const aliases = new Map([
  ["coordinated universal time", "Etc/UTC"],
  ["z", "Etc/UTC"],
  ["kamchatka standard time", "Asia/Kamchatka"],
  ["mid-atlantic standard time", "Etc/GMT+2"],
  ["mexico standard time", "America/Mexico_City"],
  ["mexico standard time 2", "America/Mazatlan"],
  ["armenian standard time", "Asia/Yerevan"],
]);
const namesByLowerCase = new Map([...zoneNames].map((name) => [name.toLowerCase(), name]));

/** The clock of UTC. */
export const utcClock: Clock = (wallMs) => wallMs;

/** The clock of an IANA zone, by our own offsets. @throws RangeError when the zone is unknown, once it is asked */
function clockIn(timeZone: string, budget: Budget): Clock {
  const years = new Set<number>();
  return (wallMs) => {
    const year = Math.floor(wallMs / YEAR_MS);
    if (!years.has(year)) {
      budget.spend(STEPS_OF_YEAR);
      remember(years, year, REMEMBERED_YEARS);
    }
    const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
    const [date = ""] = new Date(midnightMs).toISOString().split("T");
    return wallClockToInstant(timeZone, date, (wallMs - midnightMs) / 1000);
  };
}

/**
 * The IANA zone that a TZID names, or null: itself in any case, behind a path ("/mozilla.org/20050126_1/Europe/Berlin",
 * "tzone://Microsoft/Utc"), or as Windows calls it ("FLE Standard Time").
 */
export function ianaZoneOf(tzid: string): string | null {
  const name = tzid.trim().toLowerCase();
  const direct = namesByLowerCase.get(name) ?? aliases.get(name);
  if (direct !== undefined) return direct;
  if (name.startsWith("/") || name.includes("://")) {
    const parts = name.split("/");
    // No name of IANA's has more than three parts.
    for (const count of [3, 2, 1]) {
      const found = namesByLowerCase.get(parts.slice(-count).join("/"));
      if (found !== undefined) return found;
    }
  }
  return findIana(tzid.trim()).find(isTimeZone) ?? null;
}

/** The clocks of a text. */
export type Clocks = {
  /** The clock of an IANA zone; a time in a gap or an overlap is as Temporal's `compatible`. @throws RangeError when it is unknown */
  clockIn: (timeZone: string) => Clock;
  /**
   * The clock that a TZID names in a calendar, or null. A file's own VTIMEZONE is asked only for what is no IANA zone: they are often
   * outdated. @throws CalendarError `invalid` when it cannot be read
   */
  clockNamed: (tzid: string, calendar: IcalComponent) => Clock | null;
};

/**
 * The clocks of a text, each made once: a feed may hold a thousand calendars that bring the same zone.
 * @param untilMs the instant up to which they are asked
 */
export function createClocks(untilMs: number, budget: Budget): Clocks {
  const byZone = new Map<string, Clock>();
  const names = new Map<string, string | null>();
  const byText = new Map<string, Clock>();
  const byComponent = new Map<IcalComponent, Clock>();
  const byCalendar = new Map<IcalComponent, Map<string, IcalComponent>>();
  return { clockIn: zoneClock, clockNamed };

  function zoneClock(timeZone: string): Clock {
    const clock = byZone.get(timeZone) ?? clockIn(timeZone, budget);
    if (!byZone.has(timeZone) && byZone.size >= REMEMBERED_ZONES) byZone.clear();
    byZone.set(timeZone, clock);
    return clock;
  }

  function clockNamed(tzid: string, calendar: IcalComponent): Clock | null {
    const name = names.has(tzid) ? (names.get(tzid) ?? null) : ianaZoneOf(tzid);
    names.set(tzid, name);
    if (name !== null) return zoneClock(name);
    const zones = byCalendar.get(calendar) ?? ownZones(calendar);
    byCalendar.set(calendar, zones);
    const own = zones.get(tzid);
    return own === undefined ? null : ownClock(own);
  }

  function ownClock(component: IcalComponent): Clock {
    const known = byComponent.get(component);
    if (known !== undefined) return known;
    const parts = [component, ...component.components];
    const text = parts.flatMap(({ lines }) => lines.map((line) => line.text)).join("\n");
    const clock = byText.get(text) ?? clockBy(component, untilMs, budget);
    byText.set(text, clock);
    byComponent.set(component, clock);
    return clock;
  }
}

/** The zones that a calendar brings, by their TZID. */
function ownZones(calendar: IcalComponent): Map<string, IcalComponent> {
  const zones = calendar.components.filter(({ name }) => name === "VTIMEZONE");
  return new Map(zones.map((zone) => [lineNamed(zone, "TZID")?.value.trim() ?? "", zone]));
}

/** Keeps the latest `limit` values. */
function remember(values: Set<number>, value: number, limit: number): void {
  values.add(value);
  for (const oldest of values) {
    if (values.size <= limit) return;
    values.delete(oldest);
  }
}

/** The clock of a VTIMEZONE. @throws CalendarError `invalid` when it cannot be read */
function clockBy(component: IcalComponent, untilMs: number, budget: Budget): Clock {
  budget.next();
  const parts = component.components.filter(
    ({ name }) => name === "STANDARD" || name === "DAYLIGHT",
  );
  const onsets = parts
    .flatMap((part) => onsetsOf(part, untilMs, budget))
    .toSorted((one, other) => one.atMs - other.atMs);
  const [first] = parts.toSorted((one, other) => startOf(one) - startOf(other));
  if (first === undefined) throw unreadable("VTIMEZONE");
  const firstOffsetMs = offsetOf(first, "TZOFFSETFROM");
  const offsetAt = (atMs: number) => {
    let low = 0;
    let high = onsets.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((onsets[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
      else high = middle;
    }
    return onsets[low - 1]?.offsetMs ?? firstOffsetMs;
  };
  return (wallMs) => {
    // As server/time.ts does it for IANA's zones.
    const before = offsetAt(wallMs - DAY_MS);
    const after = offsetAt(wallMs + DAY_MS);
    const earlyMs = wallMs - before;
    if (before === after || offsetAt(earlyMs) === before) return earlyMs;
    const lateMs = wallMs - after;
    return offsetAt(lateMs) === after ? lateMs : earlyMs;
  };
}

/** When a STANDARD or DAYLIGHT part begins to hold, each time. */
function onsetsOf(part: IcalComponent, untilMs: number, budget: Budget): Onset[] {
  const startMs = startOf(part);
  const fromMs = offsetOf(part, "TZOFFSETFROM");
  const offsetMs = offsetOf(part, "TZOFFSETTO");
  const window = { fromMs: Math.max(startMs, FIRST_ONSET_MS), toMs: untilMs + MAX_OFFSET_MS };
  const ruled = linesOf(part, "RRULE").flatMap((line) => {
    const rule = parseRule(line);
    const { until } = rule;
    // Should be UTC's, and often is not.
    const shiftMs = until?.kind === "utc" ? fromMs : 0;
    const lastMs = until === null ? Infinity : until.wallMs + shiftMs;
    return wallTimesOf(rule, startMs, window, budget).filter((wallMs) => wallMs <= lastMs);
  });
  const dated = linesOf(part, "RDATE")
    .flatMap(momentsOf)
    .map((value) => ("wallMs" in value ? value : value.start).wallMs);
  return [startMs, ...ruled, ...dated].map((wallMs) => ({ atMs: wallMs - fromMs, offsetMs }));
}

function startOf(part: IcalComponent): number {
  const line = lineNamed(part, "DTSTART");
  if (line === null) throw unreadable("VTIMEZONE");
  return momentOf(line).wallMs;
}

/** "+0100", "-033000". */
function offsetOf(part: IcalComponent, name: string): number {
  const match = /^([+-])(\d\d)([0-5]\d)([0-5]\d)?$/.exec(lineNamed(part, name)?.value.trim() ?? "");
  if (match === null) throw unreadable("VTIMEZONE");
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}
