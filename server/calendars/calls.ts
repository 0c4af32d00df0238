import { z } from "zod";
import type { Outgoing, OutgoingAnswer } from "../outgoing/call";
import { OutgoingError } from "../outgoing/failure";
import { retryAfterMs } from "../webhooks/schedule";
import { CalendarError } from "./provider";

/** A way into one person's account at a provider that answers in JSON. */
export type ProviderAccess = {
  call: Outgoing["call"];
  /** Of the provider's API, without a slash at its end. */
  baseUrl: string;
  /** A token that is good now; after a refusal, one newer than that which was refused. @throws CalendarError */
  accessToken: (options?: { afterRefusal: boolean }) => Promise<string>;
  /** IANA: of dates that come without a zone. */
  timeZone: string;
  /** For a whole operation, such as reading the busy times of all calendars. */
  deadlineMs: number;
};

/** How a provider says what went wrong. */
export type Manners = {
  name: string;
  /** The provider's own word for a failure (`rateLimitExceeded`), out of an answer's body. */
  reasonOf: (body: unknown) => string | null;
  /** Whether a 403 of this reason means "not so fast", "your access does not reach there", or neither. */
  forbids: (reason: string | null) => "now" | "always" | "this";
};

export type Question = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Statuses besides 2xx that whoever asks knows how to take. */
  expected?: readonly number[];
};

export type Reply = { status: number; body: unknown; reason: string | null };

/** One question with the account's token, within the operation's deadline. @throws CalendarError */
export type Ask = (question: Question) => Promise<Reply>;

/** A page of events is a megabyte at most: 2,500 of some 400 bytes. */
const maxBytes = 8 * 1024 * 1024;
/** 250,000 of Google's events: whoever sends more pages does not mean to end. */
const maxPages = 100;
/** Microsoft takes four calls at a time for one mailbox (Graph's limits for Outlook). */
const atOnce = 4;

const DAY_MS = 86_400_000;

/** Begins an operation: its deadline runs from now, and a token that was refused is renewed once for all its questions. */
export function beginCalls(access: ProviderAccess, manners: Manners): Ask {
  const endMs = performance.now() + access.deadlineMs;
  let current: Promise<string> | null = null;

  const send = async (question: Question, token: string): Promise<OutgoingAnswer> => {
    if (!/^[\x21-\x7e]+$/.test(token)) {
      // Whoever builds the header would name the token in its complaint.
      throw new CalendarError("invalid", `${manners.name} gave a token that cannot be sent`);
    }
    const deadlineMs = Math.ceil(endMs - performance.now());
    if (deadlineMs <= 0) {
      throw new CalendarError("unreachable", `${manners.name} did not answer in time`);
    }
    const { method, url, headers, body } = question;
    return await access
      .call(url, {
        method,
        headers: {
          ...headers,
          authorization: `Bearer ${token}`,
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        deadlineMs,
        maxBytes,
      })
      .catch((error: unknown) => {
        const why = error instanceof OutgoingError ? `: ${error.message}` : "";
        const message = `${manners.name} could not be reached${why}`;
        throw new CalendarError("unreachable", message, { cause: error });
      });
  };

  return async (question) => {
    current ??= access.accessToken();
    const used = current;
    let answer = await send(question, await used);
    if (answer.status === 401) {
      if (current === used) {
        current = access.accessToken({ afterRefusal: true });
      }
      answer = await send(question, await current);
    }
    return readAnswer(answer, question, manners);
  };
}

function readAnswer(answer: OutgoingAnswer, { expected = [] }: Question, manners: Manners): Reply {
  const { name } = manners;
  const { status } = answer;
  const isGood = status >= 200 && status < 300;
  const body = answer.isCut ? undefined : jsonIn(answer.body);
  if (isGood) {
    if (answer.isCut) {
      throw new CalendarError("invalid", `${name}'s answer is too large`);
    }
    return { status, body, reason: null };
  }
  const reason = wordIn(manners.reasonOf(body));
  const said = reason === null ? String(status) : `${status} ${reason}`;
  if (status === 401) {
    throw new CalendarError("refused", `${name} no longer lets us into this account`);
  }
  const forbids = status === 403 ? manners.forbids(reason) : "this";
  if (status === 429 || status >= 500 || forbids === "now") {
    throw new CalendarError("unreachable", `${name} cannot answer now (${said})`, {
      retryAfterMs: retryAfterMs(429, answer.header("retry-after"), Date.now()),
    });
  }
  if (forbids === "always") {
    throw new CalendarError("refused", `The access given at ${name} does not reach (${said})`);
  }
  if (expected.includes(status)) {
    return { status, body, reason };
  }
  throw status === 404
    ? new CalendarError("missing", `${name} has no such calendar or event (${said})`)
    : new CalendarError("invalid", `${name} did not do what it was asked (${said})`);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Nothing at all, or a page for people: what is asked for next says whether that will do.
    return undefined;
  }
}

/** A reason is a word; anything else is not repeated. */
const wordIn = (text: string | null): string | null =>
  text !== null && /^[\w.-]{1,64}$/.test(text) ? text : null;

/** What an answer says. @throws CalendarError `invalid` when it is not what it should be */
export function parseReply<Shape extends z.ZodType>(
  shape: Shape,
  { body }: Reply,
  name: string,
): z.output<Shape> {
  const parsed = shape.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? "" : ` (at "${issue.path.join(".")}")`;
    throw new CalendarError("invalid", `${name}'s answer was not understood${where}`);
  }
  return parsed.data;
}

/** An address below the API's base; its segments and the query's values may hold anything. */
export function addressOf(
  baseUrl: string,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): string {
  const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join("");
  // Not URLSearchParams: its + for a space is a form's, and a filter of Graph's may take it for a plus.
  const pairs = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${baseUrl}${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

/**
 * Everything on a list's pages, `read` being given the cursor that the page before held.
 * @throws CalendarError `invalid` when they do not end
 */
export async function readPages<Item>(
  read: (cursor: string | null) => Promise<{ items: readonly Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page++) {
    const { items: more, next } = await read(cursor);
    items.push(...more);
    if (next === null) {
      return items;
    }
    cursor = next;
  }
  throw new CalendarError("invalid", "The provider's list does not end");
}

/** Does the same with each, a few at once, in order. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return results;
}

type Range = { fromMs: number; toMs: number };

/** A range in pieces of at most so many days, as providers refuse longer ones. */
export function piecesOf({ fromMs, toMs }: Range, days: number): Range[] {
  const pieces: Range[] = [];
  for (let startMs = fromMs; startMs < toMs; startMs += days * DAY_MS) {
    pieces.push({ fromMs: startMs, toMs: Math.min(startMs + days * DAY_MS, toMs) });
  }
  return pieces;
}

/**
 * A range with a day more on either side. By which zone a provider judges whether an all-day event reaches into a
 * range is its own affair; a day covers all of them, and what does not reach into it after all is dropped here.
 */
export const widened = ({ fromMs, toMs }: Range): Range => ({
  fromMs: fromMs - DAY_MS,
  toMs: toMs + DAY_MS,
});

/** Whether a time takes some of a range: what lasts no time takes none. */
export const reachesInto = (
  { fromMs, toMs }: Range,
  { startMs, endMs }: { startMs: number; endMs: number },
): boolean => startMs < endMs && startMs < toMs && endMs > fromMs;
