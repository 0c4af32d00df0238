import { z } from "zod";
import type { Prisma } from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import type { Booking } from "./schema";

/** What a booking is read with. */
export const bookingInclude = {
  attendees: { orderBy: { id: "asc" } },
  allocation: { include: { host: { include: { user: { select: { name: true, email: true } } } } } },
} as const satisfies Prisma.BookingInclude;

type WithRelations = Prisma.BookingGetPayload<{ include: typeof bookingInclude }>;
type Row = Omit<WithRelations, "attendees" | "allocation" | "allocationId">;
type AttendeeRow = Pick<
  WithRelations["attendees"][number],
  "id" | "name" | "email" | "timeZone" | "isPrimary"
>;
type Host = { id: string; name: string; email: string };

const Answers = z.record(z.string(), z.union([z.string(), z.boolean()]));
const Metadata = z.record(z.string(), z.string());

/** The row as REST, dashboard and webhooks see it; `cancel_token` only for keys and whoever made the booking. */
export const bookingResource = (
  row: Row,
  attendees: AttendeeRow[],
  host: Host,
  { withToken }: { withToken: boolean },
): Booking => ({
  id: row.id,
  organization_id: row.organizationId,
  event_type_id: row.eventTypeId,
  calendar_connection_id: row.calendarConnectionId,
  assigned_host: { member_id: host.id, name: host.name, email: host.email },
  status: row.status,
  is_test: row.isTest,
  start_time: instant(row.startAt),
  end_time: instant(row.endAt),
  invitee_name: row.inviteeName,
  invitee_email: row.inviteeEmail,
  invitee_timezone: row.inviteeTimeZone,
  attendee_count: row.attendeeCount,
  attendees: attendees.map((attendee) => ({
    id: attendee.id,
    name: attendee.name,
    email: attendee.email,
    timezone: attendee.timeZone,
    is_primary: attendee.isPrimary,
  })),
  notes: row.notes,
  answers: Answers.parse(row.answers),
  cancel_token: withToken ? row.cancelToken : null,
  calendar_event_id: row.calendarEventId,
  calendar_event_status: row.calendarEventStatus,
  meeting_url: row.meetingUrl,
  location: row.location,
  metadata: Metadata.parse(row.metadata),
  cancelled_at: instantOrNull(row.cancelledAt),
  cancel_reason: row.cancelReason,
  rescheduled_at: instantOrNull(row.rescheduledAt),
  created_at: instant(row.createdAt),
  updated_at: instant(row.updatedAt),
});

/** The same of a row read with `bookingInclude`. */
export const readBookingResource = (
  row: WithRelations,
  options: { withToken: boolean },
): Booking => {
  const { id, user } = row.allocation.host;
  return bookingResource(row, row.attendees, { id, ...user }, options);
};
