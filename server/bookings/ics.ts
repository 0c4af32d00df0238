import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Booking } from "./schema";

export type BookingIcs = {
  booking: Booking;
  title: string;
  organization: { name: string };
  /** Where its invitee moves or cancels it, or null. */
  manageUrl: string | null;
};

/**
 * A booking as an iCalendar file to add to one's own calendar (RFC 5545; METHOD:PUBLISH, which asks for no reply and
 * therefore names no attendees: RFC 5546 §3.2.1). All times are UTC. The UID is the booking's for life, so that the
 * file of a moved booking replaces the one from before; SEQUENCE grows with every change.
 * @param nowMs when the file is made: its DTSTAMP
 */
export function bookingIcs(
  { booking, title, organization, manageUrl }: BookingIcs,
  nowMs: number,
): string {
  const host = booking.assigned_host;
  const calendar = ical({
    prodId: { company: "Astrocal", product: "Astrocal", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
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
    ...(host === null ? {} : { organizer: { name: host.name, email: host.email } }),
  });
  return calendar.toString();
}

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
