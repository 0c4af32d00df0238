import { type Excluded, type LoadedAvailability, loadAvailability } from "../availability/load";
import { slotQuery } from "../availability/query";
import { findSlot, type Slot } from "../availability/slots";
import { type Db, sqlState } from "../db";
import { AppError } from "../errors";
import { newId } from "../ids";
import { chooseHost } from "./choose-host";
import { lockHosts } from "./lock";
import { slotRefused } from "./refusal";

export type Wish = {
  eventTypeId: string;
  startMs: number;
  durationMinutes: number;
  seats: number;
  nowMs: number;
  /** The input that named the start, for error details. */
  field: "start_time" | "new_start_time";
  /** The booking that is being moved: its own time is free, and its host is kept where possible. */
  moving?: Excluded & { hostId: string };
};

export type Allocated = { allocationId: string; hostId: string; startMs: number; endMs: number };

/**
 * Gives a booking its place in a host's time: the only way into a live allocation, for creating and moving alike.
 * Locks every host it might choose (sorted), asks the slot engine under the locks, then writes; the exclusion
 * constraint stands behind it. A move gives its old place back in between.
 * @param loaded the event type as read before the transaction: it only says whom to lock
 * @throws conflict or bad_request when the slot engine does not offer the slot
 */
export async function allocate(tx: Db, loaded: LoadedAvailability, wish: Wish): Promise<Allocated> {
  await lockHosts(tx, lockedIds(loaded, wish));
  const current = await loadAvailability(tx, wish.eventTypeId, rangeOf(wish));
  const slot = requireSlot(current, wish);
  if (wish.moving !== undefined) {
    await release(tx, wish.moving.allocationId, wish.moving.seats);
  }
  if (slot.sessionId !== null) {
    return await joinSession(tx, slot.sessionId, slot, wish);
  }
  const hostId = await chooseHost(tx, current, slot.hostIds, wish.moving?.hostId ?? null);
  const allocationId = newId();
  await tx.$executeRaw`
    INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
                             buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total)
    VALUES (${allocationId}::uuid, ${current.organizationId}::uuid, ${current.isTest}, ${current.id}::uuid,
            ${hostId}::uuid, ${new Date(slot.startMs)}, ${new Date(slot.endMs)},
            ${current.bufferBeforeMinutes}, ${current.bufferAfterMinutes}, ${wish.seats}, ${current.maxAttendees})`.catch(
    (error: unknown) => overlapRefused(error, wish),
  );
  return { allocationId, hostId, startMs: slot.startMs, endMs: slot.endMs };
}

/** The slot the engine offers for the wish. @throws conflict or bad_request when it offers none. */
export function requireSlot(loaded: LoadedAvailability, wish: Wish): Slot {
  const { startMs, durationMinutes, nowMs } = wish;
  const range = { fromMs: startMs, toMs: startMs + 1, nowMs, durationMinutes };
  const found = findSlot(slotQuery(loaded, range), startMs);
  if ("refusal" in found) {
    throw slotRefused(found.refusal, wish.field);
  }
  if (found.slot.spotsRemaining < wish.seats) {
    throw new AppError(
      found.slot.sessionId === null ? "bad_request" : "conflict",
      `Only ${found.slot.spotsRemaining} of the seats asked for are left in this slot`,
    );
  }
  return found.slot;
}

/** The moment of time to load for a wish. */
export const rangeOf = ({ startMs, moving }: Pick<Wish, "startMs" | "moving">) => ({
  fromMs: startMs,
  toMs: startMs + 1,
  ...(moving === undefined ? {} : { except: moving }),
});

/** Hosts to lock; with a cap the event type too, since other hosts' bookings count towards it. */
function lockedIds(loaded: LoadedAvailability, wish: Wish): string[] {
  return [
    ...loaded.hosts.map((host) => host.hostId),
    ...loaded.sessions.map((session) => session.hostId),
    ...(wish.moving === undefined ? [] : [wish.moving.hostId]),
    ...(loaded.bookingCap === null && loaded.maxAttendees === 1 ? [] : [loaded.id]),
  ];
}

/** Takes seats of a started session; the bound stands in the statement itself. */
async function joinSession(tx: Db, id: string, slot: Slot, wish: Wish): Promise<Allocated> {
  const joined = await tx.$executeRaw`
    UPDATE allocations SET seats_taken = seats_taken + ${wish.seats}
    WHERE id = ${id}::uuid AND live AND seats_taken + ${wish.seats} <= seats_total`;
  const [hostId] = slot.hostIds;
  if (joined !== 1 || hostId === undefined) {
    throw slotRefused("booked", wish.field);
  }
  return { allocationId: id, hostId, startMs: slot.startMs, endMs: slot.endMs };
}

/** The exclusion constraint has the last word: 23P01 is a double booking it refused. */
function overlapRefused(error: unknown, wish: Wish): never {
  if (sqlState(error) === "23P01") {
    throw slotRefused("booked", wish.field);
  }
  throw error;
}

/** Gives seats back; the last to leave frees the host's time. */
export async function release(tx: Db, allocationId: string, seats: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocations
    SET seats_taken = seats_taken - ${seats}, live = live AND seats_taken > ${seats}
    WHERE id = ${allocationId}::uuid`;
}
