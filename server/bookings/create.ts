import { z } from "zod";
import { requireDuration } from "../availability/duration";
import { requireVisible } from "../availability/list";
import type { LoadedAvailability } from "../availability/load";
import { Question } from "../event-types/schema";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import { provenOrganization, type Scope } from "../scope";
import { sqlTransaction } from "../sql";
import type { Caller } from "./access";
import { allocate } from "./allocate";
import { insertBooking } from "./insert";
import { lockAndLoad } from "./lock";
import { type Guest, partyOf, requireAnswers } from "./party";
import type { Booking, CreateBooking } from "./schema";

const Questions = z.array(Question);

/**
 * Books a slot that is listed, for a key's organization or, without one, for whoever the invitee is; mode and
 * organization are then the event type's. Of any number of callers for one place, one wins.
 * @throws not_found; validation_error for answers; bad_request (duration, party, notice, window); conflict when the
 * slot is taken or not offered.
 */
export async function createBooking(caller: Caller, input: CreateBooking): Promise<Booking> {
  const { start_time: startMs } = input;
  return await sqlTransaction(async (tx) => {
    const locked = await lockAndLoad(tx, input.event_type_id, { startMs });
    const type = locked.availability;
    requireVisible(type, caller.scope);
    const party = partyOf(input, type);
    requireAnswers(Questions.parse(type.questions), input.answers ?? {});
    const place = await allocate(locked, {
      startMs,
      durationMinutes: requireDuration(type, input.duration),
      seats: party.length,
      nowMs: caller.nowMs,
      field: "start_time",
    });
    const id = newId();
    const scope = caller.scope ?? inviteeScope(caller, type, party[0], id);
    const booking = await insertBooking(tx, scope, { id, input, type, place, party });
    await recordEvent(tx, scope, {
      action: "booking.created",
      resourceType: "booking",
      resourceId: id,
      summary: `${party[0].name} booked "${type.title}"`,
    });
    return booking;
  });
}

/** A public call acts for the organization and mode of the event type it names (contract §2). */
const inviteeScope = (
  { nowMs, requestId, ipAddress }: Caller,
  type: LoadedAvailability,
  guest: Guest,
  bookingId: string,
): Scope => ({
  nowMs,
  requestId,
  ipAddress,
  organizationId: provenOrganization(type.organizationId),
  isTest: type.isTest,
  actor: { type: "invitee", id: bookingId, name: guest.name },
});
