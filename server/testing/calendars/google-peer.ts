import type { calendar_v3 } from "@googleapis/calendar";
import { formatInstant, parseInstant } from "../../time";
import { partOf } from "./google-fields";
import { type GoogleCalendar, type GoogleEvent, GoogleStore, momentAt, msOf } from "./google-store";
import { type JsonPeer, jsonPeer, merged, type PeerAnswer, type PeerRequest } from "./json-peer";
import { judgeOf } from "./official-types";

const DAY_MS = 86_400_000;

/** An error as Google words it. */
export const googleError = (
  status: number,
  reason: string,
  headers: Record<string, string> = {},
): PeerAnswer => ({
  status,
  headers,
  body: {
    error: {
      code: status,
      message: `It is because of ${reason}.`,
      errors: [{ domain: "global", reason, message: `It is because of ${reason}.` }],
    },
  },
});

type Settings = {
  /** Of lists, whatever more was asked for. */
  pageSize: number;
  /** Whether meetings take Google longer than an answer. */
  conferencesPend: boolean;
  /** How a calendar that only tells its busy times answers who asks for its events. */
  closedAnswer: "forbids" | "denies" | "shows nothing";
};

type GooglePeer = JsonPeer & {
  settings: Settings;
  addCalendar: (calendar: GoogleCalendar) => GoogleStore;
  /** What the host sees in a calendar: nothing that was deleted. */
  shown: (calendarId: string) => GoogleEvent[];
};

