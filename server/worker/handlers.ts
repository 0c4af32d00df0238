import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { writePasswordReset } from "../emails/password-reset";
import { scheduleReminders } from "../emails/schedule-reminders";
import { sendReminder } from "../emails/send-reminder";
import { tellEvent } from "../emails/tell-event";
import { sendWebhooks } from "./deliveries";
import type { Reaction } from "./reactions";

const OfEvent = z.object({ eventId: z.uuid() });
const OfPerson = z.object({ email: z.string() });
const OfReminder = z.object({ bookingId: z.uuid(), minutes: z.int(), startMs: z.int() });

/** Job → the verb that does it. A handler that throws is tried again, with growing pauses (graphile-worker's). */
const ofEvents: Record<Reaction, (eventId: string) => Promise<void>> = {
  send_webhooks: sendWebhooks,
  send_mail: tellEvent,
  schedule_reminders: scheduleReminders,
};

export const handlers: TaskList = {
  ...Object.fromEntries(
    Object.entries(ofEvents).map(([reaction, react]) => [
      reaction,
      async (payload: unknown) => await react(OfEvent.parse(payload).eventId),
    ]),
  ),
  mail_password_reset: async (payload) => await writePasswordReset(OfPerson.parse(payload).email),
  send_reminder: async (payload) => await sendReminder(OfReminder.parse(payload)),
};
