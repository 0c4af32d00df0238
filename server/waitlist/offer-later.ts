import { lockHosts } from "../bookings/lock";
import { promoteWaiting } from "../bookings/promote";
import { withCalendars } from "../bookings/with-calendars";
import { prisma } from "../db";
import { instantBefore } from "../events/changes";
import type { Event } from "../generated/prisma/client";
import { sqlTransaction } from "../sql";

type Place = { eventTypeId: string; startAt: Date; endAt: Date; seats: number };

/**
 * The reaction to a place that was freed, where hosts have connected calendars: those are read now, which the transaction
 * that freed it could not wait for, and the place is held for who waits, if it is still on offer.
 * @throws to be tried again
 */
export async function offerLater(eventId: string): Promise<void> {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  const place = event.isTest ? null : await placeOf(event);
  if (place === null || !(await isWaitedFor(place))) {
    return;
  }
  const { eventTypeId, startAt, endAt, seats } = place;
  const startMs = startAt.getTime();
  const durationMinutes = (endAt.getTime() - startMs) / 60_000;
  await withCalendars(startMs, (external) =>
    sqlTransaction(async (tx) => {
      await lockHosts(tx, eventTypeId);
      const freed = { eventTypeId, startMs, durationMinutes, nowMs: Date.now() };
      for (let seat = 0; seat < seats; seat += 1) {
        if (!(await promoteWaiting(tx, freed, external))) return;
      }
    }),
  );
}

/** Somebody waits, and a host has a calendar: without one the place was offered when it was freed. */
async function isWaitedFor({ eventTypeId }: Place): Promise<boolean> {
  const waiting = await prisma.waitlistEntry.findFirst({
    where: { eventTypeId, status: "waiting" },
  });
  if (waiting === null) {
    return false;
  }
  const { organizationId } = waiting;
  const where = { organizationId, disconnectedAt: null };
  return (await prisma.calendarConnection.findFirst({ where })) !== null;
}

/** What an event freed: the time of a cancelled booking, the former time of a moved one, or that of a hold. */
async function placeOf({ action, resourceId, changes }: Event): Promise<Place | null> {
  if (action === "waitlist.expired" || action === "waitlist.cancelled") {
    const entry = await prisma.waitlistEntry.findUnique({
      where: { id: resourceId },
      include: { allocation: true },
    });
    return entry?.allocation ? { ...entry.allocation, seats: 1 } : null;
  }
  const booking = await prisma.booking.findUnique({ where: { id: resourceId } });
  if (booking === null) {
    return null;
  }
  const { eventTypeId, attendeeCount: seats } = booking;
  if (action === "booking.cancelled") {
    return { ...booking, seats };
  }
  const [startAt, endAt] = ["start_time", "end_time"].map((field) => instantBefore(changes, field));
  return startAt && endAt ? { eventTypeId, startAt, endAt, seats } : null;
}
