import type { z } from "zod";
import { requireDuration } from "../availability/duration";
import { listAvailability } from "../availability/list";
import type { Availability } from "../availability/schema";
import type { ExternalBusy } from "../calendars/read-busy";
import { type Db, prisma, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { type AccessibleBooking, accessBooking, type Caller, requireNotBegun } from "./access";
import { allocate } from "./allocate";
import { inLine } from "./in-line";
import { lockAndLoad } from "./lock";
import { offerToWaiting } from "./promote";
import { readBooking } from "./read";
import type { Booking, RescheduleBooking, RescheduleOptions } from "./schema";
import { withCalendars } from "./with-calendars";

const minuteMs = 60_000;

/**
 * Moves a booking in place: same id and token, the booked duration unless told otherwise, the same host if free. Its
 * own present time does not stand in its way.
 * @throws not_found, unauthorized; conflict for a cancelled booking or a slot that is not offered; bad_request for
 * notice, window, duration, or an invitee once the booking has begun
 */
export async function rescheduleBooking(
  caller: Caller,
  input: z.output<typeof RescheduleBooking>,
): Promise<Booking> {
  return await withCalendars(input.new_start_time, (external) =>
    inLine(input.id, () => transaction((tx) => move(tx, caller, input, external))),
  );
}

async function move(
  tx: Db,
  caller: Caller,
  input: z.output<typeof RescheduleBooking>,
  external: ExternalBusy,
): Promise<Booking> {
  const booking = await accessBooking(tx, caller, {
    id: input.id,
    token: input.token,
    lock: true,
  });
  requireMovable(booking);
  const moving = movingOf(booking);
  const startMs = input.new_start_time;
  const locked = await lockAndLoad(tx, booking.eventTypeId, { startMs, moving, external });
  const wish = {
    startMs,
    durationMinutes:
      input.duration === undefined
        ? bookedMinutes(booking)
        : requireDuration(locked.availability, input.duration),
    seats: booking.seats,
    nowMs: booking.scope.nowMs,
    field: "new_start_time" as const,
    moving,
  };
  const [, place] = await allocate(locked, wish, async (to) => {
    await tx.booking.update({
      where: { id: booking.id },
      data: { ...to, rescheduledAt: new Date(booking.scope.nowMs) },
    });
    return to;
  });
  await recordEvent(tx, booking.scope, {
    action: "booking.rescheduled",
    resourceType: "booking",
    resourceId: booking.id,
    summary: `${booking.scope.actor.name} moved "${booking.title}"`,
    changes: {
      start_time: { before: booking.startAt.toISOString(), after: place.startAt.toISOString() },
      end_time: { before: booking.endAt.toISOString(), after: place.endAt.toISOString() },
      ...(input.reason ? { reason: { before: null, after: input.reason } } : {}),
    },
  });
  await offerToWaiting(tx, booking);
  return await readBooking(tx, booking.id, { withToken: !booking.byToken });
}

const bookedMinutes = ({ startAt, endAt }: AccessibleBooking): number =>
  (endAt.getTime() - startAt.getTime()) / minuteMs;

/** Its own time, seats and share of a cap do not stand in a booking's way. */
const movingOf = ({ id, allocationId, seats, hostId }: AccessibleBooking) => ({
  bookingId: id,
  allocationId,
  seats,
  hostId,
});

function requireMovable(booking: AccessibleBooking): void {
  if (booking.status === "cancelled") {
    throw new AppError("conflict", "This booking is cancelled. Make a new one instead.");
  }
  if (booking.typeDeleted) {
    throw new AppError(
      "conflict",
      "This event type is no longer offered, so the booking cannot be moved. It can be cancelled.",
    );
  }
  requireNotBegun(booking);
}

/**
 * The slots a booking could move to: those anyone may book, and those that only it itself stands in the way of.
 * @throws not_found, unauthorized
 */
export async function listRescheduleSlots(
  caller: Caller,
  { id, token, duration, ...range }: z.output<typeof RescheduleOptions>,
): Promise<Availability> {
  const booking = await accessBooking(prisma, caller, { id, token, lock: false });
  const input = { ...range, event_type_id: booking.eventTypeId, duration };
  const moving = { ...movingOf(booking), durationMinutes: bookedMinutes(booking) };
  return await listAvailability({ scope: booking.scope, nowMs: caller.nowMs }, input, moving);
}
