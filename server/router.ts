import { apiKeysRouter } from "./api-keys/router";
import { availabilityRouter } from "./availability/router";
import { bookingsRouter } from "./bookings/router";
import { calendarsRouter } from "./calendars/router";
import { docsRouter } from "./docs/router";
import { emailsRouter } from "./emails/router";
import { eventTypesRouter } from "./event-types/router";
import { activityRouter } from "./events/router";
import { healthProcedure } from "./health";
import { meRouter } from "./me/router";
import { hostsRouter } from "./hosts/router";
import { membersRouter } from "./members/router";
import { organizationsRouter } from "./organizations/router";
import { testClockRouter } from "./test-clock/router";
import { router } from "./trpc";
import { usageRouter } from "./usage/router";
import { usersRouter } from "./users/router";
import { waitlistRouter } from "./waitlist/router";
import { webhooksRouter } from "./webhooks/router";

/** Everything the server can be asked. What has `openapi` in its meta is the REST surface. */
export const appRouter = router({
  activity: activityRouter,
  apiKeys: apiKeysRouter,
  availability: availabilityRouter,
  bookings: bookingsRouter,
  calendars: calendarsRouter,
  docs: docsRouter,
  emails: emailsRouter,
  eventTypes: eventTypesRouter,
  health: healthProcedure,
  me: meRouter,
  hosts: hostsRouter,
  members: membersRouter,
  organizations: organizationsRouter,
  testClock: testClockRouter,
  usage: usageRouter,
  users: usersRouter,
  waitlist: waitlistRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
