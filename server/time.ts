import { dropOldest } from "./drop-oldest";
import { zoneNames } from "./zone-names";

const SECOND_MS = 1000;
const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * SECOND_MS;
const WEEK_MS = 7 * DAY_MS;
/** The first instant that RFC 3339 has no words for. */
export const END_OF_YEAR_9999_MS = Date.UTC(10_000, 0, 1);

/** A part of a zone's history: the offset that holds until `endMs`, from where the one before ended. */
type Span = { endMs: number; offsetMs: number };
type Zone = { clock: Intl.DateTimeFormat; pieces: Map<number, Span[]> };

// The table of a zone is built in pieces of 52 weeks, on demand: 0.2 ms each.
const PIECE_MS = 52 * WEEK_MS;
// A clock holds 30 KB and a piece some 300 bytes: at most 13 MB, whatever callers ask for.
const MAX_ZONES = 256;
const MAX_PIECES = 64;
const zones = new Map<string, Zone>();
let latest: { timeZone: string; zone: Zone } | undefined;

/** Whether `name` is an IANA zone name in its exact case, links such as "US/Eastern" included. */
export function isTimeZone(name: string): boolean {
  return zoneNames.has(name);
}

/**
 * The zone's offset from UTC at an instant, positive east of Greenwich.
 * @throws RangeError when the zone is unknown
 */
export function offsetMsAt(timeZone: string, atMs: number): number {
  const index = Math.floor(atMs / PIECE_MS);
  const zone = zoneNamed(timeZone);
  const spans = zone.pieces.get(index) ?? addPiece(zone, index);
  for (const span of spans) if (atMs < span.endMs) return span.offsetMs;
  throw new RangeError(`not an instant: ${atMs}`);
}

/** The day an instant falls on in a zone, counted from 1970-01-01 = 0. */
export function civilDayAt(timeZone: string, atMs: number): number {
  return Math.floor((atMs + offsetMsAt(timeZone, atMs)) / DAY_MS);
}

/** The date that a calendar on the wall shows at an instant. */
export function civilDateAt(timeZone: string, atMs: number): string {
  return dateOfDay(civilDayAt(timeZone, atMs));
}

/**
 * The instant at which clocks in the zone show a time of `date`; 86400 seconds is the next midnight.
 * As Temporal's `compatible`: a repeated time is the first of the two, and a skipped time moves on
 * by the length of the gap.
 */
export function wallClockToInstant(timeZone: string, date: string, secondsOfDay: number): number {
  const wallMs = dayOfDate(date) * DAY_MS + secondsOfDay * SECOND_MS;
  // No zone changes its clocks twice within two days, so these are the only offsets in question.
  const before = offsetMsAt(timeZone, wallMs - DAY_MS);
  const after = offsetMsAt(timeZone, wallMs + DAY_MS);
  const early = wallMs - before;
  if (before === after || offsetMsAt(timeZone, early) === before) return early;
  const late = wallMs - after;
  return offsetMsAt(timeZone, late) === after ? late : early;
}

/** The date `count` days after `date`, or before it when negative. */
export function addDays(date: string, count: number): string {
  return dateOfDay(dayOfDate(date) + count);
}

/** The weekday of a date, 0 = Sunday. */
export function dayOfWeek(date: string): number {
  const sinceSunday = (dayOfDate(date) + 4) % 7; // 1970-01-01 was a Thursday
  return sinceSunday < 0 ? sinceSunday + 7 : sinceSunday;
}

/** How many days after `from` the date `to` is. */
export function daysBetween(from: string, to: string): number {
  return dayOfDate(to) - dayOfDate(from);
}

/** Whether the text is a real date of the years 1970 to 9999, as "YYYY-MM-DD". */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayOfDate(text);
  return day >= 0 && dateOfDay(day) === text;
}

/** The seconds since midnight of "HH:MM" or "HH:MM:SS", or null; "24:00" only when allowed. */
export function parseTimeOfDay(text: string, { allow24 }: { allow24: boolean }): number | null {
  if (/^24:00(:00)?$/.test(text)) return allow24 ? DAY_SECONDS : null;
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
}

