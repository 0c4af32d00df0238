import {
  addressOf,
  type Ask,
  beginCalls,
  eachOf,
  parseReply,
  piecesOf,
  type ProviderAccess,
  reachesInto,
  readPages,
  widened,
} from "./calls";
import {
  type BusyEvent,
  CalendarList,
  calendarListFields,
  EventList,
  eventListFields,
  FreeBusy,
  googleManners,
  keyProperty,
  momentMs,
} from "./google-answers";
import { eventIdOf, googleEvents } from "./google-events";
import { type BusyTime, type CalendarAccount, CalendarError } from "./provider";
import { formatInstant } from "../time";

type Range = { fromMs: number; toMs: number };

/** freeBusy takes no longer range, and no more calendars at once. */
const freeBusyDays = 90;
const freeBusyCalendars = 50;

/** A Google account's calendars, by version 3 of Google's API. */
export const googleAccount = (access: ProviderAccess): CalendarAccount => ({
  listCalendars: async () => {
    const ask = beginCalls(access, googleManners);
    const entries = await readPages(async (cursor) => {
      const url = addressOf(access.baseUrl, ["users", "me", "calendarList"], {
        maxResults: "250",
        fields: calendarListFields,
        ...(cursor === null ? {} : { pageToken: cursor }),
      });
      const reply = await ask({ method: "GET", url });
      const { items, nextPageToken } = parseReply(CalendarList, reply, googleManners.name);
      return { items, next: nextPageToken ?? null };
    });
    return entries.map(({ id, summary, summaryOverride, accessRole, primary }) => ({
      id,
      name: summaryOverride ?? summary ?? id,
      isWritable: accessRole === "owner" || accessRole === "writer",
      isPrimary: primary,
    }));
  },

  readBusy: async (calendarIds, range) => {
    const ask = beginCalls(access, googleManners);
    const read = await eachOf(calendarIds, async (calendarId) => ({
      calendarId,
      times: await readEventTimes(ask, access, calendarId, range),
    }));
    const closed = read.filter(({ times }) => times === null).map(({ calendarId }) => calendarId);
    const times = [
      ...read.flatMap(({ times }) => times ?? []),
      ...(closed.length === 0 ? [] : await readFreeBusy(ask, access, closed, range)),
    ];
    return times.filter((time) => reachesInto(range, time));
  },

  events: googleEvents(access),
});

/** The times a calendar's events take, or null where Google shows us no events but may tell of busy times. */
async function readEventTimes(
  ask: Ask,
  { baseUrl, timeZone: ownTimeZone }: ProviderAccess,
  calendarId: string,
  range: Range,
): Promise<BusyTime[] | null> {
  const { fromMs, toMs } = widened(range);
  let isClosed = false;
  const times = await readPages(async (cursor) => {
    const url = addressOf(baseUrl, ["calendars", calendarId, "events"], {
      timeMin: formatInstant(fromMs),
      timeMax: formatInstant(toMs),
      singleEvents: "true",
      showDeleted: "false",
      maxResults: "2500",
      // Where there are more, only the account's own answer is sent.
      maxAttendees: "1",
      fields: eventListFields,
      ...(cursor === null ? {} : { pageToken: cursor }),
    });
    const reply = await ask({ method: "GET", url, expected: [403, 404] });
    if (reply.status >= 400) {
      isClosed = true;
      return { items: [], next: null };
    }
    const page = parseReply(EventList, reply, googleManners.name);
    isClosed ||= page.accessRole === "freeBusyReader";
    const timeZone = page.timeZone ?? ownTimeZone;
    return {
      items: page.items.flatMap((event) =>
        event === null || !takesTime(event) ? [] : [busyTimeOf(event, timeZone)],
      ),
      next: isClosed ? null : (page.nextPageToken ?? null),
    };
  });
  return isClosed ? null : times;
}

/** Whether an event makes its owner busy, as far as Google's own free-busy has it so; "tentative" does. */
const takesTime = ({ status, transparency, eventType, attendees }: BusyEvent): boolean =>
  status !== "cancelled" &&
  transparency !== "transparent" &&
  eventType !== "workingLocation" &&
  !attendees.some(({ self, responseStatus }) => self && responseStatus === "declined");

function busyTimeOf(event: BusyEvent, timeZone: string): BusyTime {
  const key = event.extendedProperties.private[keyProperty] ?? null;
  return {
    startMs: momentMs(event.start, timeZone),
    endMs: momentMs(event.end, timeZone),
    // A copy that the host made of our event has our key as well, but an id of its own: it is the host's.
    key: key !== null && eventIdOf(key) === event.id ? key : null,
  };
}

/** @throws CalendarError when it cannot tell of one of them */
async function readFreeBusy(
  ask: Ask,
  { baseUrl }: ProviderAccess,
  calendarIds: readonly string[],
  range: Range,
): Promise<BusyTime[]> {
  const questions = piecesOf(range, freeBusyDays).flatMap((piece) =>
    Array.from({ length: Math.ceil(calendarIds.length / freeBusyCalendars) }, (_, index) => ({
      piece,
      ids: calendarIds.slice(index * freeBusyCalendars, (index + 1) * freeBusyCalendars),
    })),
  );
  const answers = await eachOf(questions, async ({ piece, ids }) => {
    const reply = await ask({
      method: "POST",
      url: addressOf(baseUrl, ["freeBusy"]),
      body: {
        timeMin: formatInstant(piece.fromMs),
        timeMax: formatInstant(piece.toMs),
        items: ids.map((id) => ({ id })),
      },
    });
    const { calendars } = parseReply(FreeBusy, reply, googleManners.name);
    return ids.flatMap((id) => {
      const calendar = calendars[id];
      if (calendar === undefined || calendar.errors.length > 0) {
        throw freeBusyError(calendar?.errors[0]?.reason);
      }
      return calendar.busy.map(({ start, end }) => ({ startMs: start, endMs: end, key: null }));
    });
  });
  return answers.flat();
}

/** The answer as a whole is a 200 whatever it says of a single calendar. */
function freeBusyError(reason: string | undefined): CalendarError {
  if (reason === "notFound") {
    return new CalendarError("missing", "Google has no such calendar, or shows it no longer");
  }
  return reason === "internalError" || reason === "backendError"
    ? new CalendarError("unreachable", "Google cannot say now when this calendar is busy")
    : new CalendarError("invalid", "Google does not say when this calendar is busy");
}
