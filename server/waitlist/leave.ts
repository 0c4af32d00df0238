import type { z } from "zod";
import type { Caller } from "../bookings/access";
import { release } from "../bookings/allocate";
import { lockHosts } from "../bookings/lock";
import { promoteWaiting } from "../bookings/promote";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { astrocal } from "../scope";
import { type AccessibleEntry, accessEntry, readEntry } from "./read";
import type { WaitlistEntry, WaitlistEntryId } from "./schema";

/**
 * Takes somebody out of the line; a place that was held for them is the next one's. Doing it again changes nothing.
 * @throws not_found, unauthorized; conflict once the place was claimed: then its booking is cancelled instead
 */
export async function leaveWaitlist(
  caller: Caller,
  { id, token }: z.output<typeof WaitlistEntryId>,
): Promise<WaitlistEntry> {
  return await transaction(async (tx) => {
    const entry = await accessEntry(tx, caller, { id, token, lock: true });
    if (entry.bookingId !== null) {
      throw new AppError("conflict", "The place was claimed: cancel the booking instead.");
    }
    if (entry.status === "waiting" || entry.status === "promoted") {
      await end(tx, entry, "cancelled");
    }
    return await readEntry(tx, id, { withToken: !entry.byToken });
  });
}

/** Lets the hold of a place end that was not claimed in time; the place is the next one's. */
export async function expireHold(id: string, nowMs: number): Promise<void> {
  const facts = { nowMs, requestId: null, ipAddress: null };
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM waitlist_entries WHERE id = ${id}::uuid FOR UPDATE`;
    const { cancelToken: token } = await tx.waitlistEntry.findUniqueOrThrow({ where: { id } });
    const entry = await accessEntry(tx, { ...facts, scope: null }, { id, token, lock: false });
    const { expiresAt, clockOffsetMs } = entry;
    const isOver = expiresAt !== null && expiresAt.getTime() <= nowMs + clockOffsetMs;
    if (entry.status === "promoted" && entry.bookingId === null && isOver) {
      await end(tx, { ...entry, scope: { ...entry.scope, actor: astrocal } }, "expired");
    }
  });
}

async function end(
  tx: Db,
  { id, status, allocation, eventTypeId, eventType, inviteeName, scope }: AccessibleEntry,
  as: "cancelled" | "expired",
): Promise<void> {
  const held = status === "promoted" ? allocation : null;
  if (held !== null) {
    await lockHosts(tx, eventTypeId, [held.hostId]);
    await release(tx, held.id, 1);
  }
  await tx.waitlistEntry.update({ where: { id }, data: { status: as } });
  await recordEvent(tx, scope, {
    action: `waitlist.${as}`,
    resourceType: "waitlist_entry",
    resourceId: id,
    summary:
      as === "expired"
        ? `The place in "${eventType.title}" was not claimed by ${inviteeName} in time`
        : `${inviteeName} waits no more for "${eventType.title}"`,
  });
  if (held !== null) {
    const durationMinutes = (held.endAt.getTime() - held.startAt.getTime()) / 60_000;
    const startMs = held.startAt.getTime();
    await promoteWaiting(tx, { eventTypeId, startMs, durationMinutes, nowMs: scope.nowMs });
  }
}
