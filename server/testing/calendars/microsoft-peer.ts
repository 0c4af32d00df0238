import type { Calendar, Event, User } from "@microsoft/microsoft-graph-types/microsoft-graph.d.ts";
import { parseInstant } from "../../time";
import {
  isTree,
  type JsonPeer,
  jsonPeer,
  type PeerAnswer,
  type PeerRequest,
  type Tree,
} from "./json-peer";
import { type GraphEvent, GraphStore } from "./microsoft-store";
import { judgeOf } from "./official-types";

const DAY_MS = 86_400_000;
/** What Outlook puts below a text, with the way into the meeting. */
const meetingBlob = (joinUrl: string) => `\n${"_".repeat(80)}\nJoin the meeting: ${joinUrl}`;

/** An error as Graph words it. */
export const graphError = (
  status: number,
  code: string,
  headers: Record<string, string> = {},
): PeerAnswer => ({
  status,
  headers,
  body: { error: { code, message: `It is because of ${code}.`, innerError: {} } },
});

type Settings = {
  /** Of lists, whatever more was asked for. */
  pageSize: number;
  /** What becomes of a transaction that is repeated: its event is the answer, or none, or another is made. */
  repeated: "is answered" | "is refused" | "was forgotten";
  me: User;
};

type MicrosoftPeer = JsonPeer & {
  settings: Settings;
  addCalendar: (calendar: Calendar) => GraphStore;
  /** What the host sees in a calendar. */
  shown: (calendarId: string) => GraphEvent[];
};

