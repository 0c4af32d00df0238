import { civilDayAt } from "../time";
import type { Busy, Footprint, Host, Interval } from "./busy";
import { busyReason, hostsFree } from "./busy";
import type { Cap } from "./cap";
import { capReached } from "./cap";
import type { Schedule } from "./grid";
import { ascending, gridStarts, overriddenStarts } from "./grid";

export type { Busy, Host, Interval } from "./busy";
export type { Cap } from "./cap";
export type { Schedule, Window } from "./grid";

/** A started group session of the event type; its interval is without buffers. */
export type Session = Interval & { sessionId: string; hostId: string; seatsTaken: number };

/** A question for slots that start in [fromMs, toMs); `slotIntervalMinutes` null = back to back. */
export type SlotQuery = {
  schedule: Schedule;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  slotIntervalMinutes: number | null;
  minimumNoticeMinutes: number;
  bookingWindowDays: number | null;
  maxAttendees: number;
  sessions: Session[];
  cap: Cap | null;
  hosts: Host[];
  nowMs: number;
  fromMs: number;
  toMs: number;
};

/** `hostIds`: who is free, in the order given; for a started session its host. */
export type Slot = {
  startMs: number;
  endMs: number;
  spotsRemaining: number;
  hostIds: string[];
  sessionId: string | null;
};

export type Refusal =
  | Busy["reason"]
  | "buffer"
  | "host_hours"
  | "minimum_notice"
  | "booking_window"
  | "cap"
  | "past"
  | "override"
  | "no_host"
  | "not_on_grid";

const MINUTE_MS = 60_000;

/** The slots on offer, ascending; `capped` says whether the cap withheld one that else would be. */
export function listSlots(query: SlotQuery): { slots: Slot[]; capped: boolean } {
  const slots: Slot[] = [];
  let capped = false;
  const { starts, judge } = examine(query);
  for (const startMs of starts) {
    const verdict = judge(startMs);
    if (typeof verdict !== "string") slots.push(verdict);
    else if (verdict === "cap") capped = true;
  }
  return { slots, capped };
}

/** The slot that starts at `startMs`, exactly when `listSlots` would list it; else why it does not. */
export function findSlot(query: SlotQuery, startMs: number): { slot: Slot } | { refusal: Refusal } {
  const { starts, judge, whyBusy } = examine({ ...query, fromMs: startMs, toMs: startMs + 1 });
  if (starts.length === 0) return { refusal: startMs < query.nowMs ? "past" : "not_on_grid" };
  const verdict = judge(startMs);
  if (verdict === "busy") return { refusal: whyBusy()(startMs) };
  return typeof verdict === "string" ? { refusal: verdict } : { slot: verdict };
}

/** Why starts that the schedule or a session suggests are not listed, ascending. */
export function explainSlots(query: SlotQuery): { startMs: number; reason: Refusal }[] {
  const refused: { startMs: number; reason: Refusal }[] = [];
  const { starts, judge, whyBusy } = examine(query);
  const busyReasonAt = whyBusy();
  for (const startMs of starts) {
    const verdict = judge(startMs);
    if (verdict === "busy") refused.push({ startMs, reason: busyReasonAt(startMs) });
    else if (typeof verdict === "string") refused.push({ startMs, reason: verdict });
  }
  return refused;
}

/**
 * All starts worth a question, and the judge of each, who must be asked in ascending order. This is
 * the one answer to "can it be booked": whoever books, lists or explains comes through here.
 */
function examine(query: SlotQuery) {
  const { schedule, hosts, nowMs, maxAttendees } = query;
  const range = { startMs: query.fromMs, endMs: query.toMs };
  const footprint = footprintOf(query);
  const { durationMs } = footprint;
  const step = { durationMs, intervalMs: intervalMsOf(query, footprint) };
  const grid = gridStarts(schedule, step, range);
  const sessions = sessionsByStart(query, durationMs);
  const others = [...overriddenStarts(schedule, step, range), ...sessions.keys()];
  const starts = others.length === 0 ? grid : ascending([...grid, ...others]);

  const noticeEndsMs = nowMs + query.minimumNoticeMinutes * MINUTE_MS;
  const isWithinWindow = bookingWindow(query);
  const isCapReached = capReached(query.cap, schedule.timeZone);
  const freeHosts = hostsFree(hosts, footprint, range);
  let gridIndex = 0;

  function judge(startMs: number): Slot | Refusal | "busy" {
    while ((grid[gridIndex] ?? Infinity) < startMs) gridIndex += 1;
    if (startMs < nowMs) return "past";
    const session = sessions.get(startMs);
    const joinable = session !== undefined && session.seatsTaken < maxAttendees;
    if (!joinable && grid[gridIndex] !== startMs) return session ? "booked" : "override";
    if (startMs < noticeEndsMs) return "minimum_notice";
    if (!isWithinWindow(startMs)) return "booking_window";
    if (!joinable && hosts.length === 0) return "no_host";
    // The host of a started session is busy with it, and has given that time to whoever joins.
    const hostIds = joinable ? [session.hostId] : freeHosts(startMs);
    if (hostIds.length === 0) return "busy";
    if (isCapReached(startMs)) return "cap";
    const spotsRemaining = maxAttendees - (joinable ? session.seatsTaken : 0);
    const sessionId = joinable ? session.sessionId : null;
    return { startMs, endMs: startMs + durationMs, spotsRemaining, hostIds, sessionId };
  }

  return { starts, judge, whyBusy: () => busyReason(hosts, footprint, range) };
}

function footprintOf(query: SlotQuery): Footprint {
  return {
    bufferBeforeMs: query.bufferBeforeMinutes * MINUTE_MS,
    durationMs: query.durationMinutes * MINUTE_MS,
    bufferAfterMs: query.bufferAfterMinutes * MINUTE_MS,
  };
}

/** From one start to the next: unless told otherwise, the slots and their buffers touch. */
function intervalMsOf({ slotIntervalMinutes }: SlotQuery, footprint: Footprint): number {
  if (slotIntervalMinutes !== null) return slotIntervalMinutes * MINUTE_MS;
  return footprint.bufferBeforeMs + footprint.durationMs + footprint.bufferAfterMs;
}

/** The sessions of this duration by start; of several, the one with most seats left. */
function sessionsByStart(query: SlotQuery, durationMs: number): Map<number, Session> {
  const byStart = new Map<number, Session>();
  for (const session of query.sessions) {
    const { startMs, endMs } = session;
    if (startMs < query.fromMs || startMs >= query.toMs || endMs - startMs !== durationMs) continue;
    const rival = byStart.get(startMs);
    if (rival === undefined || precedes(session, rival)) byStart.set(startMs, session);
  }
  return byStart;
}

function precedes(one: Session, other: Session): boolean {
  if (one.seatsTaken !== other.seatsTaken) return one.seatsTaken < other.seatsTaken;
  return one.sessionId < other.sessionId;
}

/** Whether a start falls on one of the civil dates that can be booked today. */
function bookingWindow({ schedule, bookingWindowDays, nowMs }: SlotQuery) {
  if (bookingWindowDays === null) return () => true;
  const lastDay = civilDayAt(schedule.timeZone, nowMs) + bookingWindowDays;
  return (startMs: number) => civilDayAt(schedule.timeZone, startMs) <= lastDay;
}
