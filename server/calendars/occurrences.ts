import { civilDayAt } from "../time";
import type { Budget } from "./budget";
import {
  clockFor,
  endOf,
  endOfPeriod,
  type EventTimes,
  isUntil,
  keyOf,
  lengthOf,
  type Occurrence,
  takesTime,
  timesOf,
  wallEndOf,
  type Zones,
} from "./ical-event";
import { type IcalComponent, lineNamed, parameterOf, unreadable } from "./ical-lines";
import type { Rule } from "./ical-rule";
import { DAY_MS, type Length, type Moment, momentOf, type Period } from "./ical-values";
import { type Clock, MAX_OFFSET_MS } from "./ical-zones";
import { wallTimesOf } from "./recurrence";

/** A VEVENT and the clocks around it. */
export type Placed = { event: IcalComponent; zones: Zones };
/** Epoch milliseconds. */
export type EventTime = { startMs: number; endMs: number; key: string | null };
/** Epoch milliseconds of a range; or, of what clocks show then, as though it were UTC's. */
type Range = { fromMs: number; toMs: number };
type Found = Occurrence & { clock: Clock; endMs: number | null };

/** A change to all occurrences after the one at `fromMs` (RANGE=THISANDFUTURE). */
type Future = {
  fromMs: number;
  from: Moment;
  event: IcalComponent;
  times: EventTimes;
  length: Length;
  /** Of the event that is changed. */
  clock: Clock;
};

// What reading one change costs: no series has thousands of them, for each of its events.
const STEPS_OF_CHANGE = 10;

/**
 * The times an event takes in a range, and some around it. What `changes` (its RECURRENCE-IDs) replace is left out; they are events of
 * their own, but for what they say of all that follows.
 * @throws CalendarError `invalid`
 */
export function occurrencesOf(
  { event, zones }: Placed,
  changes: readonly Placed[],
  range: Range,
  budget: Budget,
): EventTime[] {
  budget.next();
  budget.spend(changes.length * STEPS_OF_CHANGE);
  const isBusy = takesTime(event);
  const changesFuture = changes.some((change) => isOfFuture(change.event));
  // What takes no time may be unreadable, and matters only where a change to all that follows makes it take some.
  if (!isBusy && !changesFuture) return [];
  const times = timesOf(event, zones);
  if (isFar(times, range) && !changesFuture) return [];
  const length = lengthOf(times, zones);
  const futures = changes
    .filter((change) => isOfFuture(change.event))
    .map((change) => futureOf(change, times))
    .toSorted((one, other) => other.fromMs - one.fromMs);
  const window = windowOf(length, futures, range);
  const removed = changes.map((change) => replacedBy(change.event));
  const isExcluded = exclusionsOf(times, [...times.excluded, ...removed], window, zones, budget);
  const key = keyOf(event);
  return foundIn(times, window, zones, budget).flatMap((found) => {
    budget.spend(futures.length);
    if (isExcluded(found)) return [];
    const future = futures.find(({ fromMs }) => fromMs < found.startMs);
    if (future !== undefined) return takesTime(future.event) ? [changed(found, future)] : [];
    if (!isBusy) return [];
    const endMs = found.endMs ?? endOf(found.wallMs, found.startMs, length, found.clock);
    return [{ startMs: found.startMs, endMs, key }];
  });
}

/** Whether an event that does not repeat is clearly outside a range: most are, and their zones need not be asked. */
function isFar({ start, end, rules, extra }: EventTimes, range: Range): boolean {
  if (rules.length > 0 || extra.length > 0) return false;
  return isOutside(start, end, range);
}

function isOutside(start: Moment, end: Moment | Length, range: Range): boolean {
  const isAfter = start.wallMs - MAX_OFFSET_MS > range.toMs;
  return isAfter || wallEndOf(start, end) + MAX_OFFSET_MS < range.fromMs;
}

/** Where occurrences begin, by their clocks, that may reach into the range. */
function windowOf(length: Length, futures: Future[], range: Range): Range {
  const sizeOf = ({ days, ms }: Length) => days * DAY_MS + ms;
  let sizeMs = sizeOf(length);
  let shiftMs = 0;
  for (const { from, times, length } of futures) {
    sizeMs = Math.max(sizeMs, sizeOf(length));
    shiftMs = Math.max(shiftMs, Math.abs(times.start.wallMs - from.wallMs) + DAY_MS);
  }
  return {
    fromMs: range.fromMs - sizeMs - shiftMs - MAX_OFFSET_MS,
    toMs: range.toMs + shiftMs + MAX_OFFSET_MS,
  };
}

/**
 * The occurrences that begin in a window, without regard to what excludes them. DTSTART is always one of them. Where it is none of the
 * rule's own, calendars differ in whether COUNT counts it: it does not here, as busy is the safer side.
 */
function foundIn(times: EventTimes, window: Range, zones: Zones, budget: Budget): Found[] {
  const { start, clock, rules, extra } = times;
  const isDate = start.kind === "date";
  const found = new Map<number, Found>();
  const add = (wallMs: number) => {
    const startMs = clock(wallMs);
    found.set(startMs, { wallMs, startMs, isDate, clock, endMs: null });
  };
  if (isWithin(start, window)) add(start.wallMs);
  for (const rule of rules)
    for (const wallMs of ruled(rule, times, window, zones, budget)) add(wallMs);
  for (const value of extra) {
    budget.spend(1);
    const one = extraOf(value, times, window, zones);
    if (one !== null) found.set(one.startMs, one);
  }
  return [...found.values()];
}

