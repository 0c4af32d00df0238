import { type Sql, sql } from "../sql";
import type { Connection } from "./connection";
import type { BusyTime } from "./provider";

type Own = {
  key: string;
  /** As it was last written; null when no such event is there any more. */
  writtenStart: Date | null;
  writtenEnd: Date | null;
  writtenAt: Date | null;
  /** Of the booking or session itself. */
  startAt: Date;
  endAt: Date;
  changedAt: Date;
};

/**
 * The busy times that are not our own bookings' events: those are known better from the bookings. One of ours that its host
 * moved to another time is busy there like any other. One that we changed after it was read, is not there any more.
 * @param readMs when they were read, in epoch milliseconds
 */
export async function notOurs(db: Sql, busy: BusyTime[], readMs: number): Promise<BusyTime[]> {
  const keys = [...new Set(busy.flatMap(({ key }) => (key === null ? [] : [key])))];
  if (keys.length === 0) {
    return busy;
  }
  const rows = await db.$queryRaw<Own[]>`
    SELECT known.id AS key, e.start_at AS "writtenStart", e.end_at AS "writtenEnd", e.written_at AS "writtenAt",
      known.start_at AS "startAt", known.end_at AS "endAt", known.changed_at AS "changedAt"
    FROM (
      SELECT b.id, b.start_at, b.end_at, b.updated_at AS changed_at FROM bookings b WHERE b.id = ANY(${keys}::uuid[])
      UNION ALL
      SELECT a.id, a.start_at, a.end_at, a.created_at FROM allocations a WHERE a.id = ANY(${keys}::uuid[])) AS known
    LEFT JOIN calendar_events e ON e.id = known.id`;
  const own = new Map(rows.map((row) => [row.key, row]));
  return busy.filter((time) => {
    const row = time.key === null ? undefined : own.get(time.key);
    return row === undefined || !isOurs(time, row, readMs);
  });
}

function isOurs(time: BusyTime, own: Own, readMs: number): boolean {
  const stands = (start: Date | null, end: Date | null) =>
    time.startMs === start?.getTime() && time.endMs === end?.getTime();
  const changedMs = (own.writtenAt ?? own.changedAt).getTime();
  return (
    stands(own.startAt, own.endAt) || stands(own.writtenStart, own.writtenEnd) || changedMs > readMs
  );
}

/** Clocks of the database and of this process may differ, and a provider may show a write late. */
const settleMs = 10_000;

/**
 * Notes which of our events a host has moved in a connection's calendar, or deleted, as a reading of it shows. They are
 * left as they are.
 */
export async function noteMoved(
  connection: Connection,
  range: { fromMs: number; toMs: number },
  { busy, startedMs }: { busy: BusyTime[]; startedMs: number },
): Promise<void> {
  const rows = await sql.$queryRaw<{ id: string; startAt: Date; endAt: Date }[]>`
    SELECT id, start_at AS "startAt", end_at AS "endAt" FROM calendar_events
    WHERE connection_id = ${connection.id}::uuid AND status = 'written'
      AND calendar_id = ANY(${connection.busyCalendarIds}::text[])
      AND start_at >= ${new Date(range.fromMs)} AND end_at <= ${new Date(range.toMs)}
      AND written_at < ${new Date(startedMs - settleMs)}`;
  for (const { id, startAt, endAt } of rows) {
    const there = busy.filter(({ key }) => key === id);
    const stands = there.some(
      ({ startMs, endMs }) => startMs === startAt.getTime() && endMs === endAt.getTime(),
    );
    if (!stands) {
      await noteDrift(id, there.length === 0 ? "deleted" : "moved");
    }
  }
}

/** Notes what a host did to our event: on it, and on the bookings it stands for. */
export async function noteDrift(key: string, status: "moved" | "deleted"): Promise<void> {
  await sql.$executeRaw`
    WITH drifted AS (
      UPDATE calendar_events SET status = ${status}::calendar_event_status
      WHERE id = ${key}::uuid AND status <> ${status}::calendar_event_status RETURNING id)
    UPDATE bookings SET calendar_event_status = ${status}::calendar_event_status
    FROM drifted WHERE (bookings.id = drifted.id OR bookings.allocation_id = drifted.id)
      AND bookings.calendar_event_id IS NOT NULL`;
}
