import { z } from "zod";
import { isCivilDate, isTimeZone, parseInstant, wallClockToInstant } from "../time";
import type { Manners } from "./calls";

const Failure = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string() })).min(1),
  }),
});

/** Too many calls, by Google's guide to errors; all of them come as 403 as well as 429. */
const hurriedReasons = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "quotaExceeded",
  "dailyLimitExceeded",
  "calendarUsageLimitsExceeded",
]);

/** How Google says what went wrong (developers.google.com/workspace/calendar/api/guides/errors). */
export const googleManners: Manners = {
  name: "Google",
  reasonOf: (body) => {
    const failure = Failure.safeParse(body);
    return failure.success ? (failure.data.error.errors[0]?.reason ?? null) : null;
  },
  forbids: (reason) => {
    if (reason !== null && hurriedReasons.has(reason)) {
      return "now";
    }
    // The person left a box unticked: only they can mend that, by letting us in anew.
    return reason === "insufficientPermissions" ? "always" : "this";
  },
};

/** RFC 3339, as epoch milliseconds. */
export const Instant = z.string().transform((text, context) => {
  const atMs = parseInstant(text);
  if (atMs === null) {
    context.addIssue({ code: "custom", message: "not an instant" });
    return z.NEVER;
  }
  return atMs;
});

/** An end of an event: an instant, or a date where it lasts all day. */
const Moment = z.union([
  z.object({ dateTime: Instant }),
  z.object({ date: z.string().refine(isCivilDate) }),
]);

/** Epoch milliseconds of an event's end; a date begins at midnight in `timeZone`. */
export const momentMs = (moment: z.output<typeof Moment>, timeZone: string): number =>
  "date" in moment ? wallClockToInstant(timeZone, moment.date, 0) : moment.dateTime;

/** Where a list goes on. */
const NextPage = z.object({ nextPageToken: z.string().optional() });

export const CalendarList = NextPage.extend({
  items: z
    .array(
      z.object({
        id: z.string(),
        summary: z.string().optional(),
        summaryOverride: z.string().optional(),
        accessRole: z.string(),
        primary: z.boolean().default(false),
      }),
    )
    .default([]),
});
export const calendarListFields =
  "nextPageToken,items(id,summary,summaryOverride,accessRole,primary)";

/** The key we write into an event of ours, where only we see it. */
export const keyProperty = "astrocal_key";

const BusyEvent = z.object({
  id: z.string(),
  status: z.string().optional(),
  transparency: z.string().optional(),
  eventType: z.string().optional(),
  start: Moment,
  end: Moment,
  attendees: z
    .array(z.object({ self: z.boolean().default(false), responseStatus: z.string().optional() }))
    .default([]),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string()).default({}) })
    .default({ private: {} }),
});
export type BusyEvent = z.output<typeof BusyEvent>;

/** What is cancelled may lack everything but its id. */
const CancelledEvent = z.object({ id: z.string(), status: z.literal("cancelled") });

export const EventList = NextPage.extend({
  accessRole: z.string().optional(),
  timeZone: z.string().refine(isTimeZone).optional(),
  items: z.array(z.union([CancelledEvent.transform(() => null), BusyEvent])).default([]),
});
export const eventListFields =
  "nextPageToken,accessRole,timeZone,items(id,status,transparency,eventType,start,end," +
  "attendees(self,responseStatus),extendedProperties/private)";

export const FreeBusy = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      busy: z.array(z.object({ start: Instant, end: Instant })).default([]),
      errors: z.array(z.object({ reason: z.string() })).default([]),
    }),
  ),
});

/** An event as it is kept. */
export const StoredEvent = z.object({
  id: z.string(),
  status: z.string().optional(),
  etag: z.string().nullable().default(null),
  start: Moment.optional(),
  end: Moment.optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z
    .object({
      entryPoints: z
        .array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() }))
        .default([]),
    })
    .optional(),
});
export type StoredEvent = z.output<typeof StoredEvent>;
export const storedFields =
  "id,status,etag,start,end,hangoutLink," +
  "conferenceData(conferenceId,entryPoints(entryPointType,uri),createRequest/status)";
