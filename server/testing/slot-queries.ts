import * as fc from "fast-check";
import type { Busy, Cap, Host, Interval, Session, SlotQuery, Window } from "../availability/slots";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Any question near `aroundMs`: every rule in play now and then, all times on whole minutes. */
export function slotQueries(timeZone: string, aroundMs: number): fc.Arbitrary<SlotQuery> {
  const dayBefore = aroundMs - DAY_MINUTES * MINUTE_MS;
  const at = fc.integer({ min: 0, max: 3 * DAY_MINUTES }).map((its) => dayBefore + its * MINUTE_MS);
  return fc
    .record({
      rules: rules(),
      schedule: schedules(timeZone, dayBefore),
      hosts: hosts(at),
      sessions: fc.array(session(at), { maxLength: 3 }),
      cap: seldom(null, caps(at)),
      nowMs: seldom(dayBefore - DAY_MINUTES * MINUTE_MS, at),
      edges: seldom([dayBefore, dayBefore + 3 * DAY_MINUTES * MINUTE_MS], fc.tuple(at, at)),
    })
    .map(queryOf);
}

type Drawn = Pick<SlotQuery, "schedule" | "hosts" | "cap" | "nowMs"> & {
  rules: Omit<SlotQuery, "schedule" | "hosts" | "sessions" | "cap" | "nowMs" | "fromMs" | "toMs">;
  sessions: Seats[];
  edges: number[];
};

function queryOf({ rules, sessions, hosts, edges, ...rest }: Drawn): SlotQuery {
  const durationMs = rules.durationMinutes * MINUTE_MS;
  const held = sessions.map((its, index) => holding(its, index, durationMs));
  const range = { fromMs: Math.min(...edges), toMs: Math.max(...edges) };
  const busyHosts = hosts.map((host) => withOwnSessions(host, held));
  return { ...rest, ...rules, ...range, sessions: held, hosts: busyHosts };
}

/** Mostly the plain value, so that rules do not hide one another by refusing everything. */
function seldom<Plain, Other>(plain: Plain, other: fc.Arbitrary<Other>) {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(plain) }, { weight: 1, arbitrary: other });
}

const minutes = (max: number) => fc.integer({ min: 0, max });

function rules() {
  return fc.record({
    durationMinutes: fc.integer({ min: 5, max: 90 }),
    bufferBeforeMinutes: seldom(0, minutes(30)),
    bufferAfterMinutes: seldom(0, minutes(30)),
    slotIntervalMinutes: fc.option(fc.integer({ min: 5, max: 60 })),
    minimumNoticeMinutes: seldom(0, minutes(DAY_MINUTES)),
    bookingWindowDays: seldom(null, fc.integer({ min: 1, max: 4 })),
    maxAttendees: fc.integer({ min: 1, max: 3 }),
  });
}

function schedules(timeZone: string, dayBeforeMs: number) {
  const dates = [-1, 0, 1, 2, 3].map((days) =>
    new Date(dayBeforeMs + days * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10),
  );
  const override = fc.record({ date: fc.constantFrom(...dates), windows: windows() });
  return fc.record({
    timeZone: fc.constant(timeZone),
    weekly: fc
      .array(windows(), { minLength: 7, maxLength: 7 })
      .map((days) =>
        days.flatMap((its, dayOfWeek) =>
          its.map(({ startSeconds, endSeconds }) => ({ dayOfWeek, startSeconds, endSeconds })),
        ),
      ),
    overrides: fc.uniqueArray(override, { maxLength: 2, selector: ({ date }) => date }),
  });
}

/** Windows of one date, which may touch but do not overlap; often about the hours clocks change. */
function windows(): fc.Arbitrary<Window[]> {
  const minute = fc.oneof(
    fc.constantFrom(0, DAY_MINUTES),
    fc.integer({ min: 0, max: 24 }).map((its) => its * 10),
    fc.integer({ min: 0, max: DAY_MINUTES }),
  );
  return fc.uniqueArray(minute, { minLength: 1, maxLength: 5 }).map((edges) => {
    const sorted = edges.toSorted((a, b) => a - b);
    return sorted.slice(1).flatMap((end, index) => {
      const start = sorted[index] ?? end;
      return index % 3 === 2 ? [] : { startSeconds: start * 60, endSeconds: end * 60 };
    });
  });
}

function hosts(at: fc.Arbitrary<number>): fc.Arbitrary<Host[]> {
  const host = fc.record({
    hostId: fc.constantFrom("ada", "ben", "cyd", "dot"),
    busy: fc.array(busyTime(at), { maxLength: 12 }),
    off: seldom([], fc.array(span(at), { maxLength: 4 })),
  });
  const several = { selector: (its: Host) => its.hostId, maxLength: 4 };
  const nobody: Host[] = [];
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(nobody) },
    { weight: 9, arbitrary: fc.uniqueArray(host, { ...several, minLength: 1 }) },
  );
}

function busyTime(at: fc.Arbitrary<number>): fc.Arbitrary<Busy> {
  const length = fc.integer({ min: 1, max: 300 }).map((its) => its * MINUTE_MS);
  const buffer = fc.integer({ min: 0, max: 20 }).map((its) => its * MINUTE_MS);
  const external = fc.constantFrom("external_calendar" as const, "calendar_unreachable" as const);
  const elsewhere = fc
    .record({ startMs: at, length, reason: external })
    .map(({ startMs, length, reason }) => ({ startMs, endMs: startMs + length, reason }));
  const booked = fc.record({ startMs: at, length, buffer }).map(({ startMs, length, buffer }) => ({
    startMs: startMs - buffer,
    endMs: startMs + length + buffer,
    core: { startMs, endMs: startMs + length },
    reason: "booked" as const,
  }));
  return fc.oneof(elsewhere, booked);
}

/** Outside a host's own hours. */
function span(at: fc.Arbitrary<number>): fc.Arbitrary<Interval> {
  const length = fc.integer({ min: 1, max: 900 }).map((its) => its * MINUTE_MS);
  return fc
    .record({ startMs: at, length })
    .map(({ startMs, length }) => ({ startMs, endMs: startMs + length }));
}

function caps(at: fc.Arbitrary<number>): fc.Arbitrary<Cap> {
  return fc.record({
    limit: fc.integer({ min: 1, max: 4 }),
    period: fc.constantFrom("daily", "weekly", "monthly", "total"),
    starts: fc.array(at, { maxLength: 8 }),
  });
}

function session(at: fc.Arbitrary<number>) {
  const hostId = fc.constantFrom("ada", "ben", "gone");
  return fc.record({ startMs: at, hostId, seatsTaken: fc.integer({ min: 1, max: 3 }) });
}

type Seats = Pick<Session, "startMs" | "hostId" | "seatsTaken">;

/** A session; the third is of another duration, as after a change of the event type. */
function holding(seats: Seats, index: number, durationMs: number): Session {
  const endMs = seats.startMs + durationMs + (index === 2 ? 5 * MINUTE_MS : 0);
  return { ...seats, endMs, sessionId: `session ${index}` };
}

/** A host's own sessions are among what makes it busy. */
function withOwnSessions(host: Host, sessions: Session[]): Host {
  const own = sessions.filter(({ hostId }) => hostId === host.hostId);
  const busy = own.map(({ startMs, endMs }) => ({ startMs, endMs, reason: "booked" as const }));
  return { ...host, busy: [...host.busy, ...busy] };
}
