import type { IncomingMessage, ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { httpHost } from "../hosts";

export type PeerRequest = {
  method: string;
  /** Below the API's base, decoded. */
  path: string[];
  query: URLSearchParams;
  header: (name: string) => string | null;
  /** Undefined when there is none. */
  body: unknown;
};

export type PeerAnswer = { status: number; body?: unknown; headers?: Record<string, string> };

/** What becomes of a request instead of being answered: another answer, or none after it was heeded. */
type Mishap = PeerAnswer | "answer lost";

export type JsonPeer = {
  baseUrl: string;
  /** The one token that opens the account; another one from now on when set. Null: any, as a real sign-in gives them. */
  token: string | null;
  /** Every request, as "GET /path?query". */
  seen: string[];
  /** How often a token came that no longer opens the account. */
  refused: number;
  /** What happens to the next request that fits ("POST /calendars/…"), once. */
  next: (fits: RegExp, mishap: Mishap) => void;
};

/**
 * A provider's API on this machine until the test ends, which then fails if anything was sent that the provider's
 * official types do not know.
 * @param base path of the API's base, such as "/calendar/v3"
 * @param judge what is wrong with a request's body, or with an answer's, or null
 */
export async function jsonPeer({
  base,
  answer,
  unauthorized,
  judge,
}: {
  base: string;
  answer: (request: PeerRequest, peer: JsonPeer) => PeerAnswer;
  unauthorized: PeerAnswer;
  judge: (request: PeerRequest, answer: PeerAnswer) => (string | null)[];
}): Promise<JsonPeer> {
  const problems: string[] = [];
  const mishaps: { fits: RegExp; mishap: Mishap }[] = [];

  const peer: JsonPeer = {
    baseUrl: "",
    token: "the-first-token",
    seen: [],
    refused: 0,
    next: (fits, mishap) => {
      mishaps.push({ fits, mishap });
    },
  };

  const answerTo = (request: PeerRequest, line: string): Mishap => {
    const isOpen =
      peer.token === null || request.header("authorization") === `Bearer ${peer.token}`;
    if (!isOpen) {
      peer.refused += 1;
      return unauthorized;
    }
    const index = mishaps.findIndex(({ fits }) => fits.test(line));
    const [found] = index === -1 ? [] : mishaps.splice(index, 1);
    if (found !== undefined && found.mishap !== "answer lost") {
      return found.mishap;
    }
    const answered = answer(request, peer);
    for (const problem of judge(request, answered)) {
      if (problem !== null) {
        problems.push(`${line}: ${problem}`);
      }
    }
    return found?.mishap ?? answered;
  };

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await requestOf(message, base);
    const line = `${message.method} ${message.url?.slice(base.length)}`;
    peer.seen.push(line);
    const answered = answerTo(request, line);
    if (answered === "answer lost") {
      response.destroy();
      return;
    }
    const { status, headers, body } = answered;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  const host = await httpHost((message, response) => {
    handle(message, response).catch((error: unknown) => {
      problems.push(String(error));
      response.destroy();
    });
  });
  peer.baseUrl = `${host}${base}`;
  onTestFinished(() => {
    if (problems.length > 0) {
      throw new Error(`not by the official types: ${problems.join("; ")}`);
    }
  });
  return peer;
}

async function requestOf(message: IncomingMessage, base: string): Promise<PeerRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(Buffer.from(chunk));
  }
  const text = Buffer.concat(chunks).toString();
  const url = new URL(message.url ?? "", "http://peer");
  return {
    method: message.method ?? "",
    path: url.pathname.slice(base.length).split("/").slice(1).map(decodeURIComponent),
    query: url.searchParams,
    header: (name) => {
      const value = message.headers[name];
      return typeof value === "string" ? value : null;
    },
    body: text === "" ? undefined : JSON.parse(text),
  };
}

export type Tree = { [name: string]: unknown };

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A JSON merge patch (RFC 7396), as both providers take it: null removes. */
export function merged(into: unknown, patch: unknown): unknown {
  if (!isTree(patch)) {
    return patch;
  }
  const result: Tree = isTree(into) ? { ...into } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merged(result[name], value);
    }
  }
  return result;
}
