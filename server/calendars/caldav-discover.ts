import { propfind } from "tsdav";
import { z } from "zod";
import { multistatus } from "./dav-answer";
import { type DavAccount, davFetch } from "./dav-fetch";
import { CalendarError, type ListedCalendar } from "./provider";

type Fetch = ReturnType<typeof davFetch>;
type Props = Record<string, unknown>;

/**
 * The calendars of an account, found as RFC 6764 §6 has it: the address that was typed, or its host's well-known one, names
 * the person; the person's home lists the calendars.
 * @throws CalendarError when there are none to be found
 */
export async function listDavCalendars(account: DavAccount): Promise<ListedCalendar[]> {
  const fetch = davFetch(account);
  const home = await homeOf(account.serverUrl, fetch);
  const listed = await ask(home, "1", listProps, fetch);
  const calendars = listed.flatMap(({ url, props }) => calendarOf(url, props));
  if (calendars.length === 0) {
    throw new CalendarError("missing", "This account has no calendar with events");
  }
  return calendars;
}

const listProps = {
  "d:resourcetype": {},
  "d:displayname": {},
  "d:current-user-privilege-set": {},
  "c:supported-calendar-component-set": {},
};

async function homeOf(serverUrl: string, fetch: Fetch): Promise<string> {
  const principal = await principalOf(serverUrl, fetch);
  const [answer] = await ask(principal, "0", { "c:calendar-home-set": {} }, fetch);
  const home = hrefIn(answer?.props["calendarHomeSet"]);
  if (home === null) {
    throw new CalendarError(
      "invalid",
      "The server does not say where this account's calendars are",
    );
  }
  return new URL(home, principal).href;
}

/** Asks the typed address first: hosts with several services have their well-known one for another. */
async function principalOf(serverUrl: string, fetch: Fetch): Promise<string> {
  for (const url of [serverUrl, new URL("/.well-known/caldav", serverUrl).href]) {
    const found = await principalAt(url, fetch);
    if (found !== null) {
      return found;
    }
  }
  throw new CalendarError(
    "invalid",
    "No CalDAV server answers at this address. Look up the address your provider gives for CalDAV.",
  );
}

async function principalAt(url: string, fetch: Fetch): Promise<string | null> {
  try {
    const [answer] = await ask(url, "0", { "d:current-user-principal": {} }, fetch);
    const href = hrefIn(answer?.props["currentUserPrincipal"]);
    return href === null ? null : new URL(href, url).href;
  } catch (error) {
    // A page for people, or nothing at all, at this address; the other may answer yet.
    if (
      error instanceof CalendarError &&
      (error.reason === "invalid" || error.reason === "missing")
    ) {
      return null;
    }
    throw error;
  }
}

async function ask(
  url: string,
  depth: "0" | "1",
  props: Record<string, object>,
  fetch: Fetch,
): Promise<{ url: string; props: Props }[]> {
  const answers = multistatus(await propfind({ url, props, depth, fetch }));
  return answers.map((each) => ({
    url: new URL(each.href ?? "", url).href,
    props: z.record(z.string(), z.unknown()).parse(each.props ?? {}),
  }));
}

const Text = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform(String),
  z.object({ _cdata: z.string() }).transform((each) => each._cdata),
]);

function hrefIn(value: unknown): string | null {
  const parsed = z.object({ href: z.union([Text, z.array(Text).nonempty()]) }).safeParse(value);
  if (!parsed.success) {
    return null;
  }
  const { href } = parsed.data;
  return typeof href === "string" ? href : (href[0] ?? null);
}

/** Elements that come once are no lists in what tsdav makes of XML. */
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function calendarOf(url: string, props: Props): ListedCalendar[] {
  const kinds = z.record(z.string(), z.unknown()).safeParse(props["resourcetype"]);
  if (!kinds.success || !("calendar" in kinds.data) || !takesEvents(props)) {
    return [];
  }
  const name = Text.safeParse(props["displayname"]);
  const fallback = new URL(url).pathname.split("/").findLast((part) => part !== "") ?? url;
  const isWritable = mayWrite(props["currentUserPrivilegeSet"]);
  return [{ id: url, name: name.success ? name.data : fallback, isWritable, isPrimary: false }];
}

function takesEvents(props: Props): boolean {
  const set = z.object({ comp: z.unknown() }).safeParse(props["supportedCalendarComponentSet"]);
  // Who does not say takes all kinds (RFC 4791 §5.2.3).
  return !set.success || listed(set.data.comp).some((each) => nameOf(each) === "VEVENT");
}

const nameOf = (component: unknown): string | null =>
  z.object({ _attributes: z.object({ name: z.string() }) }).safeParse(component).data?._attributes
    .name ?? null;

const writing = ["write", "writeContent", "all", "bind"];

function mayWrite(privileges: unknown): boolean {
  const set = z.object({ privilege: z.unknown() }).safeParse(privileges);
  // Who does not say is asked when the first booking is written.
  return (
    !set.success ||
    listed(set.data.privilege).some(
      (each) => typeof each === "object" && each !== null && writing.some((name) => name in each),
    )
  );
}
