import { z } from "zod";
import { requireDuration } from "../availability/duration";
import { requireVisible } from "../availability/list";
import { type LoadedAvailability, loadAvailability } from "../availability/load";
import { type Db, prisma, transaction } from "../db";
import { recordEvent } from "../events/record";
import { Question } from "../event-types/schema";
import { newId, newToken } from "../ids";
import { provenOrganization, type Scope } from "../scope";
import { allocate, rangeOf, requireSlot, type Wish } from "./allocate";
import { type Guest, partyOf, requireAnswers } from "./party";
import { readBooking } from "./read";
import type { Booking, CreateBooking } from "./schema";

type Caller = Omit<Scope, "organizationId" | "isTest" | "actor"> & { scope: Scope | null };

const Questions = z.array(Question);

/**
 * Books a slot that is listed, for a key's organization or, without one, for whoever the invitee is; mode and
 * organization are then the event type's. Of any number of callers for one place, one wins.
 * @throws not_found; validation_error for answers; bad_request (duration, party, notice, window); conflict when the
 * slot is taken or not offered.
 */
export async function createBooking(caller: Caller, input: CreateBooking): Promise<Booking> {
  const { event_type_id: eventTypeId, start_time: startMs } = input;
  const loaded = await loadAvailability(prisma, eventTypeId, { fromMs: startMs, toMs: startMs + 1 });
  requireVisible(loaded, caller.scope);
  const party = partyOf(input, loaded);
  requireAnswers(Questions.parse(loaded.questions), input.answers ?? {});
  const wish: Wish = {
    eventTypeId,
    startMs,
    durationMinutes: requireDuration(loaded, input.duration),
    seats: party.length,
    nowMs: caller.nowMs,
    field: "start_time",
  };
  // What is taken already is refused without queueing for the lock.
  requireSlot(loaded, wish);
  return await transaction(async (tx) => {
    const place = await allocate(tx, loaded, wish);
    const booking = bookingRow(input, loaded, place, party);
    const scope = caller.scope ?? inviteeScope(caller, loaded, party[0], booking.id);
    await insertBooking(tx, booking, party);
    await recordEvent(tx, scope, {
      action: "booking.created",
      resourceType: "booking",
      resourceId: booking.id,
      summary: `${party[0].name} booked "${loaded.title}"`,
    });
    return await readBooking(tx, booking.id, { withToken: true });
  });
}

type Place = Awaited<ReturnType<typeof allocate>>;

const bookingRow = (
  input: CreateBooking,
  type: LoadedAvailability,
  place: Place,
  party: [Guest, ...Guest[]],
) => ({
  id: newId(),
  organizationId: type.organizationId,
  isTest: type.isTest,
  eventTypeId: type.id,
  allocationId: place.allocationId,
  startAt: new Date(place.startMs),
  endAt: new Date(place.endMs),
  location: type.location,
  notes: input.notes ?? null,
  answers: JSON.stringify(input.answers ?? {}),
  metadata: JSON.stringify(input.metadata ?? {}),
  cancelToken: newToken(),
  primary: party[0],
  attendeeCount: party.length,
});

type BookingRow = ReturnType<typeof bookingRow>;

/** Booking and attendees in one statement: what is held under the hosts' locks is short. */
async function insertBooking(tx: Db, row: BookingRow, party: Guest[]): Promise<void> {
  const attendeeIds = party.map(() => newId());
  await tx.$executeRaw`
    WITH booking AS (
      INSERT INTO bookings (id, organization_id, is_test, event_type_id, allocation_id, status, start_at, end_at,
        invitee_name, invitee_email, invitee_time_zone, attendee_count, notes, answers, metadata, location,
        cancel_token, updated_at)
      VALUES (${row.id}::uuid, ${row.organizationId}::uuid, ${row.isTest}, ${row.eventTypeId}::uuid,
        ${row.allocationId}::uuid, 'confirmed', ${row.startAt}, ${row.endAt}, ${row.primary.name},
        ${row.primary.email}, ${row.primary.timeZone}, ${row.attendeeCount}, ${row.notes},
        ${row.answers}::jsonb, ${row.metadata}::jsonb, ${row.location}, ${row.cancelToken}, now())
      RETURNING id)
    INSERT INTO attendees (id, booking_id, name, email, time_zone, is_primary)
    SELECT a.id, booking.id, a.name, a.email, a.time_zone, a.position = 1
    FROM booking, unnest(${attendeeIds}::uuid[], ${party.map((guest) => guest.name)}::text[],
                         ${party.map((guest) => guest.email)}::text[], ${party.map((guest) => guest.timeZone)}::text[])
      WITH ORDINALITY AS a (id, name, email, time_zone, position)`;
}

/** A public call acts for the organization and mode of the event type it names (contract §2). */
const inviteeScope = (caller: Caller, type: LoadedAvailability, guest: Guest, bookingId: string): Scope => ({
  nowMs: caller.nowMs,
  requestId: caller.requestId,
  ipAddress: caller.ipAddress,
  organizationId: provenOrganization(type.organizationId),
  isTest: type.isTest,
  actor: { type: "invitee", id: bookingId, name: guest.name },
});
