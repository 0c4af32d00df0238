import { formatInstant } from "../time";
import { addressOf, type Ask, beginCalls, parseReply, type ProviderAccess } from "./calls";
import { requireUnmoved } from "./drift";
import {
  keyProperty,
  microsoftManners,
  preferring,
  readList,
  StoredEvent,
  storedFields,
  timesOf,
} from "./microsoft-answers";
import { type CalendarEvent, CalendarError, type EventWriter, type Written } from "./provider";

/** The host may change an event between our reading and our writing, but hardly twice. */
const maxTries = 2;
/** Changed since it was read: as the condition failed, or as Exchange has it (ErrorIrresolvableConflict). */
const crossed = [409, 412];

/** How events are kept in a Microsoft account's calendars. Without attendees Outlook writes to nobody. */
export function microsoftEvents(access: ProviderAccess): EventWriter {
  const pathIn = (calendarId: string) => ["me", "calendars", calendarId, "events"];
  const addressIn = (calendarId: string, rest: readonly string[]) =>
    addressOf(access.baseUrl, [...pathIn(calendarId), ...rest]);
  const begin = () => preferring(beginCalls(access, microsoftManners));

  /** What stands under a key already; the property is there whoever asks, and from the moment of its writing. */
  const find = async (ask: Ask, calendarId: string, key: string): Promise<StoredEvent | null> => {
    const isOurs = `ep/id eq '${keyProperty}' and ep/value eq '${key}'`;
    const query = {
      $filter: `singleValueExtendedProperties/Any(ep: ${isOurs})`,
      $select: storedFields,
    };
    const found = await readList(ask, access, pathIn(calendarId), query, StoredEvent);
    return found.find(({ isCancelled }) => isCancelled !== true) ?? null;
  };

  /** Brings what stands to `event`, unless `check` objects to how it stands, or to its being gone. */
  const bring = async (
    ask: Ask,
    { calendarId, eventId }: Pick<Written, "calendarId" | "eventId">,
    event: CalendarEvent,
    check: (stored: StoredEvent | null) => void,
  ): Promise<Written> => {
    for (let attempt = 0; attempt < maxTries; attempt++) {
      const read = await ask({
        method: "GET",
        url: `${addressIn(calendarId, [eventId])}?$select=${storedFields}`,
        expected: [404, 410],
      });
      const stored =
        read.status >= 400 ? null : parseReply(StoredEvent, read, microsoftManners.name);
      check(stored);
      const etag = stored?.["@odata.etag"] ?? null;
      const wrote = await ask({
        method: "PATCH",
        url: addressIn(calendarId, [eventId]),
        headers: etag === null ? {} : { "if-match": etag },
        body: patchOf(event, stored),
        expected: [404, 410, ...crossed],
      });
      if (wrote.status < 400) {
        const changed = parseReply(StoredEvent, wrote, microsoftManners.name);
        return writtenAs(calendarId, changed, event);
      }
    }
    throw new CalendarError("unreachable", "The event keeps changing while it is being written");
  };

  /** @returns null where Microsoft has seen the transaction before */
  const insert = async (
    ask: Ask,
    calendarId: string,
    event: CalendarEvent,
    transaction: string,
  ) => {
    const reply = await ask({
      method: "POST",
      url: addressIn(calendarId, []),
      body: { ...bodyOf(event), ...onlineFor(event), transactionId: transaction },
      expected: [409],
    });
    if (reply.status === 409) {
      return null;
    }
    const stored = parseReply(StoredEvent, reply, microsoftManners.name);
    return stored.isCancelled === true ? null : stored;
  };

  return {
    create: async (calendarId, event) => {
      const ask = begin();
      const { key } = event;
      const before = await find(ask, calendarId, key);
      if (before !== null) {
        return await bring(ask, { calendarId, eventId: before.id }, event, mustStand);
      }
      // A transaction that is repeated is answered with what it made, or refused. That may be an event deleted since,
      // or one that an earlier call, not yet through when we looked, has just made.
      const stored =
        (await insert(ask, calendarId, event, key)) ??
        (await find(ask, calendarId, key)) ??
        (await insert(ask, calendarId, event, `${key}/2`));
      if (stored === null) {
        throw hidden();
      }
      return standsAt(stored, event, access)
        ? writtenAs(calendarId, stored, event)
        : await bring(ask, { calendarId, eventId: stored.id }, event, mustStand);
    },

    update: async (written, event) => {
      return await bring(begin(), written, event, (stored) => {
        const isGone = stored === null || stored.isCancelled === true;
        requireUnmoved(isGone ? null : (at) => standsAt(stored, at, access), written, event);
      });
    },

    remove: async ({ calendarId, eventId }) => {
      const url = addressIn(calendarId, [eventId]);
      await begin()({ method: "DELETE", url, expected: [404, 410] });
    },
  };
}

const hidden = () =>
  new CalendarError("unreachable", "Microsoft knows the event, but does not show it");

/** What was found a moment ago. @throws CalendarError when it is gone: looking again will find that */
const mustStand = (stored: StoredEvent | null): void => {
  if (stored === null) {
    throw hidden();
  }
};

const writtenAs = (
  calendarId: string,
  stored: StoredEvent,
  { startMs, endMs }: CalendarEvent,
): Written => ({
  calendarId,
  eventId: stored.id,
  etag: stored["@odata.etag"],
  startMs,
  endMs,
  meetingUrl: stored.onlineMeeting?.joinUrl ?? null,
});

function standsAt(
  stored: StoredEvent,
  { startMs, endMs }: { startMs: number; endMs: number },
  { timeZone }: ProviderAccess,
): boolean {
  const times = timesOf(stored, timeZone);
  return times.startMs === startMs && times.endMs === endMs;
}

const bodyOf = ({ key, title, description, location, startMs, endMs }: CalendarEvent) => ({
  subject: title,
  body: { contentType: "text", content: description },
  location: { displayName: location ?? "" },
  isAllDay: false,
  start: wallClock(startMs),
  end: wallClock(endMs),
  singleValueExtendedProperties: [{ id: keyProperty, value: key }],
});

/**
 * What is changed of an event. The text of one that is a meeting online holds the way into it, and who replaces the
 * text closes the meeting (learn.microsoft.com/graph/api/event-update): it stays as it was.
 */
function patchOf(event: CalendarEvent, stored: StoredEvent | null) {
  const { body, ...rest } = bodyOf(event);
  return stored?.isOnlineMeeting === true ? rest : { ...rest, body, ...onlineFor(event) };
}

const onlineFor = ({ conferencing }: CalendarEvent) =>
  conferencing === "microsoft_teams"
    ? { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" }
    : {};

/** Graph takes no offset within. */
const wallClock = (atMs: number) => ({
  dateTime: formatInstant(atMs).slice(0, -1),
  timeZone: "UTC",
});
