import { sqlTransaction } from "../sql";
import { loadBooking } from "./load-booking";
import { type Reminder, reminderId } from "./reminders";
import { writeBookingEmails } from "./write-booking";

/** Writes a reminder's mails, once; none for a booking that has been cancelled or moved since, or has begun. */
export async function sendReminder(reminder: Reminder, nowMs = Date.now()): Promise<void> {
  const loaded = await loadBooking(reminder.bookingId);
  if (
    loaded === null ||
    loaded.booking.status !== "confirmed" ||
    loaded.facts.startMs !== reminder.startMs ||
    loaded.facts.startMs <= nowMs
  ) {
    return;
  }
  const occasion = { what: "reminder" as const, minutes: reminder.minutes };
  await sqlTransaction((tx) =>
    writeBookingEmails(tx, loaded, { occasion, eventId: reminderId(reminder), nowMs }),
  );
}