/** "HH:MM:SS" of seconds since midnight; 86400 is "24:00:00". */
export function formatTimeOfDay(secondsOfDay: number): string {
  const parts = [secondsOfDay / 3600, (secondsOfDay / 60) % 60, secondsOfDay % 60];
  return parts.map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
}

/**
 * An RFC 3339 instant of the years 1970 to 9999 (UTC), or null. Upper-case T and Z, seconds and an
 * offset are required; a fraction is cut to milliseconds; leap seconds are refused.
 */
export function parseInstant(text: string): number | null {
  const match =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(
      text,
    );
  const [, date = "", time = "", fraction = "", sign, hours = 0, minutes = 0] = match ?? [];
  const secondsOfDay = parseTimeOfDay(time, { allow24: false });
  if (secondsOfDay === null || !isCivilDate(date)) return null;
  const offsetSeconds = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === "-" ? -1 : 1);
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const seconds = dayOfDate(date) * DAY_SECONDS + secondsOfDay - offsetSeconds;
  const atMs = seconds * SECOND_MS + milliseconds;
  return atMs >= 0 && atMs < END_OF_YEAR_9999_MS ? atMs : null;
}

/** ISO 8601 in UTC with milliseconds: "2026-03-01T10:00:00.000Z". */
export function formatInstant(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** Days since 1970-01-01. Takes the years beyond 9999 that `dateOfDay` may write ("+010000-01-01"). */
function dayOfDate(date: string): number {
  const match = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)$/.exec(date);
  if (match === null) throw new RangeError(`not a date: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
}

function dateOfDay(day: number): string {
  const [date = ""] = new Date(day * DAY_MS).toISOString().split("T");
  return date;
}

/** The zone's tables, which become the last to be forgotten. */
function zoneNamed(timeZone: string): Zone {
  if (latest?.timeZone === timeZone) return latest.zone;
  const zone = zones.get(timeZone) ?? { clock: createClock(timeZone), pieces: new Map() };
  zones.delete(timeZone);
  zones.set(timeZone, zone);
  dropOldest(zones, MAX_ZONES);
  latest = { timeZone, zone };
  return zone;
}

/** Samples offsets weekly and bisects each change; in no zone does one come and go within a week. */
function addPiece(zone: Zone, index: number): Span[] {
  const spans: Span[] = [];
  const endMs = (index + 1) * PIECE_MS;
  let sampleMs = index * PIECE_MS;
  let offsetMs = readOffset(zone.clock, sampleMs);
  while (sampleMs < endMs) {
    const nextMs = sampleMs + WEEK_MS;
    const nextOffsetMs = readOffset(zone.clock, nextMs);
    while (offsetMs !== nextOffsetMs) {
      sampleMs = findChange(zone.clock, sampleMs, nextMs, offsetMs);
      spans.push({ endMs: sampleMs, offsetMs });
      offsetMs = readOffset(zone.clock, sampleMs);
    }
    sampleMs = nextMs;
  }
  spans.push({ endMs, offsetMs });
  zone.pieces.set(index, spans);
  dropOldest(zone.pieces, MAX_PIECES);
  return spans;
}

/** The first second after `fromMs` with an offset other than the one there; `toMs` has another. */
function findChange(clock: Intl.DateTimeFormat, fromMs: number, toMs: number, offsetMs: number) {
  let sameMs = fromMs;
  let otherMs = toMs;
  while (otherMs - sameMs > SECOND_MS) {
    const middleMs = sameMs + Math.floor((otherMs - sameMs) / 2 / SECOND_MS) * SECOND_MS;
    if (readOffset(clock, middleMs) === offsetMs) sameMs = middleMs;
    else otherMs = middleMs;
  }
  return otherMs;
}

function createClock(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric";
  const date = { year: numeric, month: numeric, day: numeric } as const;
  const time = { hour: numeric, minute: numeric, second: numeric, hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { timeZone, ...date, ...time });
}

/** What the zone's clock shows at a whole second ("3/8/2026, 03:00:00"), less that instant. */
function readOffset(clock: Intl.DateTimeFormat, atMs: number): number {
  const fields = clock.format(atMs).match(/\d+/g)?.map(Number) ?? [];
  const [month = NaN, day = NaN, year = NaN, hour = NaN, minute = NaN, second = NaN] = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) - atMs;
}
