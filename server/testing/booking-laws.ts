import { prisma } from "../db";

/**
 * What must be true of an organization's bookings at every moment, asked of the rows and not of the constraints that
 * hold them: no two live stretches of a host's time meet, buffers included; seats are what their bookings and held places take; whoever
 * is not cancelled has a live place at its own time; caps hold; each counts in the month in which it was made.
 * @returns a sentence for each law that is broken
 */
export async function brokenLaws(organizationId: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ law: string }[]>`
    WITH live AS (
      SELECT *, start_at - buffer_before_minutes * interval '1 minute' AS busy_from,
                end_at + buffer_after_minutes * interval '1 minute' AS busy_to
      FROM allocations WHERE organization_id = ${organizationId}::uuid AND live),
    standing AS (
      SELECT b.*, a.live, a.start_at AS place_start, a.end_at AS place_end
      FROM bookings b JOIN allocations a ON a.id = b.allocation_id
      WHERE b.organization_id = ${organizationId}::uuid AND b.status <> 'cancelled'),
    taken AS (
      SELECT allocation_id, attendee_count AS seats FROM standing
      UNION ALL
      SELECT allocation_id, 1 FROM waitlist_entries
      WHERE organization_id = ${organizationId}::uuid AND status = 'promoted' AND booking_id IS NULL)
    SELECT format('%s and %s overlap', a.id, b.id) AS law
      FROM live a JOIN live b ON a.host_id = b.host_id AND a.is_test = b.is_test AND a.id < b.id
      WHERE a.busy_from < b.busy_to AND b.busy_from < a.busy_to
    UNION ALL
    SELECT format('%s has %s of %s seats taken, by parties of %s', a.id, seats_taken, seats_total, sum(seats))
      FROM live a LEFT JOIN taken ON taken.allocation_id = a.id
      GROUP BY a.id, seats_taken, seats_total
      HAVING seats_taken <> coalesce(sum(seats), 0) OR seats_taken > seats_total OR seats_taken = 0
    UNION ALL
    SELECT format('booking %s has no live place at its time', id) FROM standing
      WHERE NOT live OR start_at <> place_start OR end_at <> place_end
    UNION ALL
    SELECT format('%s has %s attendees, but says %s', b.id, count(g.id), b.attendee_count)
      FROM bookings b LEFT JOIN attendees g ON g.booking_id = b.id
      WHERE b.organization_id = ${organizationId}::uuid
      GROUP BY b.id HAVING count(g.id) <> b.attendee_count
    UNION ALL
    SELECT format('%s of %s bookings were counted in %s', coalesce(c.bookings, 0), b.bookings, b.month)
      FROM (SELECT is_test, date_trunc('month', created_at AT TIME ZONE 'UTC')::date AS month, count(*) AS bookings
              FROM bookings WHERE organization_id = ${organizationId}::uuid GROUP BY 1, 2) b
      LEFT JOIN booking_counts c
        ON c.organization_id = ${organizationId}::uuid AND c.is_test = b.is_test AND c.month = b.month
      WHERE c.bookings IS DISTINCT FROM b.bookings
    UNION ALL
    SELECT format('booking %s left no booking.created event', b.id)
      FROM bookings b WHERE b.organization_id = ${organizationId}::uuid AND NOT EXISTS (
        SELECT FROM events e WHERE e.resource_id = b.id AND e.action = 'booking.created')`;
  return rows.map(({ law }) => law);
}

/** Deadlocks that Postgres has counted in this worker's database so far. */
export async function deadlocks(): Promise<number> {
  const [row] = await prisma.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks ?? 0);
}
