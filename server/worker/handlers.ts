import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { followBooking, followCalendar } from "../calendars/write-events";
import { writeEvent } from "../calendars/write-event";
import { writePasswordReset } from "../emails/password-reset";
import { scheduleReminders } from "../emails/schedule-reminders";
import { sendReminder } from "../emails/send-reminder";
import { tellEvent } from "../emails/tell-event";
import { sendWebhooks } from "./deliveries";
import { offerLater } from "../waitlist/offer-later";
import type { Reaction } from "./reactions";

const OfEvent = z.object({ eventId: z.uuid() });
const OfKey = z.object({ key: z.uuid() });
const OfPerson = z.object({ email: z.string() });
const OfReminder = z.object({ bookingId: z.uuid(), minutes: z.int(), startMs: z.int() });

const ofEvent =
  (react: (eventId: string) => Promise<void>) =>
  async (payload: unknown): Promise<void> =>
    await react(OfEvent.parse(payload).eventId);

/**
 * Job → the verb that does it; a handler that throws is tried again, with growing pauses (graphile-worker's). Those for
 * whom receivers wait by the second stand apart from those that render mails, and are run apart (run.ts).
 */
export const urgentHandlers = {
  send_webhooks: ofEvent(sendWebhooks),
} satisfies TaskList & Partial<Record<Reaction, unknown>>;

/** Those that wait for providers of calendars: one that is slow must hold up nobody else. */
export const calendarHandlers = {
  write_calendar: ofEvent(followBooking),
  follow_calendar: ofEvent(followCalendar),
  offer_later: ofEvent(offerLater),
  write_calendar_event: async (payload) => await writeEvent(OfKey.parse(payload).key),
} satisfies TaskList & Partial<Record<Reaction, unknown>>;

type Later = Exclude<Reaction, keyof typeof urgentHandlers | keyof typeof calendarHandlers>;

export const handlers = {
  send_mail: ofEvent(tellEvent),
  schedule_reminders: ofEvent(scheduleReminders),
  mail_password_reset: async (payload) => await writePasswordReset(OfPerson.parse(payload).email),
  send_reminder: async (payload) => await sendReminder(OfReminder.parse(payload)),
} satisfies TaskList & Record<Later, unknown>;
