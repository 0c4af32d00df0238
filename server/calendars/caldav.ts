import { createObject, davRequest, deleteObject, updateObject } from "tsdav";
import { z } from "zod";
import { listDavCalendars } from "./caldav-discover";
import { multistatus } from "./dav-answer";
import { type DavAccount, davFetch } from "./dav-fetch";
import { requireUnmoved } from "./drift";
import { busyTimesIn } from "./expand";
import { icalEventOf, icalText } from "./ical-text";
import {
  type BusyTime,
  type CalendarAccount,
  CalendarError,
  type CalendarEvent,
  type EventWriter,
  type Written,
} from "./provider";

/** Servers resolve floating times and dates in zones of their own, at most a day apart from ours. */
const marginMs = 86_400_000;

/**
 * An account of a CalDAV server (RFC 4791). Events are read whole and expanded here: servers' own expansion and free-busy
 * differ, and some have neither.
 * @param account.timeZone IANA zone of times and dates that come without one
 */
export const caldavAccount = (account: DavAccount & { timeZone: string }): CalendarAccount => ({
  listCalendars: async () => await listDavCalendars(account),
  readBusy: async (calendarIds, range) => {
    const fetch = davFetch(account);
    const perCalendar = await Promise.all(
      calendarIds.map(async (url) => await objectsOf(url, range, fetch)),
    );
    return perCalendar.flat().flatMap((text): BusyTime[] => busyTimesIn(text, range, account));
  },
  events: writerOf(account),
});

const CalendarData = z.object({
  calendarData: z.union([z.string(), z.object({ _cdata: z.string() })]),
});

/** The objects of a calendar with events that reach into the range, as iCalendar texts. */
async function objectsOf(
  url: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  fetch: ReturnType<typeof davFetch>,
): Promise<string[]> {
  // Not tsdav's own calendarQuery, which throws for the whole when one event was deleted meanwhile.
  const answers = await davRequest({
    url,
    init: {
      method: "REPORT",
      headers: { depth: "1" },
      namespace: "c",
      body: {
        "calendar-query": {
          _attributes: { "xmlns:c": "urn:ietf:params:xml:ns:caldav", "xmlns:d": "DAV:" },
          "d:prop": { "d:getetag": {}, "c:calendar-data": {} },
          filter: {
            "comp-filter": {
              _attributes: { name: "VCALENDAR" },
              "comp-filter": {
                _attributes: { name: "VEVENT" },
                "time-range": {
                  _attributes: {
                    start: utcStamp(fromMs - marginMs),
                    end: utcStamp(toMs + marginMs),
                  },
                },
              },
            },
          },
        },
      },
    },
    fetch,
  });
  return multistatus(answers).flatMap((each) => {
    if (each.status === 404) {
      // Deleted between the server's search and its answer.
      return [];
    }
    const parsed = CalendarData.safeParse(each.props);
    if (!parsed.success) {
      throw new CalendarError("invalid", "The calendar server left out an event it had listed");
    }
    const { calendarData: data } = parsed.data;
    return [typeof data === "string" ? data : data._cdata];
  });
}

/** "20260301T100000Z" */
const utcStamp = (atMs: number): string =>
  new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");

type Found = { text: string; etag: string | null };

/** The event's own address is its key: a repeated PUT meets itself. */
const addressOf = (calendarId: string, { key }: { key: string }): string =>
  new URL(`${key}.ics`, calendarId.endsWith("/") ? calendarId : `${calendarId}/`).href;

const contentType = { "content-type": "text/calendar; charset=utf-8" };

function writerOf(account: DavAccount): EventWriter {
  async function find(address: string, fetch: typeof globalThis.fetch): Promise<Found | null> {
    const response = await fetch(address);
    if (response.status === 404 || response.status === 410) {
      return null;
    }
    requireDone(response, "read");
    return { text: await response.text(), etag: response.headers.get("etag") };
  }

  /** Replaces what was found. @returns null when it was changed in between */
  async function replace(
    at: { calendarId: string; address: string },
    found: Found,
    event: CalendarEvent,
    fetch: typeof globalThis.fetch,
  ): Promise<Written | null> {
    const sequence = (icalEventOf(found.text, event.uid)?.sequence ?? 0) + 1;
    const data = icalText(event, { nowMs: Date.now(), sequence, existing: found.text });
    const headers = { ...contentType, ...(found.etag === null ? {} : { "if-match": found.etag }) };
    const response = await updateObject({ url: at.address, data, headers, fetch });
    if (response.status === 412) {
      return null;
    }
    requireDone(response, "written");
    return writtenAs(at, event, response);
  }

  return {
    create: async (calendarId, event) => {
      const fetch = davFetch(account);
      const at = { calendarId, address: addressOf(calendarId, event) };
      const data = icalText(event, { nowMs: Date.now(), sequence: 0, existing: null });
      const response = await createObject({
        url: at.address,
        data,
        headers: { ...contentType, "if-none-match": "*" },
        fetch,
      });
      if (response.status !== 412) {
        requireDone(response, "written");
        return writtenAs(at, event, response);
      }
      const found = await find(at.address, fetch);
      const written = found === null ? null : await replace(at, found, event, fetch);
      if (written === null) {
        throw new CalendarError("unreachable", "The event was changed while it was written");
      }
      return written;
    },
    update: async (written, event) => {
      const fetch = davFetch(account);
      const at = { calendarId: written.calendarId, address: written.eventId };
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const found = await find(at.address, fetch);
        requireOurs(found, written, event);
        const replaced = await replace(at, found, event, fetch);
        if (replaced !== null) {
          return replaced;
        }
      }
      throw new CalendarError("unreachable", "The event was changed while it was written");
    },
    remove: async ({ eventId }) => {
      const response = await deleteObject({ url: eventId, fetch: davFetch(account) });
      if (response.status !== 404 && response.status !== 410) {
        requireDone(response, "removed");
      }
    },
  };
}

/** @throws CalendarError `drift` when the host moved or deleted the event */
function requireOurs(found: Found | null, written: Written, event: CalendarEvent): asserts found {
  const stands = found === null ? null : icalEventOf(found.text, event.uid);
  const standsAt = (at: { startMs: number; endMs: number }) =>
    at.startMs === stands?.startMs && at.endMs === stands.endMs;
  requireUnmoved(stands === null ? null : standsAt, written, event);
}

function writtenAs(
  { calendarId, address }: { calendarId: string; address: string },
  { startMs, endMs }: CalendarEvent,
  response: Response,
): Written {
  const etag = response.headers.get("etag");
  return { calendarId, eventId: address, etag, startMs, endMs, meetingUrl: null };
}

function requireDone({ ok, status }: Response, what: string): void {
  if (ok) {
    return;
  }
  if (status === 404 || status === 409 || status === 410) {
    throw new CalendarError("missing", "The calendar is not there any more");
  }
  throw new CalendarError("invalid", `The event could not be ${what}: the server said ${status}`);
}