/** Microsoft Graph's calendars in small, by its documentation and official types. It shows what bites; it is not the real one. */
export async function microsoftPeer(): Promise<MicrosoftPeer> {
  const judge = await judgeOf("microsoft");
  const stores = new Map<string, GraphStore>();
  const transactions = new Map<string, string>();
  const isEvent = (value: unknown): value is Event => judge("Event", value) === null;
  const settings: Settings = { pageSize: 1_000, repeated: "is answered", me: {} };

  const answer = (request: PeerRequest, peer: JsonPeer): PeerAnswer => {
    const { method, path, body, header } = request;
    const [me, area = "", owner = "", kind = "", id, ...more] = path;
    if (me !== "me" || more.length > 0) {
      return graphError(404, "ResourceNotFound");
    }
    if (area === "" && method === "GET") {
      return { status: 200, body: selected(settings.me, request) };
    }
    const store = stores.get(owner);
    if (area === "calendars" && owner === "" && method === "GET") {
      return listOf(
        [...stores.values()].map(({ calendar }) => calendar),
        request,
        peer,
      );
    }
    if (area !== "calendars" || store === undefined) {
      return graphError(404, "ErrorItemNotFound");
    }
    if (kind === "calendarView" && method === "GET") {
      return view(store, request, peer);
    }
    if (id === undefined && method === "GET") {
      return filtered(store, request, peer);
    }
    if (method !== "GET" && store.calendar.canEdit !== true) {
      return graphError(403, "ErrorAccessDenied");
    }
    if (id === undefined && method === "POST" && isEvent(body)) {
      return insert(store, body, request);
    }
    const event = store.events.get(id?.replace(/^changing-/, "") ?? "");
    if (event === undefined) {
      return graphError(404, "ErrorItemNotFound");
    }
    const ifMatch = header("if-match");
    if (ifMatch !== null && ifMatch !== event["@odata.etag"]) {
      return graphError(412, "ErrorIrresolvableConflict");
    }
    if (method === "GET") {
      return { status: 200, body: selected(event, request) };
    }
    if (method === "PATCH" && isEvent(body) && body.transactionId === undefined) {
      return keep(store, withMeeting({ ...event, ...body }, event), 200, request);
    }
    if (method === "DELETE") {
      store.events.delete(event.id ?? "");
      return { status: 204 };
    }
    return graphError(400, "BadRequest");
  };

  const keep = (
    store: GraphStore,
    event: GraphEvent,
    status: number,
    request: PeerRequest,
  ): PeerAnswer => {
    const odd = event.singleValueExtendedProperties?.some(
      ({ id }) => !/^String \{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\} Name \w+$/i.test(id ?? ""),
    );
    const kept = odd ? null : store.put(event);
    return kept === null
      ? graphError(400, "ErrorInvalidRequest")
      : { status, body: selected(kept, request) };
  };

  const insert = (store: GraphStore, event: Event, request: PeerRequest): PeerAnswer => {
    const transaction = event.transactionId ?? "";
    const known = transactions.get(transaction);
    if (known !== undefined && settings.repeated !== "was forgotten") {
      const made = store.events.get(known);
      if (settings.repeated === "is refused") {
        return graphError(409, "ErrorDuplicateTransactionId");
      }
      if (made !== undefined) {
        return { status: 201, body: selected(made, request) };
      }
    }
    const answered = keep(store, withMeeting(event, {}), 201, request);
    const [made] = [...store.events.values()].slice(-1);
    if (answered.status === 201 && transaction !== "") {
      transactions.set(transaction, made?.id ?? "");
    }
    return answered;
  };

  /** Opens a meeting where one is wanted, and closes it where its text lost the way into it. */
  const withMeeting = (event: GraphEvent, before: GraphEvent): GraphEvent => {
    const { joinUrl } = before.onlineMeeting ?? {};
    if (typeof joinUrl === "string") {
      return event.body?.content?.includes(joinUrl) === true
        ? event
        : { ...event, isOnlineMeeting: false, onlineMeeting: null };
    }
    if (event.isOnlineMeeting !== true || event.onlineMeetingProvider !== "teamsForBusiness") {
      return event;
    }
    const opened = `https://teams.microsoft.com/l/meetup-join/${stores.size}-${event.transactionId}`;
    const content = `${event.body?.content ?? ""}${meetingBlob(opened)}`;
    return { ...event, body: { contentType: "html", content }, onlineMeeting: { joinUrl: opened } };
  };

  const view = (store: GraphStore, request: PeerRequest, peer: JsonPeer): PeerAnswer => {
    const fromMs = parseInstant(request.query.get("startDateTime") ?? "");
    const toMs = parseInstant(request.query.get("endDateTime") ?? "");
    if (fromMs === null || toMs === null || fromMs >= toMs) {
      return graphError(400, "ErrorInvalidParameter");
    }
    return toMs - fromMs > 1_825 * DAY_MS
      ? graphError(400, "ErrorCalendarViewRangeTooBig")
      : listOf(store.view({ fromMs, toMs }), request, peer);
  };

  const filtered = (store: GraphStore, request: PeerRequest, peer: JsonPeer): PeerAnswer => {
    const filter = request.query.get("$filter") ?? "";
    const [, name, value] =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']*)'\)$/.exec(
        filter,
      ) ?? [];
    if (name === undefined) {
      return graphError(400, "BadRequest");
    }
    const found = [...store.events.values()].filter((event) =>
      event.singleValueExtendedProperties?.some((each) => each.id === name && each.value === value),
    );
    return listOf(found, request, peer);
  };

  /** Ten on a page, unless more are asked for. */
  const listOf = (items: readonly object[], request: PeerRequest, peer: JsonPeer): PeerAnswer => {
    const { query, path } = request;
    const top = Number(query.get("$top") ?? 10);
    if (top > 1_000) {
      return graphError(400, "ErrorInvalidParameter");
    }
    const from = Number(query.get("$skip") ?? 0);
    const to = from + Math.min(top, settings.pageSize);
    const rest = new URLSearchParams(query);
    rest.set("$skip", String(to));
    const next = `${peer.baseUrl}/${path.map(encodeURIComponent).join("/")}?${rest}`;
    return {
      status: 200,
      body: {
        value: items.slice(from, to).map((item) => selected(item, request)),
        ...(to < items.length ? { "@odata.nextLink": next } : {}),
      },
    };
  };

  const peer = await jsonPeer({
    base: "/v1.0",
    answer,
    unauthorized: graphError(401, "InvalidAuthenticationToken"),
    judge: ({ path, body }, { status, body: answered }) => {
      const type = path.length === 1 ? "User" : path.length === 2 ? "Calendar" : "Event";
      const items =
        isTree(answered) && Array.isArray(answered["value"]) ? answered["value"] : [answered];
      return [
        body === undefined ? null : judge("Event", body),
        ...(status < 300 && status !== 204 ? items.map((item) => judge(type, bare(item))) : []),
      ];
    },
  });
  return Object.assign(peer, {
    settings,
    addCalendar: (calendar: Calendar) => {
      const store = new GraphStore(calendar);
      stores.set(calendar.id ?? "", store);
      return store;
    },
    shown: (calendarId: string) => [...(stores.get(calendarId)?.events.values() ?? [])],
  });
}

/** Without what is OData's own. */
const bare = (item: unknown): unknown =>
  isTree(item)
    ? Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith("@odata.")))
    : item;

/**
 * What of a thing was asked for: its id and etag always; extended properties only where expanded, their namespace in
 * the server's spelling; and an id that changes with the folder unless the other kind is preferred.
 */
function selected(item: object, { query, header }: PeerRequest): Tree {
  const fields = query.get("$select")?.split(",");
  const [, expanded] =
    /^singleValueExtendedProperties\(\$filter=id eq '([^']+)'\)$/.exec(
      query.get("$expand") ?? "",
    ) ?? [];
  const picked: Tree = {};
  for (const [name, value] of Object.entries(item)) {
    if (name === "singleValueExtendedProperties") {
      const found = Array.isArray(value) ? value.filter(({ id }) => id === expanded) : [];
      if (found.length > 0) {
        picked[name] = found.map(({ id, value }) => ({
          id: id.replace(/\{.*\}/, (guid: string) => guid.toUpperCase()),
          value,
        }));
      }
    } else if (name === "id" && "start" in item) {
      picked[name] = header("prefer")?.includes('IdType="ImmutableId"')
        ? value
        : `changing-${value}`;
    } else if (fields === undefined || fields.includes(name) || /^id$|^@odata/.test(name)) {
      picked[name] = value;
    }
  }
  return picked;
}