/** Google Calendar in small, by its documentation and official types. It shows what bites; it is not the real one. */
export async function googlePeer(): Promise<GooglePeer> {
  const judge = await judgeOf("google");
  const stores = new Map<string, GoogleStore>();
  const isEvent = (value: unknown): value is GoogleEvent => judge("Event", value) === null;
  const isQuestion = (value: unknown): value is calendar_v3.Schema$FreeBusyRequest =>
    judge("FreeBusyRequest", value) === null;

  const settings: Settings = {
    pageSize: 2_500,
    conferencesPend: false,
    closedAnswer: "forbids",
  };

  const answer = ({ method, path, query, header, body }: PeerRequest): PeerAnswer => {
    const [area = "", owner = "", , id] = path;
    if (path.join("/") === "users/me/calendarList" && method === "GET") {
      return listCalendars(query);
    }
    if (path.join("/") === "freeBusy" && method === "POST" && isQuestion(body)) {
      return freeBusy(body);
    }
    const store = stores.get(owner);
    if (area !== "calendars" || store === undefined) {
      return googleError(404, "notFound");
    }
    if (method === "GET" && id === undefined) {
      return listEvents(store, query);
    }
    const { accessRole } = store.calendar;
    if (method !== "GET" && accessRole !== "owner" && accessRole !== "writer") {
      return googleError(403, "requiredAccessLevel");
    }
    if (query.get("sendUpdates") !== "none" && method !== "GET") {
      // The real one would write to people.
      return googleError(400, "thisPeerSendsNothing");
    }
    if (method === "POST" && id === undefined && isEvent(body)) {
      return insert(store, body, query);
    }
    const event = store.events.get(id ?? "");
    if (event === undefined) {
      return googleError(404, "notFound");
    }
    const ifMatch = header("if-match");
    if (ifMatch !== null && ifMatch !== event.etag) {
      return googleError(412, "conditionNotMet");
    }
    if (method === "GET") {
      return { status: 200, body: event };
    }
    if (method === "PATCH" && isEvent(body)) {
      const patched = merged(event, body);
      return isEvent(patched)
        ? keep(store, withConference(patched, query))
        : googleError(400, "invalid");
    }
    if (method === "DELETE") {
      if (event.status === "cancelled") {
        return googleError(410, "deleted");
      }
      store.put({ ...event, status: "cancelled" });
      return { status: 204 };
    }
    return googleError(400, "badRequest");
  };

  const keep = (store: GoogleStore, event: GoogleEvent): PeerAnswer => {
    const kept = store.put(event);
    return kept === null ? googleError(400, "invalid") : { status: 200, body: kept };
  };

  const insert = (store: GoogleStore, event: GoogleEvent, query: URLSearchParams): PeerAnswer => {
    if (typeof event.id === "string" && !/^[a-v0-9]{5,1024}$/.test(event.id)) {
      return googleError(400, "invalid");
    }
    return store.events.has(event.id ?? "")
      ? googleError(409, "duplicate")
      : keep(store, withConference(event, query));
  };

  /** A meeting's name follows from the request's id: the same request opens no second one. */
  const withConference = (event: GoogleEvent, query: URLSearchParams): GoogleEvent => {
    const { conferenceData, ...rest } = event;
    const request = conferenceData?.createRequest;
    if (request === undefined || query.get("conferenceDataVersion") !== "1") {
      return conferenceData === undefined || query.get("conferenceDataVersion") === "1"
        ? event
        : rest;
    }
    if (settings.conferencesPend) {
      const createRequest = { ...request, status: { statusCode: "pending" } };
      return { ...rest, conferenceData: { createRequest } };
    }
    const uri = `https://meet.google.com/${request.requestId}`;
    return {
      ...rest,
      hangoutLink: uri,
      conferenceData: {
        createRequest: { ...request, status: { statusCode: "success" } },
        conferenceId: request.requestId ?? null,
        entryPoints: [{ entryPointType: "video", uri }],
      },
    };
  };

  const pageOf = <Item>(items: readonly Item[], query: URLSearchParams) => {
    const from = Number(query.get("pageToken") ?? 0);
    const to = from + Math.min(Number(query.get("maxResults") ?? 250), settings.pageSize);
    return {
      items: items.slice(from, to),
      ...(to < items.length ? { nextPageToken: String(to) } : { nextSyncToken: "later" }),
    };
  };

  const listCalendars = (query: URLSearchParams): PeerAnswer => {
    const entries = [...stores.values()].map(({ calendar }) => ({
      kind: "calendar#calendarListEntry",
      ...calendar,
    }));
    return { status: 200, body: { kind: "calendar#calendarList", ...pageOf(entries, query) } };
  };

  const listEvents = (store: GoogleStore, query: URLSearchParams): PeerAnswer => {
    const { accessRole, timeZone, summary } = store.calendar;
    const head = { kind: "calendar#events", accessRole, timeZone, summary };
    if (accessRole === "freeBusyReader") {
      const answers = {
        forbids: googleError(403, "forbidden"),
        denies: googleError(404, "notFound"),
        "shows nothing": { status: 200, body: { ...head, items: [] } },
      };
      return answers[settings.closedAnswer];
    }
    const fromMs = parseInstant(query.get("timeMin") ?? "");
    const toMs = parseInstant(query.get("timeMax") ?? "");
    if (fromMs === null || toMs === null || fromMs >= toMs) {
      return googleError(400, "timeRangeEmpty");
    }
    if (Number(query.get("maxResults") ?? 250) > 2_500) {
      return googleError(400, "invalid");
    }
    const singleEvents = query.get("singleEvents") === "true";
    const most = Number(query.get("maxAttendees") ?? 1_000);
    const found = store
      .list({ fromMs, toMs }, singleEvents)
      // Cancelled instances of a series show unless it is expanded.
      .filter(
        ({ status, recurringEventId }) =>
          status !== "cancelled" || (!singleEvents && typeof recurringEventId === "string"),
      )
      .map((event) =>
        (event.attendees?.length ?? 0) <= most
          ? event
          : {
              ...event,
              attendeesOmitted: true,
              attendees: event.attendees?.filter(({ self }) => self) ?? [],
            },
      );
    return { status: 200, body: { ...head, ...pageOf(found, query) } };
  };

  const freeBusy = ({
    timeMin,
    timeMax,
    items,
  }: calendar_v3.Schema$FreeBusyRequest): PeerAnswer => {
    const fromMs = parseInstant(timeMin ?? "");
    const toMs = parseInstant(timeMax ?? "");
    if (fromMs === null || toMs === null || fromMs >= toMs) {
      return googleError(400, "timeRangeEmpty");
    }
    if (toMs - fromMs > 90 * DAY_MS) {
      return googleError(400, "timeRangeTooLong");
    }
    const tooMany = (items?.length ?? 0) > 50;
    const calendars: Record<string, calendar_v3.Schema$FreeBusyCalendar> = {};
    for (const { id } of items ?? []) {
      const store = stores.get(id ?? "");
      const reason = tooMany ? "tooManyCalendarsRequested" : "notFound";
      calendars[id ?? ""] =
        tooMany || store === undefined
          ? { errors: [{ domain: "global", reason }] }
          : { busy: busyOf(store, { fromMs, toMs }) };
    }
    return { status: 200, body: { kind: "calendar#freeBusy", timeMin, timeMax, calendars } };
  };

  /** Times that reach out of the range are cut to it. */
  const busyOf = (store: GoogleStore, { fromMs, toMs }: { fromMs: number; toMs: number }) =>
    store
      .list({ fromMs, toMs }, true)
      .filter(
        ({ status, transparency }) => status !== "cancelled" && transparency !== "transparent",
      )
      .map(({ start, end }) => ({
        start: formatInstant(Math.max(fromMs, msOf(start, store.calendar.timeZone) ?? 0)),
        end: formatInstant(Math.min(toMs, msOf(end, store.calendar.timeZone) ?? 0)),
      }));

  const judgeCall = ({ method, path, body }: PeerRequest, answered: PeerAnswer) => {
    const isQuery = path[0] === "freeBusy";
    const isList = method === "GET" && path.length === 3;
    const answerType = isQuery ? "FreeBusyResponse" : isList ? "Events" : "Event";
    const type = path[0] === "users" ? "CalendarList" : answerType;
    return [
      body === undefined ? null : judge(isQuery ? "FreeBusyRequest" : "Event", body),
      answered.status === 200 ? judge(type, answered.body) : null,
    ];
  };

  const peer = await jsonPeer({
    base: "/calendar/v3",
    answer: (request) => {
      const full = answer(request);
      return full.status === 200
        ? { ...full, body: partOf(full.body, request.query.get("fields")) }
        : full;
    },
    unauthorized: googleError(401, "authError"),
    judge: judgeCall,
  });
  return Object.assign(peer, {
    settings,
    addCalendar: (calendar: GoogleCalendar) => {
      const store = new GoogleStore(calendar);
      stores.set(calendar.id, store);
      return store;
    },
    shown: (calendarId: string) =>
      [...(stores.get(calendarId)?.events.values() ?? [])].filter(
        ({ status }) => status !== "cancelled",
      ),
  });
}

/** An event's two ends. */
export const between = (timeZone: string, startMs: number, endMs: number) => ({
  start: momentAt(timeZone, startMs),
  end: momentAt(timeZone, endMs),
});
