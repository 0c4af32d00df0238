import { getDomain } from "tldts";
import type { Outgoing, OutgoingAnswer } from "../outgoing/call";
import { OutgoingError } from "../outgoing/failure";
import { digestAuthorization, type Challenge, digestChallenge } from "./dav-digest";
import { retryAfterMs } from "../webhooks/schedule";
import { CalendarError } from "./provider";

/** A CalDAV account as its owner typed it in. */
export type DavAccount = {
  serverUrl: string;
  username: string;
  password: string;
  call: Outgoing["call"];
  /** For everything that one operation asks, together. */
  deadlineMs: number;
};

/** A calendar of ten thousand events is some 5 MB. */
const maxBytes = 10 * 1024 * 1024;
/** iCloud takes two. */
const maxRedirects = 3;

/**
 * A `fetch` for one operation on an account, in the form that tsdav takes. Left alone, tsdav sends the password to whatever
 * host the server names. This one goes out by the guard, follows few redirects itself, and knows the password only where the
 * owner typed it for: the host itself, or https hosts of the same registrable domain (iCloud moves people to such).
 * It throws CalendarError for what is no answer: network, 401, 429, server trouble, too long a body.
 */
export function davFetch(account: DavAccount): typeof fetch {
  const until = performance.now() + account.deadlineMs;
  // What a server asks for once it asks for always; it stays with the operation.
  const challenges = new Map<string, Challenge>();

  async function once(url: URL, request: Sent): Promise<OutgoingAnswer> {
    requireTrusted(url, account.serverUrl);
    const headers = { ...request.headers, authorization: authorizationFor(url, request) };
    const deadlineMs = Math.max(1, Math.round(until - performance.now()));
    try {
      return await account.call(url.href, { ...request, headers, deadlineMs, maxBytes });
    } catch (error) {
      throw unreachable(error);
    }
  }

  function authorizationFor(url: URL, { method }: Sent): string {
    const { username, password } = account;
    const challenge = challenges.get(url.origin);
    return challenge === undefined
      ? `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`
      : digestAuthorization(challenge, account, { method, uri: url.pathname + url.search });
  }

  async function authorized(url: URL, request: Sent): Promise<OutgoingAnswer> {
    const answer = await once(url, request);
    if (answer.status !== 401) {
      return answer;
    }
    const challenge = digestChallenge(answer.header("www-authenticate") ?? "");
    if (challenge === null) {
      throw wrongPassword();
    }
    challenges.set(url.origin, challenge);
    const second = await once(url, request);
    if (second.status === 401) {
      throw wrongPassword();
    }
    return second;
  }

  return async (input, init) => {
    const request = sentOf(init);
    let url = new URL(input instanceof Request ? input.url : input);
    for (let hops = 0; ; hops += 1) {
      const answer = await authorized(url, request);
      const location = answer.header("location");
      const isRedirect = answer.status >= 300 && answer.status < 400 && location !== null;
      if (!isRedirect) {
        return responseOf(answer);
      }
      if (hops === maxRedirects) {
        throw new CalendarError(
          "invalid",
          "The calendar server sends us from one place to another",
        );
      }
      url = new URL(location, url);
    }
  };
}

type Sent = { method: string; headers: Record<string, string>; body?: string };

function sentOf(init: RequestInit = {}): Sent {
  const headers = Object.fromEntries(new Headers(init.headers));
  return {
    method: init.method ?? "GET",
    headers,
    ...(typeof init.body === "string" ? { body: init.body } : {}),
  };
}

/** @throws CalendarError where the password must not go */
function requireTrusted(url: URL, serverUrl: string): void {
  const typed = new URL(serverUrl);
  if (url.origin === typed.origin) {
    return;
  }
  const domain = getDomain(typed.hostname, { allowPrivateDomains: true });
  const isOfSameDomain =
    domain !== null && getDomain(url.hostname, { allowPrivateDomains: true }) === domain;
  if (url.protocol !== "https:" || !isOfSameDomain) {
    throw new CalendarError(
      "invalid",
      `The calendar server names another host (${url.host}), which was not given your password`,
    );
  }
}

function unreachable(error: unknown): unknown {
  return error instanceof OutgoingError
    ? new CalendarError("unreachable", error.message, { cause: error })
    : error;
}

const wrongPassword = () =>
  new CalendarError("refused", "The calendar server does not accept the user name and password");

/** What may stand after the end of an answer's one element, and the longest end that is looked at. */
const wholeEnd = /(<\/(?:[\w.-]+:)?multistatus\s*>|<(?:[\w.-]+:)?multistatus\b[^<>]*\/>)\s*$/;
const endBytes = 1_000;

/** Whether a list of answers has its end: the parser takes it for whole without. */
const isWhole = (body: Uint8Array): boolean =>
  wholeEnd.test(new TextDecoder().decode(body.subarray(-endBytes)));

/** No body is allowed with these (WHATWG fetch, "null body status"). */
const bodyless = new Set([204, 205, 304]);

function responseOf(answer: OutgoingAnswer): Response {
  const { status } = answer;
  if (status === 429 || status >= 500) {
    throw new CalendarError("unreachable", `The calendar server is in trouble (${status})`, {
      retryAfterMs: retryAfterMs(429, answer.header("retry-after"), Date.now()),
    });
  }
  if (answer.isCut) {
    throw new CalendarError("invalid", "The calendar server's answer is too long");
  }
  if (status === 207 && !isWhole(answer.body)) {
    throw new CalendarError("invalid", "The calendar server's answer ends in the middle");
  }
  const headers = new Headers();
  for (const name of ["content-type", "etag"]) {
    const value = answer.header(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(bodyless.has(status) ? null : Buffer.from(answer.body), { status, headers });
}
