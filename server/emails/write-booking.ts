import { bookingIcs } from "../bookings/ics";
import type { Sql } from "../sql";
import { bookingEmail, type Occasion } from "./booking-email";
import type { LoadedBooking } from "./load-booking";
import { ownSender } from "./own-sender";
import { type EmailKind, type NewEmail, writeEmail } from "./write";

const kinds = {
  confirmed: ["booking_confirmed", "host_booking_confirmed"],
  reassigned: ["booking_reassigned", "host_booking_reassigned"],
  moved: ["booking_moved", "host_booking_moved"],
  cancelled: ["booking_cancelled", "host_booking_cancelled"],
  reminder: ["booking_reminder", "host_booking_reminder"],
} as const satisfies Record<Occasion["what"], readonly [EmailKind, EmailKind]>;

/**
 * Writes a booking's mails of one occasion: to everybody of the party, each in their own zone, and to the host. The
 * invitee's has the link to move or cancel it; all but reminders bring an iCalendar
 * invitation, to a host only without a calendar that receives bookings.
 * @param eventId what makes them once: of an event, or derived for a reminder
 * @param nowMs when the invitation is made
 */
export async function writeBookingEmails(
  tx: Sql,
  loaded: LoadedBooking,
  { occasion, eventId, nowMs }: { occasion: Occasion; eventId: string; nowMs: number },
): Promise<void> {
  const { booking, facts, organization, manageUrl, hostUrl } = loaded;
  const [guestKind, hostKind] = kinds[occasion.what];
  for (const { email, name, timezone, is_primary } of booking.attendees) {
    const url = is_primary ? manageUrl : null;
    const reader = { role: "guest" as const, name, timeZone: timezone, manageUrl: url };
    await writeEmail(tx, organization, {
      kind: guestKind,
      eventId,
      recipient: email,
      mail: await bookingEmail(occasion, facts, reader),
      ...invitation(loaded, { occasion, manageUrl: url, nowMs }),
    });
  }
  if (booking.assigned_host !== null) {
    await writeEmail(tx, organization, {
      kind: hostKind,
      eventId,
      recipient: booking.assigned_host.email,
      mail: await bookingEmail(occasion, facts, { role: "host", url: hostUrl }),
      // In the calendar that receives the host's bookings it stands already.
      ...(loaded.hostHasCalendar ? {} : invitation(loaded, { occasion, manageUrl: null, nowMs })),
    });
  }
}

function invitation(
  { booking, facts }: LoadedBooking,
  { occasion, manageUrl, nowMs }: { occasion: Occasion; manageUrl: string | null; nowMs: number },
): Pick<NewEmail, "invitation"> {
  if (occasion.what === "reminder") return {};
  const method = occasion.what === "cancelled" ? "CANCEL" : "REQUEST";
  const { title, organization: name } = facts;
  const about = { booking, title, organization: { name }, manageUrl };
  return { invitation: { ics: bookingIcs(about, nowMs, { method, from: ownSender }), method } };
}
