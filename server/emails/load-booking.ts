import { z } from "zod";
import { bookingInclude, readBookingResource } from "../bookings/resource";
import type { Booking } from "../bookings/schema";
import { toldAnswers } from "../bookings/told-answers";
import { meetingOpened } from "../calendars/meetings";
import { prisma } from "../db";
import { env } from "../env";
import type { CalendarProvider } from "../generated/prisma/client";
import { Question } from "../event-types/schema";
import { withLogo } from "../organizations/logo";
import { provenOrganization, type Scope } from "../scope";
import type { BookingFacts } from "./booking-email";
import { mailLogo } from "./mail-logo";

const Questions = z.array(Question);

export type LoadedBooking = {
  booking: Booking;
  facts: BookingFacts;
  organization: Pick<Scope, "organizationId" | "isTest">;
  /** Minutes before the start at which people are reminded. */
  reminderIntervals: number[];
  /** Where its invitee moves or cancels it. */
  manageUrl: string;
  /** Whether one of the host's calendars receives bookings. */
  hostHasCalendar: boolean;
  /** Whether that calendar is still to open the meeting that the booking is to have. */
  awaitsMeeting: boolean;
  /** Its page in the dashboard. */
  hostUrl: string;
};

/** A booking as it stands, with what its mails say of it; null when there is none. */
export async function loadBooking(id: string): Promise<LoadedBooking | null> {
  const row = await prisma.booking.findUnique({
    where: { id },
    include: { ...bookingInclude, eventType: { include: { organization: withLogo } } },
  });
  if (row === null) {
    return null;
  }
  const booking = readBookingResource(row, { withToken: true });
  const { eventType } = row;
  const receiving = await receivingProvider(booking.assigned_host?.member_id);
  const host = booking.assigned_host ?? { name: eventType.organization.name, email: "" };
  return {
    booking,
    organization: {
      organizationId: provenOrganization(row.organizationId),
      isTest: row.isTest,
    },
    reminderIntervals: eventType.reminderIntervals,
    manageUrl: `${env.PUBLIC_URL}/manage/${row.id}?token=${row.cancelToken}`,
    hostHasCalendar: receiving !== null,
    awaitsMeeting:
      row.meetingUrl === null &&
      receiving !== null &&
      meetingOpened(receiving, eventType.conferencingProvider) !== null,
    hostUrl: `${env.PUBLIC_URL}/bookings/${row.id}`,
    facts: {
      title: eventType.title,
      organization: eventType.organization.name,
      color: eventType.color,
      logo: mailLogo(row.organizationId, eventType.organization.logo),
      startMs: row.startAt.getTime(),
      endMs: row.endAt.getTime(),
      hostName: host.name,
      hostTimeZone: eventType.timeZone,
      location: row.location,
      meetingUrl: row.meetingUrl,
      invitee: { name: row.inviteeName, email: row.inviteeEmail, timeZone: row.inviteeTimeZone },
      others: booking.attendees.filter(({ is_primary }) => !is_primary).map(({ name }) => name),
      notes: row.notes,
      answers: toldAnswers(Questions.parse(eventType.questions), booking.answers),
    },
  };
}

/** Of the calendar that receives a member's bookings; null without one. */
async function receivingProvider(memberId: string | undefined): Promise<CalendarProvider | null> {
  if (memberId === undefined) {
    return null;
  }
  const where = { memberId, calendarId: { not: null }, status: "connected" as const };
  return (await prisma.calendarConnection.findFirst({ where }))?.provider ?? null;
}
