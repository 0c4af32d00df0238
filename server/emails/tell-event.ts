import { instantBefore } from "../events/changes";
import { prisma } from "../db";
import { reachesPeople } from "../scope";
import { sqlTransaction } from "../sql";
import { writeCalendarReconnect } from "./calendar-reconnect";
import type { Occasion } from "./booking-email";
import { loadBooking } from "./load-booking";
import { type WaitlistOccasion, writeWaitlistEmail } from "./waitlist-email";
import { writeBookingEmails } from "./write-booking";
import { writeWebhookDisabled } from "./webhook-disabled";

/** How long a booking's mails wait for the link to its meeting, which its host's calendar opens meanwhile. */
const meetingPatienceMs = 60_000;

/**
 * Writes the mails that an event asks for, once however often it runs. A confirmation or move of a booking that has been
 * cancelled since is left out: its cancellation is told instead.
 * @throws to be tried again, while a meeting is still to be opened
 */
export async function tellEvent(eventId: string): Promise<void> {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  if (!reachesPeople(event)) {
    return;
  }
  if (event.action === "webhook.disabled") {
    await writeWebhookDisabled(event);
    return;
  }
  if (event.action === "calendar.needs_reconnect") {
    await writeCalendarReconnect(event);
    return;
  }
  const waits = waitlistOccasions[event.action];
  if (waits !== undefined) {
    await writeWaitlistEmail(event, waits);
    return;
  }
  const loaded = await loadBooking(event.resourceId);
  const occasion = loaded === null ? null : occasionOf(event, loaded.booking);
  if (loaded === null || occasion === null) {
    return;
  }
  if (loaded.awaitsMeeting && Date.now() - event.createdAt.getTime() < meetingPatienceMs) {
    throw new Error("The booking's meeting is not opened yet");
  }
  await sqlTransaction((tx) =>
    writeBookingEmails(tx, loaded, { occasion, eventId, nowMs: event.createdAt.getTime() }),
  );
}

const waitlistOccasions: Readonly<Record<string, WaitlistOccasion>> = {
  "waitlist.joined": "joined",
  "waitlist.promoted": "promoted",
  "waitlist.expired": "expired",
};

type BookingState = { status: string; cancel_reason: string | null };
type Told = { action: string; actorType: string; changes: unknown };

function occasionOf(event: Told, booking: BookingState): Occasion | null {
  if (event.action === "booking.cancelled") {
    const byInvitee = event.actorType === "invitee";
    return { what: "cancelled", reason: booking.cancel_reason, byInvitee };
  }
  if (booking.status !== "confirmed") {
    return null;
  }
  switch (event.action) {
    case "booking.created":
      return { what: "confirmed" };
    case "booking.reassigned":
      return { what: "reassigned" };
    case "booking.rescheduled":
      return {
        what: "moved",
        fromMs: instantBefore(event.changes, "start_time")?.getTime() ?? null,
      };
    default:
      return null;
  }
}
