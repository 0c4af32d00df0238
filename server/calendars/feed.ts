import { dropOldest } from "../drop-oldest";
import type { Outgoing, OutgoingAnswer } from "../outgoing/call";
import { OutgoingError } from "../outgoing/failure";
import { retryAfterMs } from "../webhooks/schedule";
import { busyTimesIn } from "./expand";
import { type CalendarAccount, CalendarError } from "./provider";

export type Feed = {
  url: string;
  call: Outgoing["call"];
  deadlineMs: number;
  /** IANA zone of times and dates that come without one. */
  timeZone: string;
};

/** What a feed may weigh: larger ones are archives. */
const maxBytes = 5 * 1024 * 1024;
const maxRedirects = 3;
/** Feeds whose last text is kept, so that a server that says "unchanged" need not send it again: at most 100 MB. */
const maxKept = 20;

type Kept = { etag: string | null; lastModified: string | null; text: string };
const kept = new Map<string, Kept>();

/** A calendar that is published at an address (`webcal:` too), of which we learn busy times and nothing else. */
export const feedAccount = (feed: Feed): CalendarAccount => ({
  listCalendars: async () => {
    const text = await readFeed(feed);
    const [, name] = /^X-WR-CALNAME:(.*)$/m.exec(text) ?? [];
    const fallback = new URL(feed.url).host;
    return [{ id: "feed", name: name?.trim() || fallback, isWritable: false, isPrimary: false }];
  },
  readBusy: async (calendarIds, range) =>
    calendarIds.length === 0 ? [] : busyTimesIn(await readFeed(feed), range, feed),
  events: null,
});

/** The address that a `webcal:` one stands for, and every other as it is. */
export const feedUrl = (typed: string): string => typed.replace(/^webcals?:/i, "https:");

/** @throws CalendarError */
async function readFeed({ url, call, deadlineMs }: Feed): Promise<string> {
  const before = kept.get(url);
  const headers: Record<string, string> = {
    accept: "text/calendar",
    ...(before?.etag ? { "if-none-match": before.etag } : {}),
    ...(before?.lastModified ? { "if-modified-since": before.lastModified } : {}),
  };
  const answer = await follow(call, url, headers, deadlineMs);
  if (answer.status === 304 && before !== undefined) {
    return before.text;
  }
  const text = textOf(answer);
  keep(url, { etag: answer.header("etag"), lastModified: answer.header("last-modified"), text });
  return text;
}

async function follow(
  call: Outgoing["call"],
  first: string,
  headers: Record<string, string>,
  deadlineMs: number,
): Promise<OutgoingAnswer> {
  const until = performance.now() + deadlineMs;
  let url = first;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const left = Math.max(1, Math.round(until - performance.now()));
    const request = { method: "GET", headers, deadlineMs: left, maxBytes };
    const answer = await call(url, request).catch((error: unknown) => {
      throw error instanceof OutgoingError
        ? new CalendarError("unreachable", error.message, { cause: error })
        : error;
    });
    const location = answer.header("location");
    if (answer.status < 300 || answer.status >= 400 || location === null) {
      return answer;
    }
    url = new URL(location, url).href;
  }
  throw new CalendarError("invalid", "The feed's address leads from one place to another");
}

function textOf({ status, header, body, isCut }: OutgoingAnswer): string {
  if (status === 401 || status === 403) {
    throw new CalendarError("refused", "The feed is not public: its host asks for a password");
  }
  if (status === 404 || status === 410) {
    throw new CalendarError("missing", "There is no feed at this address any more");
  }
  if (status !== 200) {
    throw new CalendarError("unreachable", `The feed's host is in trouble (${status})`, {
      retryAfterMs: retryAfterMs(429, header("retry-after"), Date.now()),
    });
  }
  if (isCut) {
    throw new CalendarError("invalid", "The feed is larger than 5 MB");
  }
  const text = new TextDecoder().decode(body);
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new CalendarError("invalid", "What is published there is no calendar (iCalendar file)");
  }
  return text;
}

function keep(url: string, feed: Kept): void {
  kept.delete(url);
  kept.set(url, feed);
  dropOldest(kept, maxKept);
}
