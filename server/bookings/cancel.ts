import type { z } from "zod";
import { type Db, transaction } from "../db";
import { recordEvent } from "../events/record";
import { accessBooking, type Caller, requireNotBegun } from "./access";
import { release } from "./allocate";
import { inLine } from "./in-line";
import { lockHosts } from "./lock";
import { offerToWaiting } from "./promote";
import { readBooking } from "./read";
import type { Booking, CancelBooking } from "./schema";

/**
 * Cancels a booking and frees its place. Cancelling again changes nothing and returns it as it stands.
 * @throws not_found, unauthorized; bad_request for an invitee once the booking has begun
 */
export async function cancelBooking(
  caller: Caller,
  input: z.output<typeof CancelBooking>,
): Promise<Booking> {
  return await inLine(input.id, () => transaction((tx) => cancel(tx, caller, input)));
}

async function cancel(
  tx: Db,
  caller: Caller,
  input: z.output<typeof CancelBooking>,
): Promise<Booking> {
  const booking = await accessBooking(tx, caller, {
    id: input.id,
    token: input.token,
    lock: true,
  });
  if (booking.status !== "cancelled") {
    requireNotBegun(booking);
    await lockHosts(tx, booking.eventTypeId, [booking.hostId]);
    await release(tx, booking.allocationId, booking.seats);
    const now = new Date(booking.scope.nowMs);
    await tx.booking.update({
      where: { id: booking.id },
      data: { status: "cancelled", cancelledAt: now, cancelReason: input.reason ?? null },
    });
    await recordEvent(tx, booking.scope, {
      action: "booking.cancelled",
      resourceType: "booking",
      resourceId: booking.id,
      summary: `${booking.scope.actor.name} cancelled "${booking.title}"`,
      changes: { status: { before: booking.status, after: "cancelled" } },
    });
    await offerToWaiting(tx, booking);
  }
  return await readBooking(tx, booking.id, { withToken: !booking.byToken });
}
