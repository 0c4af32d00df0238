import type { z } from "zod";
import { type Db, sqlState, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { type AccessibleBooking, accessBooking, type Caller } from "./access";
import { inLine } from "./in-line";
import { lockHosts } from "./lock";
import { offerFreed } from "./offer-freed";
import { readBooking } from "./read";
import type { Booking, ReassignBooking } from "./schema";

/**
 * Gives a booking to another member at the same time; of a group session all its bookings go. Whether the member hosts
 * the event type, and what hours they keep, is the organizer's to judge; a double booking the database refuses. The time
 * that their former host has then is held for who waits for it.
 * @throws not_found; validation_error for who is no member; conflict for a cancelled booking or a member who is booked then
 */
export async function reassignBooking(
  caller: Caller & { scope: Scope },
  { id, member_id: memberId }: z.output<typeof ReassignBooking>,
): Promise<Booking> {
  return await inLine(id, () => transaction((tx) => reassign(tx, caller, id, memberId)));
}

async function reassign(
  tx: Db,
  caller: Caller & { scope: Scope },
  id: string,
  memberId: string,
): Promise<Booking> {
  const { scope } = caller;
  const booking = await accessBooking(tx, caller, { id, token: undefined, lock: true });
  if (booking.status === "cancelled") {
    throw new AppError("conflict", "This booking is cancelled, so nobody needs to take it.");
  }
  const change = {
    scope,
    eventTypeIds: [booking.eventTypeId],
    hostIds: [booking.hostId, memberId],
    aroundMs: booking.startAt.getTime(),
  };
  return await offerFreed(tx, change, () => give(tx, scope, booking, memberId));
}

async function give(
  tx: Db,
  scope: Scope,
  booking: AccessibleBooking,
  memberId: string,
): Promise<Booking> {
  const { id } = booking;
  await lockHosts(tx, booking.eventTypeId, [booking.hostId, memberId]);
  const where = { id: memberId, organizationId: scope.organizationId, removedAt: null };
  const member = await tx.member.findFirst({ where, include: { user: true } });
  if (member === null) {
    throw new AppError("validation_error", "member_id names no member", {
      details: { member_id: "must be a member of the organization" },
    });
  }
  const before = await readBooking(tx, id, { withToken: true });
  if (memberId === booking.hostId) {
    return before;
  }
  await tx.$executeRaw`
    UPDATE allocations SET host_id = ${memberId}::uuid WHERE id = ${booking.allocationId}::uuid`.catch(
    (error: unknown) => {
      throw sqlState(error) === "23P01" ? hostBooked(member.user.name) : error;
    },
  );
  await tx.booking.updateMany({
    where: { allocationId: booking.allocationId, status: { not: "cancelled" } },
    data: { updatedAt: new Date(scope.nowMs) },
  });
  await recordEvent(tx, scope, {
    action: "booking.reassigned",
    resourceType: "booking",
    resourceId: id,
    summary: `${scope.actor.name} gave "${booking.title}" to ${member.user.name}`,
    changes: { assigned_host: { before: before.assigned_host?.name, after: member.user.name } },
  });
  return await readBooking(tx, id, { withToken: true });
}

const hostBooked = (name: string) =>
  new AppError("conflict", `${name} is booked at that time. Choose somebody else.`, {
    details: { member_id: "is booked at that time" },
  });
