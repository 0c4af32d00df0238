import { requireDuration } from "../availability/duration";
import { requireVisible } from "../availability/list";
import { type LoadedAvailability, loadAvailability } from "../availability/load";
import type { ExternalBusy } from "../calendars/read-busy";
import { newId } from "../ids";
import { provenOrganization, type Scope } from "../scope";
import { type Sql, sql, sqlTransaction } from "../sql";
import type { Caller } from "./access";
import { allocate, requireSlot } from "./allocate";
import { inLine } from "./in-line";
import { insertBooking } from "./insert";
import { lockAndLoad } from "./lock";
import { type Guest, partyOf, requireAnswers } from "./party";
import { quotaOf } from "./quota";
import type { Booking, CreateBooking } from "./schema";
import { withCalendars } from "./with-calendars";

/**
 * Books a slot that is listed, for a key's organization or, without one, for whoever the invitee is; mode and
 * organization are then the event type's. Of any number of callers for one place, one wins.
 * @throws not_found; validation_error for answers; bad_request (duration, party, notice, window); conflict when the
 * slot is taken or not offered; quota_exceeded when the plan's bookings of the month are made
 */
export async function createBooking(caller: Caller, input: CreateBooking): Promise<Booking> {
  return await withCalendars(input.start_time, (external) =>
    inLine(input.event_type_id, async (waited) => {
      if (waited) {
        // Most who waited, waited for the one slot that is gone now: they are told without a lock.
        const range = { fromMs: input.start_time, toMs: input.start_time + 1 };
        const type = await loadAvailability(sql, input.event_type_id, range);
        requireSlot(type, wishOf(caller, type, input));
      }
      return await bookUnderLock(caller, input, external);
    }),
  );
}

async function bookUnderLock(
  caller: Caller,
  input: CreateBooking,
  external: ExternalBusy,
): Promise<Booking> {
  const book = async (tx: Sql): Promise<Booking> => {
    const startMs = input.start_time;
    const locked = await lockAndLoad(tx, input.event_type_id, { startMs, external });
    const type = locked.availability;
    const wish = wishOf(caller, type, input);
    const { party } = wish;
    const id = newId();
    const scope = caller.scope ?? inviteeScope(caller, type, party[0], id);
    const quota = quotaOf(scope, type.tier);
    const [host, written] = await allocate(locked, wish, (place) =>
      insertBooking(tx, scope, { id, input, type, place, party, quota }),
    );
    return written(host);
  };
  return await sqlTransaction(book, { beginsReading: true });
}

/** What is asked for, once it is certain that this caller may ask it of this event type. */
function wishOf(caller: Caller, type: LoadedAvailability, input: CreateBooking) {
  requireVisible(type, caller.scope);
  const party = partyOf(input, type);
  requireAnswers(type, input.answers);
  return {
    startMs: input.start_time,
    durationMinutes: requireDuration(type, input.duration),
    seats: party.length,
    nowMs: caller.nowMs,
    field: "start_time" as const,
    party,
  };
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
