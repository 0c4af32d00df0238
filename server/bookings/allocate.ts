import { calendarsOf, type Excluded, type LoadedAvailability } from "../availability/load";
import { slotQuery } from "../availability/query";
import { findSlot, type Slot } from "../availability/slots";
import { sqlState } from "../db";
import { AppError } from "../errors";
import { newId } from "../ids";
import type { Sql } from "../sql";
import { chooseHost } from "./choose-host";
import type { Locked } from "./lock";
import { slotRefused } from "./refusal";
import { CalendarsUnread } from "./with-calendars";

export type Wish = {
  startMs: number;
  durationMinutes: number;
  seats: number;
  nowMs: number;
  /** The input that named the start, for error details. */
  field: "start_time" | "new_start_time";
  /** The booking that is being moved: its own time is free, and its host is kept where possible. */
  moving?: Excluded & { hostId: string };
};

/** A place in a host's time, with what its invitee is told of the host. */
export type Place = {
  allocationId: string;
  startAt: Date;
  endAt: Date;
  host: { id: string; name: string; email: string };
};

/**
 * Gives a booking its place in a host's time: the only way into a live allocation, for creating and moving alike. Asks
 * the slot engine under the locks, then writes; the exclusion constraint stands behind it. A move gives its old place
 * back in between.
 * @throws conflict or bad_request when the slot engine does not offer the slot; CalendarsUnread
 */
export async function allocate({ tx, availability }: Locked, wish: Wish): Promise<Place> {
  const slot = requireSlot(availability, wish);
  const unread = calendarsOf(availability);
  if (unread.length > 0 && slot.sessionId === null) {
    throw new CalendarsUnread(unread);
  }
  if (wish.moving !== undefined) {
    await release(tx, wish.moving.allocationId, wish.moving.seats);
  }
  const [place] =
    slot.sessionId === null
      ? await startSession(tx, availability, slot, wish)
      : await joinSession(tx, slot.sessionId, { ...wish, seatsTotal: availability.maxAttendees });
  if (place === undefined) {
    throw slotRefused("booked", wish.field);
  }
  return place;
}

/** The slot the engine offers for the wish. @throws conflict or bad_request when it offers none. */
export function requireSlot(availability: LoadedAvailability, wish: Wish): Slot {
  const { startMs, durationMinutes, nowMs } = wish;
  const range = { fromMs: startMs, toMs: startMs + 1, nowMs, durationMinutes };
  const found = findSlot(slotQuery(availability, range), startMs);
  if ("refusal" in found) {
    throw slotRefused(found.refusal, wish.field);
  }
  if (found.slot.spotsRemaining < wish.seats) {
    const { spotsRemaining } = found.slot;
    throw new AppError("conflict", `Only ${spotsRemaining} seats are left in this slot`, {
      details: { attendees: `must be at most ${spotsRemaining} for this slot` },
    });
  }
  return found.slot;
}

async function startSession(
  tx: Sql,
  type: LoadedAvailability,
  slot: Slot,
  wish: Wish,
): Promise<Place[]> {
  const hostId = await chooseHost(tx, type, slot.hostIds, wish.moving?.hostId ?? null);
  try {
    return await tx.$queryRaw<Place[]>`
      INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
                               buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total)
      VALUES (${newId()}::uuid, ${type.organizationId}::uuid, ${type.isTest}, ${type.id}::uuid, ${hostId}::uuid,
              ${new Date(slot.startMs)}, ${new Date(slot.endMs)}, ${type.bufferBeforeMinutes},
              ${type.bufferAfterMinutes}, ${wish.seats}, ${type.maxAttendees})
      RETURNING id AS "allocationId", start_at AS "startAt", end_at AS "endAt",
        (SELECT json_build_object('id', m.id, 'name', u.name, 'email', u.email)
           FROM members m JOIN users u ON u.id = m.user_id WHERE m.id = host_id) AS host`;
  } catch (error) {
    // The constraint has the last word: 23P01 is a double booking it refused.
    throw sqlState(error) === "23P01" ? slotRefused("booked", wish.field) : error;
  }
}

/**
 * Takes seats of a started session, of as many as its type has now; the bound stands in the statement itself, which finds
 * no row where it is passed.
 */
async function joinSession(
  tx: Sql,
  id: string,
  { seats, seatsTotal }: Wish & { seatsTotal: number },
): Promise<Place[]> {
  return await tx.$queryRaw<Place[]>`
    UPDATE allocations SET seats_taken = seats_taken + ${seats}, seats_total = ${seatsTotal}
    WHERE id = ${id}::uuid AND live AND seats_taken + ${seats} <= ${seatsTotal}
    RETURNING id AS "allocationId", start_at AS "startAt", end_at AS "endAt",
      (SELECT json_build_object('id', m.id, 'name', u.name, 'email', u.email)
         FROM members m JOIN users u ON u.id = m.user_id WHERE m.id = host_id) AS host`;
}

/** Gives seats back; the last to leave frees the host's time. */
export async function release(tx: Sql, allocationId: string, seats: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocations
    SET seats_taken = seats_taken - ${seats}, live = live AND seats_taken > ${seats}
    WHERE id = ${allocationId}::uuid`;
}
