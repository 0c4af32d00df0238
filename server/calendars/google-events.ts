import { formatInstant } from "../time";
import {
  addressOf,
  type Ask,
  beginCalls,
  parseReply,
  type ProviderAccess,
  type Reply,
} from "./calls";
import { requireUnmoved } from "./drift";
import { googleManners, keyProperty, momentMs, StoredEvent, storedFields } from "./google-answers";
import { type CalendarEvent, CalendarError, type EventWriter, type Written } from "./provider";

const base32hex = "0123456789abcdefghijklmnopqrstuv";

/** The id an event has at Google: base32hex (RFC 4648 §7) of its key's 16 bytes, in lower case and without padding. */
export function eventIdOf(key: string): string {
  // 26 digits of five bits: the 128 of the key, and two more.
  let rest = BigInt(`0x${key.replaceAll("-", "")}`) << 2n;
  let id = "";
  for (let digit = 0; digit < 26; digit++) {
    id = base32hex.charAt(Number(rest & 31n)) + id;
    rest >>= 5n;
  }
  return id;
}

/** Nobody is told of anything by Google: our own mails do that. `conferenceData` is heeded from version 1 on. */
const query = { sendUpdates: "none", conferenceDataVersion: "1", fields: storedFields };
/** The host may change an event between our reading and our writing, but hardly twice. */
const maxTries = 2;

/** How events are kept in a Google account's calendars. */
export function googleEvents(access: ProviderAccess): EventWriter {
  const addressIn = (calendarId: string, rest: readonly string[], more: Record<string, string>) =>
    addressOf(access.baseUrl, ["calendars", calendarId, "events", ...rest], more);

  /** Brings what stands to `event`, unless `check` objects. */
  const bring = async (
    ask: Ask,
    { calendarId, eventId }: { calendarId: string; eventId: string },
    event: CalendarEvent,
    check: (stored: StoredEvent | null) => void,
  ): Promise<Written> => {
    for (let attempt = 0; attempt < maxTries; attempt++) {
      const read = await ask({
        method: "GET",
        url: addressIn(calendarId, [eventId], { fields: storedFields }),
        expected: [404, 410],
      });
      const stored = read.status >= 400 ? null : storedIn(read);
      check(stored);
      const wrote = await ask({
        method: "PATCH",
        url: addressIn(calendarId, [eventId], query),
        headers: conditionOn(stored),
        body: patchOf(event, stored),
        // Gone or changed since it was read.
        expected: [404, 410, 412],
      });
      if (wrote.status < 400) {
        return writtenIn(calendarId, wrote, event);
      }
    }
    throw new CalendarError("unreachable", "The event keeps changing while it is being written");
  };

  return {
    create: async (calendarId, event) => {
      const ask = beginCalls(access, googleManners);
      const eventId = eventIdOf(event.key);
      const inserted = await ask({
        method: "POST",
        url: addressIn(calendarId, [], query),
        body: { id: eventId, ...bodyOf(event), ...conferenceFor(event) },
        expected: [409],
      });
      if (inserted.status !== 409) {
        return writtenIn(calendarId, inserted, event);
      }
      return await bring(ask, { calendarId, eventId }, event, (stored) => {
        if (stored === null) {
          throw new CalendarError("unreachable", "Google knows the event, but does not show it");
        }
      });
    },

    update: async (written, event) => {
      const ask = beginCalls(access, googleManners);
      return await bring(ask, written, event, (stored) => {
        const isGone = stored === null || stored.status === "cancelled";
        requireUnmoved(isGone ? null : (at) => standsAt(stored, at, access), written, event);
      });
    },

    remove: async ({ calendarId, eventId }) => {
      await beginCalls(
        access,
        googleManners,
      )({
        method: "DELETE",
        url: addressIn(calendarId, [eventId], { sendUpdates: "none" }),
        expected: [404, 410],
      });
    },
  };
}

/** That it is still what was read. */
const conditionOn = (stored: StoredEvent | null): Record<string, string> => {
  const etag = stored?.etag ?? null;
  return etag === null ? {} : { "if-match": etag };
};

const storedIn = (reply: Reply): StoredEvent => parseReply(StoredEvent, reply, googleManners.name);

function writtenIn(calendarId: string, reply: Reply, { startMs, endMs }: CalendarEvent): Written {
  const { id, etag, hangoutLink, conferenceData } = storedIn(reply);
  const video = conferenceData?.entryPoints.find(
    ({ entryPointType }) => entryPointType === "video",
  );
  const meetingUrl = hangoutLink ?? video?.uri ?? null;
  return { calendarId, eventId: id, etag, startMs, endMs, meetingUrl };
}

function standsAt(
  { start, end }: StoredEvent,
  { startMs, endMs }: { startMs: number; endMs: number },
  { timeZone }: ProviderAccess,
): boolean {
  return (
    start !== undefined &&
    end !== undefined &&
    momentMs(start, timeZone) === startMs &&
    momentMs(end, timeZone) === endMs
  );
}

const bodyOf = ({ key, title, description, location, startMs, endMs }: CalendarEvent) => ({
  summary: title,
  description: asHtml(description),
  ...(location === null ? {} : { location }),
  start: { dateTime: formatInstant(startMs), timeZone: "UTC" },
  end: { dateTime: formatInstant(endMs), timeZone: "UTC" },
  extendedProperties: { private: { [keyProperty]: key } },
});

/** A patch is merged into what stands: what is to go must be said. A deleted event comes back by its status. */
function patchOf(event: CalendarEvent, stored: StoredEvent | null) {
  const { start, end, ...body } = bodyOf(event);
  const hasConference = stored?.conferenceData !== undefined || stored?.hangoutLink !== undefined;
  return {
    ...body,
    ...(stored?.status === "cancelled" ? { status: "confirmed" } : {}),
    location: event.location,
    start: { ...start, date: null },
    end: { ...end, date: null },
    ...(hasConference ? {} : conferenceFor(event)),
  };
}

/** The request's id is the key: asked twice, Google opens one meeting. */
const conferenceFor = ({ key, conferencing }: CalendarEvent) =>
  conferencing === "google_meet"
    ? {
        conferenceData: {
          createRequest: {
            requestId: key,
            conferenceSolutionKey: { type: "hangoutsMeet" },
          },
        },
      }
    : {};

/** Google shows a description as HTML: what a guest wrote stays text, and an ordinary & as it is. */
const asHtml = (text: string): string =>
  text.replaceAll(/&(?=#?\w+;)/g, "&amp;").replaceAll("<", "&lt;");
