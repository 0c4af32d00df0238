import type { Calendar, Event } from "@microsoft/microsoft-graph-types/microsoft-graph.d.ts";
import { formatInstant, parseInstant } from "../../time";
import { instanceStarts } from "./recurrence";

/** What OData says of a thing is no part of its type. */
export type GraphEvent = Event & { "@odata.etag"?: string };

type Range = { fromMs: number; toMs: number };
const DAY_MS = 86_400_000;

/** A time as Graph writes it. */
export const graphTime = (atMs: number) => ({
  dateTime: `${formatInstant(atMs).slice(0, -1)}0000`,
  timeZone: "UTC",
});

/** Epoch milliseconds of a time without an offset, in UTC, which is all this peer is asked for; else null. */
export const graphMs = (time: Event["start"]): number | null =>
  time?.timeZone === "UTC" ? parseInstant(`${time.dateTime}Z`) : null;

/** One calendar's events, changed only here: each change gives an event another etag. */
export class GraphStore {
  readonly calendar: Calendar;
  readonly events = new Map<string, GraphEvent>();
  #version = 0;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  /** @returns the event as kept, or null where its times are none, or not those of a whole day that it says it is */
  put(event: GraphEvent): GraphEvent | null {
    const startMs = graphMs(event.start);
    const endMs = graphMs(event.end);
    if (startMs === null || endMs === null || endMs < startMs) {
      return null;
    }
    if (event.isAllDay === true && (startMs % DAY_MS !== 0 || endMs % DAY_MS !== 0)) {
      return null;
    }
    this.#version += 1;
    const kept: GraphEvent = {
      isAllDay: false,
      isCancelled: false,
      isOnlineMeeting: false,
      onlineMeeting: null,
      showAs: "busy",
      type: event.recurrence ? "seriesMaster" : "singleInstance",
      responseStatus: { response: "organizer", time: "0001-01-01T00:00:00Z" },
      ...event,
      id: event.id ?? `immutable-${this.calendar.id}-${this.#version}`,
      "@odata.etag": `W/"${this.#version}"`,
      start: graphTime(startMs),
      end: graphTime(endMs),
    };
    this.events.set(kept.id ?? "", kept);
    return kept;
  }

  /** An instance of a series, otherwise than the rest. */
  putException(seriesId: string, startMs: number, change: Event): void {
    const series = this.events.get(seriesId);
    if (series) {
      this.put({ ...this.#instanceOf(series, startMs), type: "exception", ...change });
    }
  }

  /** What a calendar view holds: instances instead of series, whole days judged by UTC's. */
  view(range: Range): GraphEvent[] {
    return [...this.events.values()]
      .flatMap((event) => (event.recurrence ? this.#instancesOf(event, range) : [event]))
      .filter(({ start, end }) => {
        const startMs = graphMs(start) ?? 0;
        const endMs = graphMs(end) ?? 0;
        return startMs < range.toMs && endMs > range.fromMs;
      });
  }

  #instancesOf(series: GraphEvent, range: Range): GraphEvent[] {
    const timeZone = series.originalStartTimeZone ?? "UTC";
    const startMs = graphMs(series.start) ?? 0;
    const endMs = graphMs(series.end) ?? 0;
    const pattern = series.recurrence?.pattern;
    const count = series.recurrence?.range?.numberOfOccurrences;
    const frequency = pattern?.type === "daily" ? "DAILY" : "WEEKLY";
    const rule = `RRULE:FREQ=${frequency};INTERVAL=${pattern?.interval ?? 1};COUNT=${count}`;
    return instanceStarts({ startMs, endMs, timeZone }, rule, range)
      .map((atMs) => this.#instanceOf(series, atMs))
      .filter(({ id }) => !this.events.has(id ?? ""))
      .filter(({ id }) => !series.cancelledOccurrences?.includes(id ?? ""));
  }

  #instanceOf(series: GraphEvent, atMs: number): GraphEvent {
    const { recurrence: _, cancelledOccurrences: __, ...event } = series;
    const lengthMs = (graphMs(series.end) ?? 0) - (graphMs(series.start) ?? 0);
    return {
      ...event,
      id: `${series.id}.${formatInstant(atMs).slice(0, 10)}`,
      seriesMasterId: series.id ?? null,
      type: "occurrence",
      start: graphTime(atMs),
      end: graphTime(atMs + lengthMs),
    };
  }
}
