import {
  type Excluded,
  type LoadedAvailability,
  loadAvailability,
  withExternalBusy,
} from "../availability/load";
import type { ExternalBusy } from "../calendars/read-busy";
import { inOrder, type Sql } from "../sql";

/** An event type as it stands under the locks of all its hosts: what only `allocate` may act on. */
export type Locked = { tx: Sql; availability: LoadedAvailability };

/**
 * Takes the advisory locks of an event type's hosts (and of the type, where seats or a cap are counted over all of
 * them), in one order for everyone, until the transaction ends. Without them the exclusion constraint alone makes
 * deadlock chains (guarantees §1: 40 s). Lock order everywhere: booking row, then these, then allocation rows.
 * @param hostIds further hosts: of the booking that is moved or cancelled
 */
export async function lockHosts(
  tx: Sql,
  eventTypeId: string,
  hostIds: string[] = [],
): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(id::text, 0) AS key FROM (
        SELECT h.member_id AS id FROM event_type_hosts h WHERE h.event_type_id = ${eventTypeId}::uuid
        UNION ALL
        SELECT m.id FROM event_types e
        JOIN members m ON m.organization_id = e.organization_id AND m.role = 'owner'
        WHERE e.id = ${eventTypeId}::uuid
          AND NOT EXISTS (SELECT FROM event_type_hosts h WHERE h.event_type_id = e.id)
        UNION ALL
        SELECT e.id FROM event_types e
        WHERE e.id = ${eventTypeId}::uuid AND (e.booking_cap IS NOT NULL OR e.max_attendees > 1)
        UNION ALL
        SELECT unnest(${hostIds}::uuid[])) AS ids
      ORDER BY key) AS keys`;
}

type Slot = { startMs: number; external: ExternalBusy; moving?: Excluded & { hostId: string } };

/**
 * Locks an event type's hosts, and only then reads what decides the slot that starts at `startMs`; what hosts' calendars
 * say was read before (with-calendars.ts).
 * @throws not_found for a type that is not there
 */
export async function lockAndLoad(
  tx: Sql,
  eventTypeId: string,
  { startMs, external, moving }: Slot,
): Promise<Locked> {
  const range = { fromMs: startMs, toMs: startMs + 1 };
  // A statement sees what was committed before it begins, and the second begins when the first has the locks.
  const [, stored] = await inOrder(
    tx,
    () => lockHosts(tx, eventTypeId, moving === undefined ? [] : [moving.hostId]),
    () =>
      loadAvailability(tx, eventTypeId, {
        ...range,
        ...(moving === undefined ? {} : { except: moving }),
      }),
  );
  return { tx, availability: withExternalBusy(stored, external) };
}
