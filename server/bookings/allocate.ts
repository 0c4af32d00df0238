import { calendarsOf, type Excluded, type LoadedAvailability } from "../availability/load";
import { slotQuery } from "../availability/query";
import { findSlot, type Slot } from "../availability/slots";
import { sqlState } from "../db";
import { AppError } from "../errors";
import { newId } from "../ids";
import { inOrder, type Sql } from "../sql";
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

/** A place in a host's time. */
export type Place = { allocationId: string; startAt: Date; endAt: Date };

/** What an invitee is told of the host. */
export type Host = { id: string; name: string; email: string };

/**
 * Gives a booking its place in a host's time: the only way into a live allocation, for creating and moving alike. Asks
 * the slot engine under the locks, then writes; the exclusion constraint stands behind it. A move gives its old place
 * back in between.
 * @param along asks at once, in one statement, for what else is to be written if the place is given (see `inOrder`)
 * @returns the place's host, and what came of `along`
 * @throws conflict or bad_request when the slot engine does not offer the slot; CalendarsUnread
 */
export async function allocate<T>(
  { tx, availability }: Locked,
  wish: Wish,
  along: (place: Place) => Promise<T>,
): Promise<[Host, T]> {
  const slot = requireSlot(availability, wish);
  const unread = calendarsOf(availability);
  if (unread.length > 0 && slot.sessionId === null) {
    throw new CalendarsUnread(unread);
  }
  if (wish.moving !== undefined) {
    await release(tx, wish.moving.allocationId, wish.moving.seats);
  }
  const allocationId = slot.sessionId ?? newId();
  const place = { allocationId, startAt: new Date(slot.startMs), endAt: new Date(slot.endMs) };
  const present = wish.moving?.hostId ?? null;
  const hostId =
    slot.sessionId === null ? await chooseHost(tx, availability, slot.hostIds, present) : null;
  return await inOrder(
    tx,
    () =>
      hostId === null
        ? joinSession(tx, place, { ...wish, seatsTotal: availability.maxAttendees })
        : startSession(tx, availability, { ...place, hostId }, wish),
    () => along(place),
  );
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
  { allocationId, startAt, endAt, hostId }: Place & { hostId: string },
  { seats, field }: Wish,
): Promise<Host> {
  try {
    const hosts = await tx.$queryRaw<Host[]>`
      WITH place AS (
        INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
                                 buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total)
        VALUES (${allocationId}::uuid, ${type.organizationId}::uuid, ${type.isTest}, ${type.id}::uuid,
                ${hostId}::uuid, ${startAt}, ${endAt}, ${type.bufferBeforeMinutes}, ${type.bufferAfterMinutes},
                ${seats}, ${type.maxAttendees})
        RETURNING host_id)
      SELECT m.id, u.name, u.email
      FROM place JOIN members m ON m.id = place.host_id JOIN users u ON u.id = m.user_id`;
    return hostOf(hosts, field);
  } catch (error) {
    // The constraint has the last word: 23P01 is a double booking it refused.
    throw sqlState(error) === "23P01" ? slotRefused("booked", field) : error;
  }
}

/**
 * Takes seats of a started session, of as many as its type has now; the bound stands in the statement itself, which finds
 * no row where it is passed.
 */
async function joinSession(
  tx: Sql,
  { allocationId }: Place,
  { seats, seatsTotal, field }: Wish & { seatsTotal: number },
): Promise<Host> {
  const hosts = await tx.$queryRaw<Host[]>`
    WITH place AS (
      UPDATE allocations SET seats_taken = seats_taken + ${seats}, seats_total = ${seatsTotal}
      WHERE id = ${allocationId}::uuid AND live AND seats_taken + ${seats} <= ${seatsTotal}
      RETURNING host_id)
    SELECT m.id, u.name, u.email
    FROM place JOIN members m ON m.id = place.host_id JOIN users u ON u.id = m.user_id`;
  return hostOf(hosts, field);
}

/** @throws conflict where no place was given */
function hostOf([host]: Host[], field: Wish["field"]): Host {
  if (host === undefined) {
    throw slotRefused("booked", field);
  }
  return host;
}

/** Gives seats back; the last to leave frees the host's time. */
export async function release(tx: Sql, allocationId: string, seats: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocations
    SET seats_taken = seats_taken - ${seats}, live = live AND seats_taken > ${seats}
    WHERE id = ${allocationId}::uuid`;
}
