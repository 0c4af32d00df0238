import { civilDayAt } from "../time";
import type { Interval } from "./busy";
import { meetsAny } from "./busy";
import type { Cap } from "./cap";
import { capReached } from "./cap";
import type { Schedule } from "./grid";
import { ascending, gridStarts, overriddenStarts } from "./grid";

export type { Interval } from "./busy";
export type { Cap } from "./cap";
export type { Schedule, Window } from "./grid";

/** Time a host does not have. `core` is the same without its own buffers, to explain refusals. */
export type Busy = Interval & {
  reason: "booked" | "external_calendar" | "calendar_unreachable";
  core?: Interval;
};

/** Someone who could take the meeting; `busy` in any order, overlapping as it may. */
export type Host = { hostId: string; busy: Busy[] };

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
  const moment = { ...query, fromMs: startMs, toMs: startMs + 1 };
  const { starts, judge, whyBusy } = examine(moment);
  if (starts.length === 0) return { refusal: startMs < query.nowMs ? "past" : "not_on_grid" };
  const verdict = judge(startMs);
  if (verdict === "busy") return { refusal: whyBusy(startMs) };
  return typeof verdict === "string" ? { refusal: verdict } : { slot: verdict };
}

/** Why each start that the schedule or a session suggests is not listed, ascending. */
export function explainSlots(query: SlotQuery): { startMs: number; reason: Refusal }[] {
  const refused: { startMs: number; reason: Refusal }[] = [];
  const { starts, judge, whyBusy } = examine(query);
  for (const startMs of starts) {
    const verdict = judge(startMs);
    if (verdict === "busy") refused.push({ startMs, reason: whyBusy(startMs) });
    else if (typeof verdict === "string") refused.push({ startMs, reason: verdict });
  }
  return refused;
}

/**
 * All starts worth a question, and the judge of each; both must be asked in ascending order. This is
 * the one answer to "can it be booked": whoever books, lists or explains comes through here.
 */
function examine(query: SlotQuery) {
  const { schedule, nowMs, maxAttendees } = query;
  const durationMs = query.durationMinutes * MINUTE_MS;
  const buffersMs = (query.bufferBeforeMinutes + query.bufferAfterMinutes) * MINUTE_MS;
  const intervalMs = (query.slotIntervalMinutes ?? 0) * MINUTE_MS || durationMs + buffersMs;
  const range = { startMs: query.fromMs, endMs: query.toMs };
  const step = { durationMs, intervalMs };
  const grid = gridStarts(schedule, step, range);
  const sessions = sessionsByStart(query, durationMs);
  const others = [...overriddenStarts(schedule, step, range), ...sessions.keys()];
  const starts = others.length === 0 ? grid : ascending([...grid, ...others]);

  const noticeEndsMs = nowMs + query.minimumNoticeMinutes * MINUTE_MS;
  const isWithinWindow = bookingWindow(query);
  const isCapReached = capReached(query.cap, schedule.timeZone);
  const freeHosts = hostsFree(query, durationMs);
  let gridIndex = 0;

  function judge(startMs: number): Slot | Refusal | "busy" {
    while ((grid[gridIndex] ?? Infinity) < startMs) gridIndex += 1;
    if (startMs < nowMs) return "past";
    const session = sessions.get(startMs);
    const joinable = session !== undefined && session.seatsTaken < maxAttendees;
    if (!joinable && grid[gridIndex] !== startMs) return session ? "booked" : "override";
    if (startMs < noticeEndsMs) return "minimum_notice";
    if (!isWithinWindow(startMs)) return "booking_window";
    if (!joinable && query.hosts.length === 0) return "no_host";
    const hostIds = joinable ? [session.hostId] : freeHosts(startMs);
    if (hostIds.length === 0) return "busy";
    if (isCapReached(startMs)) return "cap";
    const spotsRemaining = maxAttendees - (joinable ? session.seatsTaken : 0);
    const sessionId = joinable ? session.sessionId : null;
    return { startMs, endMs: startMs + durationMs, spotsRemaining, hostIds, sessionId };
  }

  return { starts, judge, whyBusy: busyReason(query, durationMs) };
}

/** The sessions of this duration by start; of several, the one with most seats left. */
function sessionsByStart(query: SlotQuery, durationMs: number): Map<number, Session> {
  const byStart = new Map<number, Session>();
  for (const session of query.sessions) {
    const { startMs, endMs, seatsTaken, sessionId } = session;
    if (startMs < query.fromMs || startMs >= query.toMs || endMs - startMs !== durationMs) continue;
    const rival = byStart.get(startMs);
    const difference = rival === undefined ? -1 : seatsTaken - rival.seatsTaken;
    const first = rival === undefined || (difference === 0 && sessionId < rival.sessionId);
    if (difference < 0 || first) byStart.set(startMs, session);
  }
  return byStart;
}

function bookingWindow({ schedule, bookingWindowDays, nowMs }: SlotQuery) {
  if (bookingWindowDays === null) return () => true;
  const lastDay = civilDayAt(schedule.timeZone, nowMs) + bookingWindowDays;
  return (startMs: number) => civilDayAt(schedule.timeZone, startMs) <= lastDay;
}

/** Who is free for a slot and its buffers. The answers share one array while everyone is. */
function hostsFree(query: SlotQuery, durationMs: number): (startMs: number) => string[] {
  const beforeMs = query.bufferBeforeMinutes * MINUTE_MS;
  const afterMs = durationMs + query.bufferAfterMinutes * MINUTE_MS;
  const reach = { startMs: query.fromMs - beforeMs, endMs: query.toMs + afterMs };
  const everyone = query.hosts.map(({ hostId }) => hostId);
  const calendars = query.hosts.map(({ hostId, busy }) => ({
    hostId,
    isBusy: meetsAny(busy, reach),
  }));
  return (startMs) => {
    const free = calendars.filter((host) => !host.isBusy(startMs - beforeMs, startMs + afterMs));
    return free.length === everyone.length ? everyone : free.map(({ hostId }) => hostId);
  };
}

/**
 * Why no host is free: the first reason, in this order, that any host has. Where no meeting meets
 * another, but only their buffers, the reason is "buffer".
 */
function busyReason(query: SlotQuery, durationMs: number): (startMs: number) => Refusal {
  const range = { startMs: query.fromMs, endMs: query.toMs + durationMs };
  const coresMeet = (reason: Busy["reason"]) => {
    const busy = query.hosts.flatMap((host) => host.busy.filter((its) => its.reason === reason));
    return meetsAny(
      busy.map((interval) => interval.core ?? interval),
      range,
    );
  };
  const reasons = (["booked", "external_calendar", "calendar_unreachable"] as const).map(
    (reason) => ({ reason, meets: once(() => coresMeet(reason)) }),
  );
  return (startMs) =>
    reasons.find(({ meets }) => meets()(startMs, startMs + durationMs))?.reason ?? "buffer";
}

/** Puts a computation off until its first use. */
function once<Result>(compute: () => Result): () => Result {
  let known: { result: Result } | undefined;
  return () => (known ??= { result: compute() }).result;
}
