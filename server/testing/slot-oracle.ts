import { Temporal } from "temporal-polyfill";
import type { Cap, Session, Slot, SlotQuery, Window } from "../availability/slots";

const MINUTE_MS = 60_000;

/**
 * What `listSlots` must list: the rules of availability said a second time, with Temporal, looking at
 * everything for every slot. It shares no code with the engine, so that they can only agree by both
 * being right.
 */
export function slotsByTheRules(query: SlotQuery): Slot[] {
  const grid = gridByTheRules(query);
  const sessionStarts = query.sessions.map(({ startMs }) => startMs);
  return [...new Set([...grid, ...sessionStarts])]
    .filter((startMs) => startMs >= query.fromMs && startMs < query.toMs)
    .toSorted((a, b) => a - b)
    .flatMap((startMs) => joiningAt(query, startMs) ?? newSlotAt(query, startMs, grid) ?? []);
}

/** All starts in the query's range that its schedule has, whoever is busy; in no order. */
export function gridByTheRules(query: SlotQuery): Set<number> {
  const { timeZone, overrides, weekly } = query.schedule;
  return startsOf(
    query,
    (date) => {
      const override = overrides.find((its) => date.equals(its.date));
      return override?.windows ?? weekly.filter((its) => its.dayOfWeek === date.dayOfWeek % 7);
    },
    timeZone,
  );
}

/** The starts that overridden dates would have by their weekly hours; in no order. */
export function overriddenByTheRules(query: SlotQuery): Set<number> {
  const { timeZone, overrides, weekly } = query.schedule;
  return startsOf(
    query,
    (date) => {
      if (!overrides.some((its) => date.equals(its.date))) return [];
      return weekly.filter((its) => its.dayOfWeek === date.dayOfWeek % 7);
    },
    timeZone,
  );
}

function startsOf(
  query: SlotQuery,
  windowsOn: (date: Temporal.PlainDate) => Window[],
  timeZone: string,
): Set<number> {
  const starts = new Set<number>();
  const lastDate = dateAt(timeZone, query.toMs).add({ days: 2 });
  let date = dateAt(timeZone, query.fromMs).subtract({ days: 2 });
  for (; Temporal.PlainDate.compare(date, lastDate) <= 0; date = date.add({ days: 1 })) {
    for (const { startSeconds, endSeconds } of windowsOn(date)) {
      const closesMs = wallClock(timeZone, date, endSeconds);
      let startMs = wallClock(timeZone, date, startSeconds);
      for (; startMs + query.durationMinutes * MINUTE_MS <= closesMs; startMs += stepMs(query)) {
        if (startMs >= query.fromMs && startMs < query.toMs) starts.add(startMs);
      }
    }
  }
  return starts;
}

function stepMs(query: SlotQuery): number {
  const touching = query.bufferBeforeMinutes + query.durationMinutes + query.bufferAfterMinutes;
  return (query.slotIntervalMinutes ?? touching) * MINUTE_MS;
}

function joiningAt(query: SlotQuery, startMs: number): Slot | null {
  const endMs = startMs + query.durationMinutes * MINUTE_MS;
  const session = sessionAt(query, startMs, endMs);
  if (session === undefined || !isTimely(query, startMs)) return null;
  const { sessionId, hostId, seatsTaken } = session;
  const spotsRemaining = query.maxAttendees - seatsTaken;
  return { startMs, endMs, spotsRemaining, hostIds: [hostId], sessionId };
}

function newSlotAt(query: SlotQuery, startMs: number, grid: Set<number>): Slot | null {
  if (!grid.has(startMs) || !isTimely(query, startMs)) return null;
  const endMs = startMs + query.durationMinutes * MINUTE_MS;
  const fromMs = startMs - query.bufferBeforeMinutes * MINUTE_MS;
  const toMs = endMs + query.bufferAfterMinutes * MINUTE_MS;
  const free = query.hosts.filter(
    ({ busy, off = [] }) =>
      busy.every((its) => its.endMs <= fromMs || its.startMs >= toMs) &&
      off.every((its) => its.endMs <= startMs || its.startMs >= endMs),
  );
  if (free.length === 0) return null;
  const hostIds = free.map(({ hostId }) => hostId);
  return { startMs, endMs, spotsRemaining: query.maxAttendees, hostIds, sessionId: null };
}

function isTimely(query: SlotQuery, startMs: number): boolean {
  const noticeMs = query.minimumNoticeMinutes * MINUTE_MS;
  return (
    startMs >= query.nowMs + noticeMs &&
    !isBeyondWindow(query, startMs) &&
    !isCapped(query, startMs)
  );
}

function sessionAt(query: SlotQuery, startMs: number, endMs: number): Session | undefined {
  return query.sessions
    .filter((its) => its.startMs === startMs && its.endMs === endMs)
    .filter((its) => its.seatsTaken < query.maxAttendees)
    .toSorted((a, b) => a.seatsTaken - b.seatsTaken || (a.sessionId < b.sessionId ? -1 : 1))[0];
}

function isBeyondWindow({ schedule, nowMs, bookingWindowDays }: SlotQuery, startMs: number) {
  if (bookingWindowDays === null) return false;
  const lastDate = dateAt(schedule.timeZone, nowMs).add({ days: bookingWindowDays });
  return Temporal.PlainDate.compare(dateAt(schedule.timeZone, startMs), lastDate) > 0;
}

function isCapped({ schedule, cap }: SlotQuery, startMs: number): boolean {
  if (cap === null) return false;
  const date = dateAt(schedule.timeZone, startMs);
  const inPeriod = cap.starts.filter((other) =>
    isSamePeriod(cap.period, date, dateAt(schedule.timeZone, other)),
  );
  return inPeriod.length >= cap.limit;
}

function isSamePeriod(period: Cap["period"], a: Temporal.PlainDate, b: Temporal.PlainDate) {
  const sameWeek = a.weekOfYear === b.weekOfYear && a.yearOfWeek === b.yearOfWeek;
  const sameMonth = a.year === b.year && a.month === b.month;
  return { daily: a.equals(b), weekly: sameWeek, monthly: sameMonth, total: true }[period];
}

function dateAt(timeZone: string, atMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDate();
}

function wallClock(timeZone: string, date: Temporal.PlainDate, seconds: number): number {
  const midnight = date.toPlainDateTime();
  return midnight.add({ seconds }).toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .epochMilliseconds;
}
