import { Budget } from "./budget";
import { endOf, lengthOf, timesOf, uidOf } from "./ical-event";
import { type IcalComponent, lineNamed, readCalendars } from "./ical-lines";
import { createClocks } from "./ical-zones";
import type { CalendarEvent } from "./provider";

/** What a host may have changed of an event of ours. */
export type IcalEvent = { startMs: number; endMs: number; sequence: number };

// RFC 5545, §3.1.
const MAX_OCTETS = 75;

/** What we say of an event; of these lines, none of the host's stay. */
const ours = new Set(
  (
    "UID DTSTART DTEND DURATION SUMMARY DESCRIPTION LOCATION STATUS TRANSP DTSTAMP LAST-MODIFIED SEQUENCE X-ASTROCAL-KEY " +
    // Other programs' words for the same: they would go on saying what was before.
    "X-ALT-DESC X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-ALLDAYEVENT"
  ).split(" "),
);

/**
 * An event as a VCALENDAR of its own, in UTC and without guests, as a calendar's server would invite them once more. Of `existing`, what
 * is not ours stays: alarms, colours, categories, whom the host invited, notes of programs.
 * @param options.existing the object as the server has it, or null
 * @throws CalendarError `invalid` when `existing` cannot be read: what stands there would be lost
 */
export function icalText(
  event: CalendarEvent,
  options: { nowMs: number; sequence: number; existing: string | null },
): string {
  const { existing } = options;
  const [found = null] = existing === null ? [] : readCalendars(existing);
  const calendar = found ?? { name: "VCALENDAR", lines: [], components: [] };
  const master = masterOf(calendar, event.uid);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Astrocal//Astrocal//EN",
    // A method makes it a message about an event (RFC 4791, §4.1).
    ...theirs(calendar, new Set(["VERSION", "PRODID", "METHOD"])),
    ...calendar.components.filter((component) => component !== master).flatMap(written),
    "BEGIN:VEVENT",
    ...propertiesOf(event, options),
    ...(master === null ? [] : [...theirs(master, ours), ...master.components.flatMap(written)]),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/**
 * When the event of a calendar's object is that has a UID, and which revision it says it is; null when it is not there.
 * Floating times and dates are read as UTC's: what we wrote is neither.
 * @throws CalendarError `invalid` when it cannot be read
 */
export function icalEventOf(text: string, uid: string): IcalEvent | null {
  // No event of ours is later.
  const clocks = createClocks(Date.UTC(2200, 0, 1), new Budget());
  const here = clocks.clockIn("UTC");
  for (const calendar of readCalendars(text)) {
    const master = masterOf(calendar, uid);
    if (master === null) continue;
    const clockNamed = (tzid: string) => clocks.clockNamed(tzid, calendar) ?? here;
    const zones = { timeZone: "UTC", here, clockNamed };
    const times = timesOf(master, zones);
    const startMs = times.clock(times.start.wallMs);
    const endMs = endOf(times.start.wallMs, startMs, lengthOf(times, zones), times.clock);
    const sequence = /^\d{1,9}$/.exec(lineNamed(master, "SEQUENCE")?.value.trim() ?? "");
    return { startMs, endMs, sequence: Number(sequence?.[0] ?? 0) };
  }
  return null;
}

function masterOf(calendar: IcalComponent, uid: string): IcalComponent | null {
  const isMaster = (component: IcalComponent) =>
    component.name === "VEVENT" &&
    uidOf(component) === uid &&
    lineNamed(component, "RECURRENCE-ID") === null;
  return calendar.components.find(isMaster) ?? null;
}

function propertiesOf(event: CalendarEvent, options: { nowMs: number; sequence: number }) {
  const now = utc(options.nowMs);
  return [
    `UID:${escape(event.uid)}`,
    `DTSTAMP:${now}`,
    `LAST-MODIFIED:${now}`,
    `SEQUENCE:${options.sequence}`,
    `DTSTART:${utc(event.startMs)}`,
    `DTEND:${utc(event.endMs)}`,
    `SUMMARY:${escape(event.title)}`,
    ...(event.description === "" ? [] : [`DESCRIPTION:${escape(event.description)}`]),
    ...(event.location === null ? [] : [`LOCATION:${escape(event.location)}`]),
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    `X-ASTROCAL-KEY:${event.key}`,
  ];
}

/** The lines of a component that are not among `names`, as they were. */
function theirs(component: IcalComponent, names: ReadonlySet<string>): string[] {
  return component.lines.filter(({ name }) => !names.has(name)).map(({ text }) => text);
}

function written(component: IcalComponent): string[] {
  const { name, lines, components } = component;
  return [
    `BEGIN:${name}`,
    ...lines.map(({ text }) => text),
    ...components.flatMap(written),
    `END:${name}`,
  ];
}

/** "20260301T100000Z"; iCalendar has no fractions of seconds. */
function utc(atMs: number): string {
  return new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

/** TEXT of RFC 5545, §3.3.11, which has no control characters but the tab. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\t\n]/gu, "")
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** A line in parts of at most 75 octets, of which no character is torn. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
