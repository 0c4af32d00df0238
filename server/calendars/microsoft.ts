import { formatInstant } from "../time";
import {
  addressOf,
  beginCalls,
  eachOf,
  parseReply,
  piecesOf,
  type ProviderAccess,
  reachesInto,
  widened,
} from "./calls";
import {
  CalendarItem,
  keyExpansion,
  keyIn,
  Me,
  microsoftManners,
  preferring,
  readList,
  timesOf,
  viewFields,
  ViewItem,
} from "./microsoft-answers";
import { microsoftEvents } from "./microsoft-events";
import { type BusyTime, type CalendarAccount, CalendarError } from "./provider";

/** A calendar view takes no longer range. */
const viewDays = 1_825;
/** Of a page: Graph's most for calendar views is 1,000. */
const pageSize = "500";

/** A Microsoft account's calendars, by version 1.0 of Microsoft Graph. */
export const microsoftAccount = (access: ProviderAccess): CalendarAccount => ({
  listCalendars: async () => {
    const ask = preferring(beginCalls(access, microsoftManners));
    const query = { $select: "id,name,canEdit,isDefaultCalendar", $top: "100" };
    const calendars = await readList(ask, access, ["me", "calendars"], query, CalendarItem);
    return calendars.map(({ id, name, canEdit, isDefaultCalendar }) => ({
      id,
      name: name ?? "Calendar",
      isWritable: canEdit === true,
      isPrimary: isDefaultCalendar === true,
    }));
  },

  readBusy: async (calendarIds, range) => {
    const ask = preferring(beginCalls(access, microsoftManners));
    const questions = calendarIds.flatMap((calendarId) =>
      piecesOf(widened(range), viewDays).map((piece) => ({ calendarId, piece })),
    );
    // By ids, as what crosses from one piece into the next is in both.
    const times = new Map<string, BusyTime>();
    await eachOf(questions, async ({ calendarId, piece }) => {
      const query = {
        startDateTime: formatInstant(piece.fromMs),
        endDateTime: formatInstant(piece.toMs),
        $select: viewFields,
        $expand: keyExpansion,
        $top: pageSize,
      };
      const path = ["me", "calendars", calendarId, "calendarView"];
      const items = await readList(ask, access, path, query, ViewItem);
      for (const item of items) {
        if (item !== null && takesTime(item)) {
          const key = keyIn(item.singleValueExtendedProperties);
          times.set(`${calendarId} ${item.id}`, { ...timesOf(item, access.timeZone), key });
        }
      }
    });
    return [...times.values()].filter((time) => reachesInto(range, time));
  },

  events: microsoftEvents(access),
});

/** Whether an event makes its owner busy; "tentative", "oof" and what Graph may yet invent do. */
const takesTime = ({
  showAs,
  responseStatus,
}: {
  showAs?: string | null | undefined;
  responseStatus?: { response?: string | null | undefined } | null | undefined;
}): boolean =>
  showAs !== "free" && showAs !== "workingElsewhere" && responseStatus?.response !== "declined";

/** The address of the account's owner: what they are written to by, or else what they sign in with. @throws CalendarError */
export async function readAccountAddress(access: ProviderAccess): Promise<string> {
  const ask = beginCalls(access, microsoftManners);
  const url = addressOf(access.baseUrl, ["me"], { $select: "mail,userPrincipalName" });
  const { mail, userPrincipalName } = parseReply(
    Me,
    await ask({ method: "GET", url }),
    microsoftManners.name,
  );
  const address = mail ?? userPrincipalName ?? null;
  if (address === null) {
    throw new CalendarError("invalid", "Microsoft does not say whose account this is");
  }
  return address;
}
