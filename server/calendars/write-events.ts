import { prisma } from "../db";
import { instantBefore } from "../events/changes";
import { sql } from "../sql";
import { writeEvent } from "./write-event";

/** The reaction to whatever happened to a booking: its host's calendar follows. @throws to be tried again */
export async function followBooking(eventId: string): Promise<void> {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  if (event.isTest) {
    return;
  }
  const booking = await prisma.booking.findUnique({ where: { id: event.resourceId } });
  if (booking === null) {
    return;
  }
  const keys = [
    booking.id,
    booking.allocationId,
    ...(await leftSessions(booking, instantBefore(event.changes, "start_time"))),
  ];
  for (const key of keys) {
    await writeEvent(key);
  }
}

/** The group sessions that a moved booking may have left: those of its type at its former start that have an event. */
async function leftSessions(
  { eventTypeId, allocationId }: { eventTypeId: string; allocationId: string },
  startAt: Date | null,
): Promise<string[]> {
  if (startAt === null) {
    return [];
  }
  const rows = await sql.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM allocations a JOIN calendar_events e ON e.id = a.id
    WHERE a.event_type_id = ${eventTypeId}::uuid AND a.start_at = ${startAt} AND a.id <> ${allocationId}::uuid`;
  return rows.map(({ id }) => id);
}

/** What a member has ahead may be much: what is furthest away follows when the calendar is changed next. */
const maxAhead = 1_000;

/**
 * The reaction to a calendar that was connected, connected anew, or chosen to receive bookings: a job for each event that
 * its member's bookings ahead have, or should have.
 */
export async function followCalendar(eventId: string): Promise<void> {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  await sql.$queryRaw`
    WITH member AS (SELECT member_id AS id FROM calendar_connections WHERE id = ${event.resourceId}::uuid),
    keys AS (
      SELECT e.id, e.start_at FROM calendar_events e
      JOIN calendar_connections c ON c.id = e.connection_id JOIN member ON member.id = c.member_id
      WHERE e.end_at > now()
      UNION
      SELECT CASE WHEN a.seats_total > 1 THEN a.id ELSE b.id END, a.start_at
      FROM allocations a JOIN member ON member.id = a.host_id JOIN bookings b ON b.allocation_id = a.id
      WHERE a.live AND NOT a.is_test AND a.end_at > now() AND b.status = 'confirmed')
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW('write_calendar_event', json_build_object('key', id), NULL, NULL, NULL, 'calendar-' || id, 20, NULL)::graphile_worker.job_spec
      FROM (SELECT id FROM keys ORDER BY start_at LIMIT ${maxAhead}) AS soonest))`;
}
