import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { Booking } from "./schema";

export type BookingIcs = {
  booking: Booking;
  title: string;
  organization: { name: string };
  /** Where its invitee moves or cancels it, or null. */
  manageUrl: string | null;
};

/** An invitation that is mailed: from whom, and whether it asks to come or calls off. */
export type Invitation = {
  method: "REQUEST" | "CANCEL";
  from: { name: string; address: string };
};

/**
 * A booking as an iCalendar file (RFC 5545). On its own it is to add to one's calendar: METHOD:PUBLISH, which asks for no
 * reply and therefore names no attendees (RFC 5546 §3.2.1). As an invitation it names everybody, and this server's own
 * address as the organizer: host and time may change, UID and ORGANIZER are the booking's for life, so that each file
 * replaces the one from before. SEQUENCE grows with every change. All times are UTC.
 * @param nowMs when the file is made: its DTSTAMP
 */
export function bookingIcs(
  { booking, title, organization, manageUrl }: BookingIcs,
  nowMs: number,
  invitation: Invitation | null = null,
): string {
  const host = booking.assigned_host;
  const calendar = ical({
    prodId: { company: "Astrocal", product: "Astrocal", language: "EN" },
    method: ICalCalendarMethod[invitation?.method ?? "PUBLISH"],
  });
  const event = calendar.createEvent({
    id: `${booking.id}@astrocal`,
    sequence: sequenceOf(booking),
    stamp: new Date(nowMs),
    created: new Date(booking.created_at),
    lastModified: new Date(booking.updated_at),
    start: new Date(booking.start_time),
    end: new Date(booking.end_time),
    summary: `${title} · ${organization.name}`,
    description: descriptionOf(booking, manageUrl),
    location: booking.meeting_url ?? booking.location,
    url: manageUrl,
    status: booking.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...organizerOf(host, organization, invitation),
  });
  if (invitation !== null) {
    for (const { name, email } of [...booking.attendees, ...(host === null ? [] : [host])]) {
      event.createAttendee({
        name: inParameter(name),
        email,
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
      });
    }
  }
  return calendar.toString();
}

function organizerOf(
  host: Booking["assigned_host"],
  organization: { name: string },
  invitation: Invitation | null,
) {
  if (invitation !== null) {
    return { organizer: { name: inParameter(organization.name), email: invitation.from.address } };
  }
  return host === null ? {} : { organizer: { name: inParameter(host.name), email: host.email } };
}

/** A name as a parameter may have it, which has no way to say a quotation mark (RFC 5545 §3.2). */
const inParameter = (name: string): string => name.replaceAll('"', "'");

/** Seconds from the booking's making to its last change: 0 at first, growing, below 2³¹ for 68 years. */
const sequenceOf = ({ created_at, updated_at }: Booking): number =>
  Math.max(0, Math.floor((Date.parse(updated_at) - Date.parse(created_at)) / 1000));

function descriptionOf(booking: Booking, manageUrl: string | null): string {
  const parts = [
    booking.assigned_host === null ? null : `With ${booking.assigned_host.name}`,
    booking.meeting_url === null ? null : `Join: ${booking.meeting_url}`,
    booking.notes === null ? null : `Your notes: ${booking.notes}`,
    manageUrl === null ? null : `Move or cancel: ${manageUrl}`,
  ];
  return parts.filter((part) => part !== null).join("\n\n");
}
