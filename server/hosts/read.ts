import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import { defaultLimit, instant, instantOrNull, page } from "../schema";
import type { Scope } from "../scope";
import type { Host, HostList, ListHosts } from "./schema";

type Row = {
  id: string;
  eventTypeId: string;
  memberId: string;
  name: string;
  email: string;
  priority: number;
  bookings: number;
  lastAt: Date | null;
  hasCalendar: boolean;
  createdAt: Date;
};

const hostResource = (row: Row): Host => ({
  id: row.id,
  event_type_id: row.eventTypeId,
  member_id: row.memberId,
  member_name: row.name,
  member_email: row.email,
  priority: row.priority,
  total_bookings: row.bookings,
  last_booking_at: instantOrNull(row.lastAt),
  has_calendar: row.hasCalendar,
  created_at: instant(row.createdAt),
});

/** @throws not_found for a type that is deleted, another organization's or the other mode's */
export async function requireEventType(
  { organizationId, isTest }: Scope,
  id: string,
  db: Db,
  /** What the caller looks for in it: a type that is not there is told as that, like one that has none. */
  what = "Event type",
): Promise<{ title: string }> {
  const where = { id, organizationId, isTest, deletedAt: null };
  const row = await db.eventType.findFirst({ where, select: { title: true } });
  if (row === null) {
    throw notFound(what);
  }
  return row;
}

/** Sorts after every id that there is. */
const afterAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

type Part = { before?: string; only?: string; limit: number };

const readRows = async (
  db: Db,
  eventTypeId: string,
  { before = afterAll, only, limit }: Part,
): Promise<Row[]> =>
  await db.$queryRaw<Row[]>`
    SELECT h.id, h.event_type_id AS "eventTypeId", h.member_id AS "memberId", u.name, u.email, h.priority,
      h.created_at AS "createdAt",
      (SELECT count(*)::int FROM bookings b JOIN allocations a ON a.id = b.allocation_id
       WHERE b.event_type_id = h.event_type_id AND a.host_id = h.member_id AND b.status <> 'cancelled') AS bookings,
      (SELECT max(a.created_at) FROM allocations a
       WHERE a.host_id = h.member_id AND a.event_type_id = h.event_type_id) AS "lastAt",
      EXISTS (SELECT FROM calendar_connections c
              WHERE c.member_id = h.member_id AND c.disconnected_at IS NULL) AS "hasCalendar"
    FROM event_type_hosts h JOIN members m ON m.id = h.member_id JOIN users u ON u.id = m.user_id
    WHERE h.event_type_id = ${eventTypeId}::uuid AND h.id < ${before}::uuid
      AND (${only ?? null}::uuid IS NULL OR h.id = ${only ?? null}::uuid OR h.member_id = ${only ?? null}::uuid)
    ORDER BY h.id DESC LIMIT ${limit}`;

/**
 * The host of an event type with this id, or, as clients send it too, with this member's.
 * @throws not_found
 */
export async function readHost(db: Db, eventTypeId: string, only: string): Promise<Host> {
  const [row] = await readRows(db, eventTypeId, { only, limit: 1 });
  if (row === undefined) {
    throw notFound("Host");
  }
  return hostResource(row);
}

/**
 * The hosts of an event type, who was added last first; none where its organization's owner hosts it.
 * @throws not_found; validation_error for an unknown cursor
 */
export async function listHosts(
  scope: Scope,
  { id, limit = defaultLimit, starting_after: after }: z.output<typeof ListHosts>,
): Promise<z.infer<typeof HostList>> {
  await requireEventType(scope, id, prisma);
  if (after !== undefined) {
    const where = { id: after, eventTypeId: id };
    if ((await prisma.eventTypeHost.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  const part = after === undefined ? {} : { before: after };
  const rows = await readRows(prisma, id, { ...part, limit: limit + 1 });
  return page(rows.map(hostResource), limit);
}
