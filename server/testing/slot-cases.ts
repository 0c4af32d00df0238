import type { Busy, Host, Session, SlotQuery, Window } from "../availability/slots";
import { explainSlots, listSlots } from "../availability/slots";
import { civilDateAt, formatTimeOfDay, parseTimeOfDay, wallClockToInstant } from "../time";

/** A Monday: the day of a case that names no other. */
export const monday = "2026-03-02";
export const tuesday = "2026-03-03";

/** The instant of a wall-clock time. */
export function at(time: string, date = monday, timeZone = "UTC"): number {
  return wallClockToInstant(timeZone, date, parseTimeOfDay(time, { allow24: true }) ?? NaN);
}

/** A day's hours. */
export function open(...hours: [from: string, to: string][]): Window[] {
  return hours.map(([from, to]) => ({
    startSeconds: (at(from) - at("00:00")) / 1000,
    endSeconds: (at(to) - at("00:00")) / 1000,
  }));
}

/** The same hours every day, or on the weekdays given. */
export function weekly(
  windows: Window[],
  timeZone = "UTC",
  weekdays = [0, 1, 2, 3, 4, 5, 6],
): SlotQuery["schedule"] {
  const weekly = weekdays.flatMap((dayOfWeek) =>
    windows.map(({ startSeconds, endSeconds }) => ({ dayOfWeek, startSeconds, endSeconds })),
  );
  return { timeZone, weekly, overrides: [] };
}

/** Busy time of the Monday. */
export function busy(from: string, to: string, reason: Busy["reason"] = "booked"): Busy {
  return { startMs: at(from), endMs: at(to), reason };
}

/** A host and what makes it busy. */
export function host(hostId: string, ...busy: Busy[]): Host {
  return { hostId, busy };
}

/** A started session of the Monday, with Ada. */
export function session(sessionId: string, from: string, to: string, seatsTaken: number): Session {
  return { sessionId, hostId: "ada", startMs: at(from), endMs: at(to), seatsTaken };
}

/** A question about the Monday, open from 09:00 to 12:00 UTC with one free host, with changes. */
export function ask(changes: Partial<SlotQuery> = {}): SlotQuery {
  return {
    schedule: weekly(open(["09:00", "12:00"])),
    durationMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: null,
    minimumNoticeMinutes: 0,
    bookingWindowDays: null,
    maxAttendees: 1,
    sessions: [],
    cap: null,
    hosts: [host("ada")],
    nowMs: at("00:00"),
    fromMs: at("00:00"),
    toMs: at("24:00"),
    ...changes,
  };
}

/** The starts on offer, on the wall of the schedule's zone. */
export function times(query: SlotQuery): string[] {
  return listSlots(query).slots.map(({ startMs }) => wallTime(query.schedule.timeZone, startMs));
}

/** Why the other starts of the grid are not, by the same wall. */
export function refusals(query: SlotQuery): Record<string, string> {
  const timeZone = query.schedule.timeZone;
  return Object.fromEntries(
    explainSlots(query).map(({ startMs, reason }) => [wallTime(timeZone, startMs), reason]),
  );
}

function wallTime(timeZone: string, atMs: number): string {
  const wallMs = atMs - wallClockToInstant(timeZone, civilDateAt(timeZone, atMs), 0);
  return formatTimeOfDay(wallMs / 1000).slice(0, 5);
}
