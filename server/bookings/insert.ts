import type { LoadedAvailability } from "../availability/load";
import { eventValues } from "../events/record";
import { newId, newToken } from "../ids";
import type { Scope } from "../scope";
import type { Sql } from "../sql";
import type { Host, Place } from "./allocate";
import type { Guest } from "./party";
import { monthOf, quotaExceeded } from "./quota";
import { bookingResource } from "./resource";
import type { Booking, CreateBooking } from "./schema";

type NewBooking = {
  id: string;
  input: CreateBooking;
  type: LoadedAvailability;
  place: Place;
  party: [Guest, ...Guest[]];
  /** Bookings that may be made in this month; null: any number. */
  quota: number | null;
};

/**
 * Writes a booking, its attendees and its event, and counts it in its month, in one statement because the hosts' locks
 * are held meanwhile. The quota's bound stands in the count itself: past it nothing is counted, and so nothing written. The
 * count's row is locked last, and until the transaction ends.
 * @returns what it wrote, without reading it again, for who its host is
 * @throws quota_exceeded
 */
export async function insertBooking(
  tx: Sql,
  scope: Scope,
  { id, input, type, place, party, quota }: NewBooking,
): Promise<(host: Host) => Booking> {
  const [primary] = party;
  const now = new Date(scope.nowMs);
  const cancelToken = newToken();
  const [answers, metadata] = [input.answers ?? {}, input.metadata ?? {}];
  const attendees = party.map((guest, index) => ({
    ...guest,
    id: newId(),
    isPrimary: index === 0,
  }));
  const event = eventValues(scope, {
    action: "booking.created",
    resourceType: "booking",
    resourceId: id,
    summary: `${primary.name} booked "${type.title}"`,
  });
  const written = await tx.$executeRaw`
    WITH counted AS (
      INSERT INTO booking_counts (organization_id, is_test, month, bookings)
      VALUES (${scope.organizationId}::uuid, ${scope.isTest}, ${monthOf(scope.nowMs)}::date, 1)
      ON CONFLICT (organization_id, is_test, month) DO UPDATE SET bookings = booking_counts.bookings + 1
        WHERE ${quota}::int IS NULL OR booking_counts.bookings < ${quota}
      RETURNING true),
    booking AS (
      INSERT INTO bookings (id, organization_id, is_test, event_type_id, allocation_id, status, start_at, end_at,
        invitee_name, invitee_email, invitee_time_zone, attendee_count, notes, answers, metadata, location,
        cancel_token, created_at, updated_at)
      SELECT ${id}::uuid, ${scope.organizationId}::uuid, ${scope.isTest}, ${type.id}::uuid,
        ${place.allocationId}::uuid, 'confirmed', ${place.startAt}, ${place.endAt}, ${primary.name},
        ${primary.email}, ${primary.timeZone}, ${party.length}::int, ${input.notes ?? null},
        ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(metadata)}::jsonb, ${type.location},
        ${cancelToken}, ${now}, ${now}
      FROM counted
      RETURNING id),
    event AS (
      INSERT INTO events (id, organization_id, is_test, action, actor_type, actor_id, actor_name,
                          resource_type, resource_id, summary, request_id, ip_address)
      SELECT ${event.id}::uuid, ${event.organizationId}::uuid, ${event.isTest}, ${event.action},
             ${event.actorType}::actor_type, ${event.actorId}::uuid, ${event.actorName}, ${event.resourceType},
             booking.id, ${event.summary}, ${event.requestId}, ${event.ipAddress}
      FROM booking)
    INSERT INTO attendees (id, booking_id, name, email, time_zone, is_primary)
    SELECT a.id, booking.id, a.name, a.email, a.time_zone, a.position = 1
    FROM booking,
      unnest(${attendees.map((each) => each.id)}::uuid[], ${attendees.map((each) => each.name)}::text[],
             ${attendees.map((each) => each.email)}::text[], ${attendees.map((each) => each.timeZone)}::text[])
      WITH ORDINALITY AS a (id, name, email, time_zone, position)`;
  if (written === 0) {
    throw quotaExceeded(scope, type.tier);
  }
  const row = {
    id,
    organizationId: scope.organizationId,
    eventTypeId: type.id,
    status: "confirmed" as const,
    isTest: scope.isTest,
    startAt: place.startAt,
    endAt: place.endAt,
    inviteeName: primary.name,
    inviteeEmail: primary.email,
    inviteeTimeZone: primary.timeZone,
    attendeeCount: party.length,
    notes: input.notes ?? null,
    answers,
    metadata,
    location: type.location,
    meetingUrl: null,
    calendarEventId: null,
    calendarConnectionId: null,
    calendarEventStatus: null,
    cancelToken,
    cancelledAt: null,
    cancelReason: null,
    rescheduledAt: null,
    createdAt: now,
    updatedAt: now,
  };
  return (host) => bookingResource(row, attendees, host, { withToken: true });
}
