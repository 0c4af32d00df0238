import { z } from "zod";
import { toldAnswers } from "../bookings/told-answers";
import { prisma } from "../db";
import { env } from "../env";
import { Question } from "../event-types/schema";
import { meetingOpened } from "./meetings";
import type { CalendarEvent } from "./provider";

/** Where an event should stand: in the calendar that receives its host's bookings. */
export type Desired = { connectionId: string; calendarId: string; event: CalendarEvent };

const Questions = z.array(Question);
const Answers = z.record(z.string(), z.union([z.string(), z.boolean()]));

/**
 * What should stand in a calendar under a key: of a booking on its own, the booking's id; of a group's session, the
 * allocation's. Null: nothing. What is over stays as it is: undefined.
 */
export async function desiredEvent(
  key: string,
  nowMs: number,
): Promise<Desired | null | undefined> {
  const session = await loadSession(key);
  if (session === null) {
    return null;
  }
  if (session.endAt.getTime() < nowMs) {
    return undefined;
  }
  const isGroup = session.seatsTotal > 1;
  const bookings = session.bookings.filter(({ id }) => isGroup || id === key);
  const isItsKey = isGroup === (session.id === key);
  const [connection] = session.host.calendars;
  if (session.isTest || !isItsKey || bookings.length === 0 || !connection?.calendarId) {
    return null;
  }
  const { eventType } = session;
  const people = bookings.flatMap(({ attendees }) => attendees);
  const [only] = people.length === 1 ? people : [];
  return {
    connectionId: connection.id,
    calendarId: connection.calendarId,
    event: {
      key,
      uid: `${key}@astrocal`,
      startMs: session.startAt.getTime(),
      endMs: session.endAt.getTime(),
      title: `${eventType.title} · ${only?.name ?? `${people.length} guests`}`,
      description: bookings
        .map((booking) => describe(booking, Questions.parse(eventType.questions)))
        .join("\n\n———\n\n"),
      location: bookings[0]?.location ?? null,
      conferencing: meetingOpened(connection.provider, eventType.conferencingProvider),
    },
  };
}

async function loadSession(key: string) {
  const booking = await prisma.booking.findUnique({
    where: { id: key },
    select: { allocationId: true },
  });
  return await prisma.allocation.findUnique({
    where: { id: booking?.allocationId ?? key },
    include: {
      bookings: {
        where: { status: "confirmed" },
        include: { attendees: { orderBy: { id: "asc" } } },
        orderBy: { id: "asc" },
      },
      eventType: true,
      host: { include: { calendars: { where: { calendarId: { not: null } } } } },
    },
  });
}

type Told = {
  id: string;
  attendees: { name: string; email: string }[];
  notes: string | null;
  answers: unknown;
};

/** One booking as its host reads it: who comes, what they wrote, and where to change it. */
function describe({ id, attendees, notes, answers }: Told, questions: Question[]): string {
  const answered = toldAnswers(questions, Answers.parse(answers));
  return [
    attendees.map(({ name, email }) => `${name} <${email}>`).join("\n"),
    ...(notes === null || notes === "" ? [] : [notes]),
    ...(answered.length === 0
      ? []
      : [answered.map(({ label, text }) => `${label}: ${text}`).join("\n")]),
    `${env.PUBLIC_URL}/bookings/${id}`,
  ].join("\n\n");
}
