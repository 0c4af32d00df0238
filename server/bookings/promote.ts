import { calendarsOf, loadAvailability, withExternalBusy } from "../availability/load";
import type { ExternalBusy } from "../calendars/read-busy";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { astrocal, provenOrganization } from "../scope";
import type { Sql } from "../sql";
import { allocate, requireSlot } from "./allocate";

/** How long a place is held for who waited, but never past its start. */
const heldMs = 24 * 3_600_000;

type Freed = { eventTypeId: string; startMs: number; durationMinutes: number; nowMs: number };
type Waiting = { id: string; name: string; organizationId: string; isTest: boolean };

/**
 * Offers a place that was just freed to the head of the line whose wish it fits. To be called under the event type's
 * locks (bookings/lock.ts).
 * @returns whether somebody was promoted
 */
export async function promoteWaiting(
  tx: Sql,
  freed: Freed,
  external: ExternalBusy | null = null,
): Promise<boolean> {
  const { eventTypeId, startMs, durationMinutes } = freed;
  const start = new Date(startMs);
  const [head] = await tx.$queryRaw<Waiting[]>`
    SELECT w.id, w.invitee_name AS name, w.organization_id AS "organizationId", w.is_test AS "isTest"
    FROM waitlist_entries w JOIN event_types e ON e.id = w.event_type_id
    WHERE w.event_type_id = ${eventTypeId}::uuid AND w.status = 'waiting' AND e.waitlist_enabled
      AND e.active AND e.deleted_at IS NULL
      AND (w.wished_start_at IS NULL OR w.wished_start_at = ${start})
      AND (w.wished_minutes IS NULL OR w.wished_minutes = ${durationMinutes})
    ORDER BY w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED`;
  return head !== undefined && (await holdPlace(tx, head, freed, external));
}

/**
 * Holds a place for somebody who waits, whose row is locked, from this very transaction on, through the one way into a
 * host's time, so that nobody else can take it.
 * @param external what hosts' calendars say; null: they are not read here, and no time that they may close is held
 * (waitlist/offer-later.ts does so)
 * @returns whether it is on offer, and so held now
 */
export async function holdPlace(
  tx: Sql,
  waiting: Waiting,
  place: Freed,
  external: ExternalBusy | null = null,
): Promise<boolean> {
  const { eventTypeId, startMs, durationMinutes, nowMs } = place;
  const range = { fromMs: startMs, toMs: startMs + 1 };
  const stored = await loadAvailability(tx, eventTypeId, range);
  const availability = withExternalBusy(stored, external ?? new Map());
  const wish = { startMs, durationMinutes, seats: 1, nowMs, field: "start_time" as const };
  const isUnread = external === null && calendarsOf(availability).length > 0;
  if (isUnread || !isOffered(() => requireSlot(availability, wish))) {
    return false;
  }
  const [, { allocationId }] = await allocate({ tx, availability }, wish, async (place) => place);
  const expiresMs = Math.min(nowMs + availability.clockOffsetMs + heldMs, startMs);
  await tx.$executeRaw`
    UPDATE waitlist_entries
    SET status = 'promoted', allocation_id = ${allocationId}::uuid, expires_at = ${new Date(expiresMs)}
    WHERE id = ${waiting.id}::uuid`;
  const scope = {
    organizationId: provenOrganization(waiting.organizationId),
    isTest: waiting.isTest,
    actor: astrocal,
    nowMs,
    requestId: null,
    ipAddress: null,
  };
  await recordEvent(tx, scope, {
    action: "waitlist.promoted",
    resourceType: "waitlist_entry",
    resourceId: waiting.id,
    summary: `A place in "${availability.title}" is held for ${waiting.name}`,
  });
  return true;
}

type Gone = {
  eventTypeId: string;
  startAt: Date;
  endAt: Date;
  seats: number;
  scope: { nowMs: number };
};

/** Offers the places of a booking that was cancelled or moved away, one by one, to who waits for them. */
export async function offerToWaiting(tx: Sql, gone: Gone): Promise<void> {
  const startMs = gone.startAt.getTime();
  const durationMinutes = (gone.endAt.getTime() - startMs) / 60_000;
  const { eventTypeId, scope } = gone;
  const freed = { eventTypeId, startMs, durationMinutes, nowMs: scope.nowMs };
  for (let seat = 0; seat < gone.seats; seat += 1) {
    if (!(await promoteWaiting(tx, freed))) return;
  }
}

function isOffered(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
