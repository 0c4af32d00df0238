import type { calendar_v3 } from "@googleapis/calendar";
import { formatInstant, offsetMsAt, parseInstant, wallClockToInstant } from "../../time";
import { instanceStarts } from "./recurrence";

export type GoogleEvent = calendar_v3.Schema$Event;
type GoogleMoment = calendar_v3.Schema$EventDateTime;

export type GoogleCalendar = {
  id: string;
  summary: string;
  accessRole: "freeBusyReader" | "reader" | "writer" | "owner";
  /** IANA. */
  timeZone: string;
  primary?: boolean;
};

type Range = { fromMs: number; toMs: number };

/** An instant as Google writes it: by the clock of the calendar's zone, with its offset. */
export function momentAt(timeZone: string, atMs: number): GoogleMoment {
  const offsetMs = offsetMsAt(timeZone, atMs);
  const minutes = Math.abs(offsetMs) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const offset = `${offsetMs < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
  const wall = formatInstant(atMs + offsetMs).slice(0, 19);
  return { dateTime: `${wall}${offsetMs === 0 ? "Z" : offset}`, timeZone };
}

/** Epoch milliseconds of an end, or null when it is not one; dates by the clock of `timeZone`. */
export function msOf(moment: GoogleMoment | undefined, timeZone: string): number | null {
  const { date, dateTime } = moment ?? {};
  if (typeof date === "string") {
    return typeof dateTime === "string" ? null : wallClockToInstant(timeZone, date, 0);
  }
  return parseInstant(dateTime ?? "");
}

/** One calendar's events, changed only here: each change gives an event another etag. */
export class GoogleStore {
  readonly calendar: GoogleCalendar;
  readonly events = new Map<string, GoogleEvent>();
  #version = 0;

  constructor(calendar: GoogleCalendar) {
    this.calendar = calendar;
  }

  /** @returns the event as kept, or null where its times are none */
  put(event: GoogleEvent): GoogleEvent | null {
    const { timeZone } = this.calendar;
    const startMs = msOf(event.start, timeZone);
    const endMs = msOf(event.end, timeZone);
    if (startMs === null || endMs === null || endMs < startMs) {
      return null;
    }
    this.#version += 1;
    const kept: GoogleEvent = {
      kind: "calendar#event",
      status: "confirmed",
      eventType: "default",
      ...event,
      id: event.id ?? `other${this.#version}`,
      etag: `"${this.#version}"`,
      ...(event.start?.date === undefined
        ? { start: momentAt(timeZone, startMs), end: momentAt(timeZone, endMs) }
        : {}),
    };
    this.events.set(kept.id ?? "", kept);
    return kept;
  }

  /** What an instance of a series became: cancelled, or whatever `change` makes of it. */
  putInstance(seriesId: string, startMs: number, change: GoogleEvent): void {
    const series = this.events.get(seriesId);
    const instance = series && this.#instanceOf(series, startMs);
    if (instance) {
      this.put({ ...instance, ...change });
    }
  }

  /** The events of a range; series as they are kept, or as their instances. */
  list(range: Range, singleEvents: boolean): GoogleEvent[] {
    const all = [...this.events.values()];
    const found = singleEvents
      ? all.flatMap((event) => (event.recurrence ? this.#instancesOf(event, range) : [event]))
      : all;
    return found.filter((event) => this.#reaches(event, range));
  }

  /** An all-day event is judged by UTC's days: nobody says by which Google does, and this is as good as any. */
  #reaches({ start, end }: GoogleEvent, { fromMs, toMs }: Range): boolean {
    const startMs = msOf(start, "UTC");
    const endMs = msOf(end, "UTC");
    return startMs !== null && endMs !== null && startMs < toMs && endMs > fromMs;
  }

  #instancesOf(series: GoogleEvent, range: Range): GoogleEvent[] {
    const { timeZone } = this.calendar;
    const startMs = msOf(series.start, timeZone) ?? 0;
    const endMs = msOf(series.end, timeZone) ?? 0;
    const [rule = ""] = series.recurrence ?? [];
    if (series.status === "cancelled") {
      return [];
    }
    return instanceStarts({ startMs, endMs, timeZone }, rule, range)
      .map((atMs) => this.#instanceOf(series, atMs))
      .filter(({ id }) => !this.events.has(id ?? ""));
  }

  #instanceOf(series: GoogleEvent, atMs: number): GoogleEvent {
    const { timeZone } = this.calendar;
    const { recurrence: _, ...event } = series;
    const lengthMs = (msOf(series.end, timeZone) ?? 0) - (msOf(series.start, timeZone) ?? 0);
    return {
      ...event,
      id: `${series.id}_${formatInstant(atMs).replaceAll(/[-:]|\.\d+/g, "")}`,
      recurringEventId: series.id ?? null,
      originalStartTime: momentAt(timeZone, atMs),
      start: momentAt(timeZone, atMs),
      end: momentAt(timeZone, atMs + lengthMs),
    };
  }
}
