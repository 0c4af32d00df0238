import type { ExternalBusy } from "../calendars/read-busy";
import { notFound } from "../errors";
import type { AssignmentStrategy, Tier } from "../generated/prisma/client";
import type { Sql } from "../sql";
import { offHours, type StoredHours } from "./off-hours";
import type { Busy, Host, Interval, Schedule, Session } from "./slots";

const dayMs = 86_400_000;
/** Longest period of a cap: a month, rounded up. */
const capReachMs = 32 * dayMs;
/** A duration (≤ 8 h) and its buffers (≤ 2 h) may reach past the range. */
export const slotReachMs = dayMs / 2;
const nobody = "00000000-0000-0000-0000-000000000000";

/** A booking whose own time, seats and share of the cap do not count: the one about to be moved. */
export type Excluded = {
  bookingId: string;
  allocationId: string;
  seats: number;
};

type Range = { fromMs: number; toMs: number; except?: Excluded };

/** Milliseconds: start, end; minutes: buffer before, buffer after. */
type BusyTuple = [number, number, number, number];

type LoadedHost = {
  hostId: string;
  hours: StoredHours | null;
  busy: BusyTuple[] | null;
  /** Connections to calendars in which the host may be busy; null on a test side, and where there are none. */
  calendars: string[] | null;
};

