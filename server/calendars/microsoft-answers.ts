import { z } from "zod";
import { isCivilDate, parseInstant, wallClockToInstant } from "../time";
import {
  addressOf,
  type Ask,
  type Manners,
  parseReply,
  type ProviderAccess,
  readPages,
} from "./calls";
import { CalendarError } from "./provider";

const Failure = z.object({ error: z.object({ code: z.string() }) });

/** What only the account's owner, or their administrator, can mend by letting us in anew. */
const refusingReasons = new Set([
  "ErrorAccessDenied",
  "AccessDenied",
  "Authorization_RequestDenied",
]);

/** How Microsoft Graph says what went wrong (learn.microsoft.com/graph/errors). */
export const microsoftManners: Manners = {
  name: "Microsoft",
  reasonOf: (body) => {
    const failure = Failure.safeParse(body);
    return failure.success ? failure.data.error.code : null;
  },
  forbids: (reason) => {
    if (reason === "ApplicationThrottled" || reason === "ErrorExceededConnectionCount") {
      return "now";
    }
    return reason !== null && refusingReasons.has(reason) ? "always" : "this";
  },
};

/**
 * How Graph is to answer: times in UTC, and ids that stay when an event moves to another folder. Not said once, it
 * would be another kind of id.
 */
const preferences = { prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' };

/** Asks with our preferences. */
export const preferring =
  (ask: Ask): Ask =>
  (question) =>
    ask({ ...question, headers: { ...preferences, ...question.headers } });

/** A property of Outlook's items that only we know the name of, by a namespace of our own. */
export const keyProperty = "String {5d3b6a0e-3a53-4c0f-9a5e-6f1d6f1f2b47} Name astrocal_key";

/** What brings the key along, as extended properties come only when they are asked for. */
export const keyExpansion = `singleValueExtendedProperties($filter=id eq '${keyProperty}')`;

const ExtendedProperties = z
  .array(z.object({ id: z.string(), value: z.string().nullish() }))
  .default([]);

/** The key among the properties that came along; their ids come back in the server's own spelling of the namespace. */
export const keyIn = (properties: z.output<typeof ExtendedProperties>): string | null =>
  properties.find(({ id }) => id.toLowerCase() === keyProperty.toLowerCase())?.value ?? null;

/** "2026-03-01T10:00:00.0000000": no zone within, as it stands beside. */
const WallClock = z.object({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/),
  timeZone: z.literal("UTC"),
});

const Ends = z.object({
  isAllDay: z.boolean().default(false),
  start: WallClock,
  end: WallClock,
});

/**
 * When an event is, in epoch milliseconds. A whole day has no zone: Graph gives its midnights whatever zone is asked
 * for, and they are those of `timeZone`.
 * @throws CalendarError `invalid`
 */
export function timesOf(
  { isAllDay, start, end }: z.output<typeof Ends>,
  timeZone: string,
): { startMs: number; endMs: number } {
  const msOf = ({ dateTime }: z.output<typeof WallClock>): number => {
    const [date = "", time = ""] = dateTime.split("T");
    if (isAllDay && time.startsWith("00:00:00") && isCivilDate(date)) {
      return wallClockToInstant(timeZone, date, 0);
    }
    const atMs = parseInstant(`${dateTime}Z`);
    if (atMs === null) {
      throw new CalendarError("invalid", "Microsoft's answer holds a time that is none");
    }
    return atMs;
  };
  return { startMs: msOf(start), endMs: msOf(end) };
}

export const CalendarItem = z.object({
  id: z.string(),
  name: z.string().nullish(),
  canEdit: z.boolean().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
});

/** An event of a view that takes time, or null for one that takes none. */
export const ViewItem = z.union([
  z.object({ isCancelled: z.literal(true) }).transform(() => null),
  Ends.extend({
    id: z.string(),
    showAs: z.string().nullish(),
    responseStatus: z.object({ response: z.string().nullish() }).nullish(),
    singleValueExtendedProperties: ExtendedProperties,
  }),
]);
export const viewFields = "id,start,end,isAllDay,isCancelled,showAs,responseStatus";

/** An event as it is kept. */
export const StoredEvent = Ends.extend({
  id: z.string(),
  "@odata.etag": z.string().nullable().default(null),
  isCancelled: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});
export type StoredEvent = z.output<typeof StoredEvent>;
export const storedFields = "id,start,end,isAllDay,isCancelled,isOnlineMeeting,onlineMeeting";

export const Me = z.object({
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/**
 * Everything on a list's pages. Graph gives the whole address of the next: one that leads elsewhere would be given
 * the account's token.
 * @throws CalendarError `invalid` when an address leads elsewhere
 */
export async function readList<Item extends z.ZodType>(
  ask: Ask,
  { baseUrl }: ProviderAccess,
  segments: readonly string[],
  query: Readonly<Record<string, string>>,
  item: Item,
): Promise<z.output<Item>[]> {
  const List = z.object({ value: z.array(item), "@odata.nextLink": z.string().optional() });
  return await readPages(async (cursor) => {
    if (cursor !== null && (!URL.canParse(cursor) || originOf(cursor) !== originOf(baseUrl))) {
      throw new CalendarError("invalid", "Microsoft's answer leads to another host");
    }
    const url = cursor ?? addressOf(baseUrl, segments, query);
    const reply = await ask({ method: "GET", url });
    const { value, "@odata.nextLink": next = null } = parseReply(List, reply, "Microsoft");
    return { items: value, next };
  });
}

const originOf = (url: string): string => new URL(url).origin;