/** The times of a rule as clocks show them, up to its UNTIL. */
function ruled(
  rule: Rule,
  { start, clock }: EventTimes,
  window: Range,
  zones: Zones,
  budget: Budget,
): number[] {
  const { until } = rule;
  const untilMs = until === null ? Infinity : until.wallMs + MAX_OFFSET_MS;
  const fromMs = Math.max(start.wallMs, window.fromMs);
  const toMs = Math.min(window.toMs, untilMs);
  const isDate = start.kind === "date";
  return wallTimesOf(rule, start.wallMs, { fromMs, toMs }, budget).filter(
    (wallMs) =>
      until === null || isUntil(until, { wallMs, startMs: clock(wallMs), isDate }, zones.timeZone),
  );
}

/** An RDATE; a period has its own end. A date among times takes the whole day, which is the busier reading. */
function extraOf(
  value: Moment | Period,
  times: EventTimes,
  window: Range,
  zones: Zones,
): Found | null {
  const moment = "start" in value ? value.start : value;
  const clock = clockFor(moment, zones, times.clock);
  const isDate = moment.kind === "date";
  const { wallMs } = moment;
  if ("start" in value) {
    if (isOutside(value.start, value.end, window)) return null;
    const endMs = endOfPeriod(value, zones, clock);
    return { wallMs, startMs: clock(wallMs), isDate, clock, endMs };
  }
  if (!isWithin(moment, window)) return null;
  const isOddDate = isDate && times.start.kind !== "date";
  const endMs = isOddDate ? clock(wallMs + DAY_MS) : null;
  return { wallMs, startMs: clock(wallMs), isDate, clock, endMs };
}

/** Whether an occurrence is one of those that are given, or of the rules that exclude. A date excludes what begins on it. */
function exclusionsOf(
  times: EventTimes,
  moments: Moment[],
  window: Range,
  zones: Zones,
  budget: Budget,
): (occurrence: Occurrence) => boolean {
  const days = new Set<number>();
  const instants = new Set<number>();
  for (const moment of moments) {
    budget.spend(1);
    if (!isWithin(moment, window)) continue;
    if (moment.kind === "date" || times.start.kind === "date")
      days.add(dayOf(moment, zones.timeZone));
    if (moment.kind !== "date") instants.add(clockFor(moment, zones, times.clock)(moment.wallMs));
  }
  for (const rule of times.excludedBy)
    for (const wallMs of ruled(rule, times, window, zones, budget))
      instants.add(times.clock(wallMs));
  return ({ wallMs, startMs }) => instants.has(startMs) || days.has(Math.floor(wallMs / DAY_MS));
}

/** The day that a moment means among dates: as it is written, but for an instant that is no midnight of UTC's. */
function dayOf({ kind, wallMs }: Moment, timeZone: string): number {
  const isInstant = kind === "utc" && wallMs % DAY_MS !== 0;
  return isInstant ? civilDayAt(timeZone, wallMs) : Math.floor(wallMs / DAY_MS);
}

function isWithin({ wallMs }: Moment, window: Range): boolean {
  return wallMs >= window.fromMs - MAX_OFFSET_MS && wallMs < window.toMs + MAX_OFFSET_MS;
}

function isOfFuture(event: IcalComponent): boolean {
  const line = lineNamed(event, "RECURRENCE-ID");
  return line !== null && parameterOf(line, "RANGE")?.toUpperCase() === "THISANDFUTURE";
}

/** The occurrence that a change replaces. */
function replacedBy(event: IcalComponent): Moment {
  const line = lineNamed(event, "RECURRENCE-ID");
  if (line === null) throw unreadable("RECURRENCE-ID");
  return momentOf(line);
}

function futureOf({ event, zones }: Placed, master: EventTimes): Future {
  const from = replacedBy(event);
  const fromMs = clockFor(from, zones, master.clock)(from.wallMs);
  // Whoever cancels all that follows need not say when it was to be.
  const isKnown = lineNamed(event, "DTSTART") !== null || takesTime(event);
  const times = isKnown ? timesOf(event, zones) : master;
  return { fromMs, from, event, times, length: lengthOf(times, zones), clock: master.clock };
}

/** An occurrence, moved as a change to all that follows says: by clocks where both of its times are clocks', else exactly. */
function changed(found: Found, future: Future): EventTime {
  const { from, fromMs, event, length } = future;
  const { start, clock } = future.times;
  const key = keyOf(event);
  if (found.clock !== future.clock || from.kind === "utc" || start.kind === "utc") {
    const startMs = found.startMs + clock(start.wallMs) - fromMs;
    return { startMs, endMs: startMs + length.days * DAY_MS + length.ms, key };
  }
  const base = (wallMs: number) =>
    start.kind === "date" ? Math.floor(wallMs / DAY_MS) * DAY_MS : wallMs;
  const wallMs = base(found.wallMs) + start.wallMs - base(from.wallMs);
  const startMs = clock(wallMs);
  return { startMs, endMs: endOf(wallMs, startMs, length, clock), key };
}