type Row = {
  id: string;
  organizationId: string;
  /** The organization's plan. */
  tier: Tier;
  isTest: boolean;
  active: boolean;
  title: string;
  timeZone: string;
  durationMinutes: number;
  durationOptions: number[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minimumNoticeMinutes: number;
  bookingWindowDays: number | null;
  slotIntervalMinutes: number | null;
  maxAttendees: number;
  bookingCap: number | null;
  bookingCapPeriod: "daily" | "weekly" | "monthly" | "total" | null;
  assignmentStrategy: AssignmentStrategy;
  waitlistEnabled: boolean;
  waitlistMaxSize: number | null;
  /** How many wait; 0 where the waitlist is not enabled. */
  waiting: number;
  location: string | null;
  questions: unknown;
  /** By how much the time of its side is ahead of the real one: 0 but on a test side whose clock was moved. */
  clockOffsetMs: number;
  rules: [dayOfWeek: number, startSeconds: number, endSeconds: number][] | null;
  overrides: { date: string; starts: number[]; ends: number[] }[] | null;
  hosts: LoadedHost[] | null;
  sessions: Session[] | null;
  starts: number[] | null;
};

export type LoadedAvailability = Omit<
  Row,
  "rules" | "overrides" | "hosts" | "sessions" | "starts"
> & {
  schedule: Schedule;
  hosts: (Host & { calendars: string[] })[];
  sessions: Session[];
  /** Starts of the type's bookings that count towards its cap. */
  capStarts: number[];
};

/**
 * Everything that decides an event type's slots that start in [fromMs, toMs), in one statement and so of one
 * moment. Hosts without a row of their own: the organization's owner (contract §3).
 * @throws not_found for a type that is not there or deleted; whether the caller may see it is not asked here.
 */
export async function loadAvailability(
  db: Sql,
  eventTypeId: string,
  { fromMs, toMs, except }: Range,
): Promise<LoadedAvailability> {
  const from = new Date(fromMs - slotReachMs);
  const to = new Date(toMs + slotReachMs);
  const capFrom = new Date(fromMs - capReachMs);
  const capTo = new Date(toMs + capReachMs);
  const allocationId = except?.allocationId ?? nobody;
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id, e.organization_id AS "organizationId", e.is_test AS "isTest", e.active, e.title,
      e.time_zone AS "timeZone", e.duration_minutes AS "durationMinutes",
      coalesce(e.duration_options, '{}') AS "durationOptions", e.buffer_before_minutes AS "bufferBeforeMinutes",
      e.buffer_after_minutes AS "bufferAfterMinutes", e.minimum_notice_minutes AS "minimumNoticeMinutes",
      e.booking_window_days AS "bookingWindowDays", e.slot_interval_minutes AS "slotIntervalMinutes",
      e.max_attendees AS "maxAttendees", e.booking_cap AS "bookingCap",
      e.booking_cap_period AS "bookingCapPeriod", e.assignment_strategy AS "assignmentStrategy",
      e.location, e.questions, e.waitlist_enabled AS "waitlistEnabled", e.waitlist_max_size AS "waitlistMaxSize",
      CASE WHEN e.waitlist_enabled THEN
        (SELECT count(*)::int FROM waitlist_entries w WHERE w.event_type_id = e.id AND w.status = 'waiting')
        ELSE 0 END AS waiting,
      owner.tier::text AS tier,
      CASE WHEN e.is_test THEN owner.test_clock_offset_ms ELSE 0 END::float8 AS "clockOffsetMs",
      (SELECT json_agg(json_build_array(r.day_of_week, r.start_seconds, r.end_seconds))
         FROM availability_rules r WHERE r.event_type_id = e.id) AS rules,
      (SELECT json_agg(json_build_object('date', o.date, 'starts', o.start_seconds, 'ends', o.end_seconds))
         FROM availability_overrides o
         WHERE o.event_type_id = e.id AND o.date BETWEEN ${from}::date - 1 AND ${to}::date + 1) AS overrides,
      (SELECT json_agg(json_build_object('hostId', h.member_id, 'hours', h.hours, 'busy',
           (SELECT json_agg(json_build_array(date_part('epoch', a.start_at) * 1000, date_part('epoch', a.end_at) * 1000,
                                             a.buffer_before_minutes, a.buffer_after_minutes))
              FROM allocations a
              WHERE a.host_id = h.member_id AND a.is_test = e.is_test AND a.live
                AND a.busy && tstzrange(${from}, ${to})
                AND NOT (a.id = ${allocationId}::uuid AND a.seats_taken <= ${except?.seats ?? 0})),
           'calendars', CASE WHEN NOT e.is_test THEN
             (SELECT json_agg(c.id) FROM calendar_connections c
              WHERE c.member_id = h.member_id AND c.disconnected_at IS NULL
                AND jsonb_path_exists(c.calendars, '$[*] ? (@.is_busy == true)')) END)
           ORDER BY h.priority, h.member_id)
         FROM (SELECT t.member_id, t.priority, own.hours
               FROM event_type_hosts t JOIN members own ON own.id = t.member_id WHERE t.event_type_id = e.id
               UNION ALL
               SELECT m.id, 0, m.hours FROM members m
               WHERE m.organization_id = e.organization_id AND m.role = 'owner'
                 AND NOT EXISTS (SELECT FROM event_type_hosts t WHERE t.event_type_id = e.id)) h) AS hosts,
      CASE WHEN e.max_attendees > 1 THEN
        (SELECT json_agg(json_build_object('sessionId', s.id, 'hostId', s.host_id, 'seatsTaken', s.seats_taken,
             'startMs', date_part('epoch', s.start_at) * 1000, 'endMs', date_part('epoch', s.end_at) * 1000))
           FROM allocations s
           WHERE s.event_type_id = e.id AND s.live AND s.seats_total > 1
             AND s.start_at >= ${from} AND s.start_at < ${to}) END AS sessions,
      CASE WHEN e.booking_cap IS NOT NULL THEN
        (SELECT json_agg(date_part('epoch', counted.start_at) * 1000)
           FROM (
             SELECT b.start_at FROM bookings b
             WHERE b.event_type_id = e.id AND b.status <> 'cancelled'
               AND b.id <> ${except?.bookingId ?? nobody}::uuid
             UNION ALL
             SELECT held.start_at FROM waitlist_entries w JOIN allocations held ON held.id = w.allocation_id
             WHERE w.event_type_id = e.id AND w.status = 'promoted' AND w.booking_id IS NULL) AS counted
           WHERE e.booking_cap_period = 'total'
             OR (counted.start_at >= ${capFrom} AND counted.start_at < ${capTo})) END AS starts
    FROM event_types e
    JOIN organizations owner ON owner.id = e.organization_id
    WHERE e.id = ${eventTypeId}::uuid AND e.deleted_at IS NULL`;
  const [row] = rows;
  if (row === undefined) {
    throw notFound("Event type");
  }
  return shape(row, { startMs: from.getTime(), endMs: to.getTime() }, except);
}

/** The calendars of all hosts, which are still to be read (calendars/read-busy.ts): a slot engine that is asked before thinks them free. */
export const calendarsOf = ({ hosts }: Pick<LoadedAvailability, "hosts">): string[] =>
  hosts.flatMap(({ calendars }) => calendars);

/** The same with what the hosts' calendars say; those that were read are no longer to be read. */
export const withExternalBusy = (
  loaded: LoadedAvailability,
  external: ExternalBusy,
): LoadedAvailability => ({
  ...loaded,
  hosts: loaded.hosts.map((host) => ({
    ...host,
    busy: [...host.busy, ...host.calendars.flatMap((id) => external.get(id) ?? [])],
    calendars: host.calendars.filter((id) => !external.has(id)),
  })),
});

function shape(row: Row, reach: Interval, except: Excluded | undefined): LoadedAvailability {
  const { rules, overrides, hosts, sessions, starts, ...eventType } = row;
  return {
    ...eventType,
    schedule: {
      timeZone: row.timeZone,
      weekly: (rules ?? []).map(([dayOfWeek, startSeconds, endSeconds]) => ({
        dayOfWeek,
        startSeconds,
        endSeconds,
      })),
      overrides: (overrides ?? []).map((override) => ({
        date: override.date,
        windows: override.starts.map((startSeconds, index) => ({
          startSeconds,
          endSeconds: override.ends[index] ?? startSeconds,
        })),
      })),
    },
    hosts: (hosts ?? []).map((host) => ({
      hostId: host.hostId,
      busy: (host.busy ?? []).map(busy),
      calendars: host.calendars ?? [],
      ...(host.hours === null ? {} : { off: offHours(host.hours, reach) }),
    })),
    sessions: (sessions ?? []).flatMap((session) => withoutSeats(session, except)),
    capStarts: (starts ?? []).map(Math.round),
  };
}

const minuteMs = 60_000;

/** Seconds arrive as a double (half the cost of a numeric) of which whole milliseconds are exact. */
function busy([start, end, beforeMinutes, afterMinutes]: BusyTuple): Busy {
  const core = { startMs: Math.round(start), endMs: Math.round(end) };
  const startMs = core.startMs - beforeMinutes * minuteMs;
  return { startMs, endMs: core.endMs + afterMinutes * minuteMs, core, reason: "booked" };
}

/** A group session as it is without the excluded party; none is left when that was its last. */
function withoutSeats(row: Session, except: Excluded | undefined): Session[] {
  const session = { ...row, startMs: Math.round(row.startMs), endMs: Math.round(row.endMs) };
  if (session.sessionId !== except?.allocationId) {
    return [session];
  }
  const seatsTaken = session.seatsTaken - except.seats;
  return seatsTaken === 0 ? [] : [{ ...session, seatsTaken }];
}
