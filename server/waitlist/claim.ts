import type { z } from "zod";
import { loadAvailability } from "../availability/load";
import type { Caller } from "../bookings/access";
import { insertBooking } from "../bookings/insert";
import { requireAnswers } from "../bookings/party";
import { quotaOf } from "../bookings/quota";
import type { Booking } from "../bookings/schema";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { newId } from "../ids";
import { type AccessibleEntry, accessEntry } from "./read";
import type { ClaimPlace } from "./schema";

/**
 * Makes a booking of the place that is held for somebody who waited, with their answers to what the event type asks now.
 * @throws not_found, unauthorized; conflict when no place is held, or not any more; validation_error for answers;
 * quota_exceeded
 */
export async function claimPlace(
  caller: Caller,
  { id, token, answers }: z.output<typeof ClaimPlace>,
): Promise<Booking> {
  return await transaction(async (tx) => {
    const entry = await accessEntry(tx, caller, { id, token, lock: true });
    const allocation = requireHeld(entry);
    const startMs = allocation.startAt.getTime();
    const type = await loadAvailability(tx, entry.eventTypeId, {
      fromMs: startMs,
      toMs: startMs + 1,
    });
    requireAnswers(type, answers);
    const host = await hostOf(tx, allocation.hostId);
    const { startAt, endAt } = allocation;
    const guest = {
      name: entry.inviteeName,
      email: entry.inviteeEmail,
      timeZone: entry.inviteeTimeZone,
    };
    const bookingId = newId();
    const scope = entry.byToken
      ? { ...entry.scope, actor: { type: "invitee" as const, id: bookingId, name: guest.name } }
      : entry.scope;
    const written = await insertBooking(tx, scope, {
      id: bookingId,
      input: { event_type_id: type.id, start_time: startMs, notes: entry.notes, answers },
      type,
      place: { allocationId: allocation.id, startAt, endAt },
      party: [guest],
      quota: quotaOf(scope, type.tier),
    });
    await tx.waitlistEntry.update({ where: { id }, data: { bookingId } });
    return written(host);
  });
}

function requireHeld(entry: AccessibleEntry) {
  const { status, allocation, bookingId, expiresAt, scope, clockOffsetMs } = entry;
  const isHeld =
    status === "promoted" &&
    bookingId === null &&
    expiresAt !== null &&
    expiresAt.getTime() > scope.nowMs + clockOffsetMs;
  if (!isHeld || allocation === null) {
    throw new AppError(
      "conflict",
      bookingId === null ? "No place is held any more." : "The place was claimed already.",
    );
  }
  return allocation;
}

async function hostOf(tx: Db, id: string) {
  const { user } = await tx.member.findUniqueOrThrow({ where: { id }, include: { user: true } });
  return { id, name: user.name, email: user.email };
}
