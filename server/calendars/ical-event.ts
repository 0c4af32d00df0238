import { civilDayAt } from "../time";
import { type IcalComponent, lineNamed, linesOf, unreadable } from "./ical-lines";
import { type Rule, parseRule } from "./ical-rule";
import {
  DAY_MS,
  type Length,
  type Moment,
  type Period,
  momentOf,
  momentsOf,
  parseLength,
} from "./ical-values";
import { type Clock, utcClock } from "./ical-zones";

/** The clocks around an event. */
export type Zones = {
  /** IANA: where floating times and dates are, as `here` is. */
  timeZone: string;
  here: Clock;
  /** The clock a TZID of the event's own calendar names. */
  clockNamed: (tzid: string) => Clock;
};

/** What a VEVENT says of its times. */
export type EventTimes = {
  start: Moment;
  /** Of `start`, and of what names no zone of its own. */
  clock: Clock;
  end: Moment | Length;
  rules: Rule[];
  extra: (Moment | Period)[];
  excluded: Moment[];
  excludedBy: Rule[];
};

/** One time of an event. */
export type Occurrence = { wallMs: number; startMs: number; isDate: boolean };

/** Whether an event takes time. What says two things at once does. */
export function takesTime(event: IcalComponent): boolean {
  const says = (name: string, value: string) => {
    const lines = linesOf(event, name);
    return lines.length > 0 && lines.every((line) => line.value.trim().toUpperCase() === value);
  };
  return !(
    says("TRANSP", "TRANSPARENT") ||
    says("STATUS", "CANCELLED") ||
    says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
  );
}

/** The UUID of what we wrote ourselves (`CalendarEvent.key`); null for everything else. */
export function keyOf(event: IcalComponent): string | null {
  const [line] = linesOf(event, "X-ASTROCAL-KEY");
  const key = line?.value.trim().toLowerCase() ?? "";
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key) ? key : null;
}

/** An event's UID; empty when it has none. */
export function uidOf(event: IcalComponent): string {
  return lineNamed(event, "UID")?.value.trim() ?? "";
}

/** What an event says of its times. @throws CalendarError `invalid` when it cannot be understood */
export function timesOf(event: IcalComponent, zones: Zones): EventTimes {
  const line = lineNamed(event, "DTSTART");
  if (line === null) throw unreadable("DTSTART");
  const start = momentOf(line);
  return {
    start,
    clock: clockFor(start, zones, zones.here),
    end: endIn(event, start),
    rules: linesOf(event, "RRULE").map((rule) => ruleFor(start, parseRule(rule))),
    extra: linesOf(event, "RDATE").flatMap(momentsOf),
    excluded: linesOf(event, "EXDATE").flatMap(momentsOf).map(onlyMoment),
    excludedBy: linesOf(event, "EXRULE").map((rule) => ruleFor(start, parseRule(rule))),
  };
}

/** How long each occurrence lasts. @throws CalendarError `invalid` when it ends before it begins */
export function lengthOf({ start, clock, end }: EventTimes, zones: Zones): Length {
  if (!("kind" in end)) return end;
  // Some write the last day as the end, for which RFC 5545 has no meaning: it is a day, then.
  if (start.kind === "date" && end.kind === "date")
    return { days: Math.max(1, (end.wallMs - start.wallMs) / DAY_MS), ms: 0 };
  // RFC 5545, §3.8.5.3: with DTEND, all occurrences last exactly as long.
  const ms = clockFor(end, zones, clock)(end.wallMs) - clock(start.wallMs);
  if (ms < 0) throw unreadable("DTEND");
  return { days: 0, ms };
}

/** The clock a moment is on; `fallback` is for times without a zone's name. */
export function clockFor(moment: Moment, zones: Zones, fallback: Clock): Clock {
  if (moment.kind === "utc") return utcClock;
  if (moment.kind === "date") return zones.here;
  return moment.tzid === null ? fallback : zones.clockNamed(moment.tzid);
}

/** Roughly when something ends, as clocks show it: off by what zones can differ by. */
export function wallEndOf(start: Moment, end: Moment | Length): number {
  return "kind" in end ? end.wallMs : start.wallMs + end.days * DAY_MS + end.ms;
}

/** When something ends that begins then. @returns epoch milliseconds */
export function endOf(wallMs: number, startMs: number, length: Length, clock: Clock): number {
  return (length.days === 0 ? startMs : clock(wallMs + length.days * DAY_MS)) + length.ms;
}

/** When a period ends. @throws CalendarError `invalid` when that is before it begins */
export function endOfPeriod({ start, end }: Period, zones: Zones, clock: Clock): number {
  const startMs = clock(start.wallMs);
  const endMs =
    "kind" in end
      ? clockFor(end, zones, clock)(end.wallMs)
      : endOf(start.wallMs, startMs, end, clock);
  if (endMs < startMs) throw unreadable("period");
  return endMs;
}

/** Whether an occurrence is one of a rule's still, by its UNTIL. Where the kinds differ, it is the later of two readings. */
export function isUntil(until: Moment, occurrence: Occurrence, timeZone: string): boolean {
  const lastDay = Math.floor(until.wallMs / DAY_MS);
  const day = Math.floor(occurrence.wallMs / DAY_MS);
  if (until.kind === "date") return day <= lastDay;
  if (occurrence.isDate) {
    const other = until.kind === "utc" ? civilDayAt(timeZone, until.wallMs) : lastDay;
    return day <= Math.max(lastDay, other);
  }
  if (until.kind === "utc") return occurrence.startMs <= until.wallMs;
  return occurrence.wallMs <= until.wallMs;
}

/** The end as it is written, or as RFC 5545, §3.6.1, supplies it. */
function endIn(event: IcalComponent, start: Moment): Moment | Length {
  const end = lineNamed(event, "DTEND");
  if (end !== null) return momentOf(end);
  const length = lineNamed(event, "DURATION");
  if (length !== null) return parseLength(length.value);
  return { days: start.kind === "date" ? 1 : 0, ms: 0 };
}

/** The rule as it holds for dates, which have no hours. @throws CalendarError `invalid` when it repeats within them */
function ruleFor(start: Moment, rule: Rule): Rule {
  if (start.kind !== "date") return rule;
  if (["SECONDLY", "MINUTELY", "HOURLY"].includes(rule.frequency)) throw unreadable("RRULE");
  return { ...rule, hours: null, minutes: null, seconds: null };
}

function onlyMoment(value: Moment | Period): Moment {
  return "wallMs" in value ? value : value.start;
}
