import { Agent, fetch, type Response } from "undici";
import { isPublicAddress } from "./address";
import { allowedAddressesOf, type Guard, guardedConnector } from "./connect";
import { OutgoingError, outgoingError } from "./failure";
import { resolveLocally, resolvePublic } from "./resolve";
import { addressProblem, hostOf, type Rules } from "./target";

export type OutgoingRequest = {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** For everything together: look-up, connection, headers, body. */
  deadlineMs: number;
  /** Of the decoded body; the rest is not read. */
  maxBytes: number;
};

export type OutgoingAnswer = {
  status: number;
  header: (name: string) => string | null;
  body: Uint8Array;
  /** Whether there was more of it. */
  isCut: boolean;
};

/** A way out of this server that keeps to the rules. */
export type Outgoing = {
  /**
   * One request, redirects not followed, proxy settings not heeded. Any answer is an answer, whatever its status.
   * @throws OutgoingError
   */
  call: (url: string, request: OutgoingRequest) => Promise<OutgoingAnswer>;
  /** What forbids calling an address now. A name that cannot be looked up is no problem: it may come yet. */
  check: (url: string) => Promise<{ problem: string | null; isUnresolved: boolean }>;
};

/** A connection that is not used for so long is closed, whatever the host proposes. */
const idleMs = 4_000;
/** How long whoever saves an address waits for its name to be looked up. */
const checkMs = 3_000;

/** @param given what tests set otherwise than the rules have it */
export function outgoingBy(rules: Rules, given: Partial<Guard> = {}): Outgoing {
  const guard: Guard = {
    ...(rules.allowPrivate
      ? { allows: () => true, resolve: resolveLocally }
      : { allows: isPublicAddress, resolve: resolvePublic }),
    ...given,
  };
  const connect = guardedConnector(guard);
  const agent = new Agent({ connect, keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs });

  const call: Outgoing["call"] = async (url, request) => {
    const problem = addressProblem(url, rules);
    if (problem !== null) {
      throw new OutgoingError("blocked", `The address ${problem}`);
    }
    const { method, headers, body, deadlineMs } = request;
    const signal = AbortSignal.timeout(deadlineMs);
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        dispatcher: agent,
        signal,
      });
    } catch (error) {
      throw outgoingError(error);
    }
    const { status } = response;
    try {
      const read = await readBody(response, request.maxBytes);
      return { status, header: (name) => response.headers.get(name), ...read };
    } catch (error) {
      throw outgoingError(error, { status });
    }
  };

  const check: Outgoing["check"] = async (url) => {
    const problem = addressProblem(url, rules);
    if (problem !== null) {
      return { problem, isUnresolved: false };
    }
    const looked = allowedAddressesOf(hostOf(new URL(url)), guard).then(
      () => ({ problem: null, isUnresolved: false }),
      (error: unknown) =>
        error instanceof OutgoingError && error.reason === "blocked"
          ? { problem: "must lead to a public address", isUnresolved: false }
          : { problem: null, isUnresolved: true },
    );
    const waited = new Promise<Awaited<typeof looked>>((done) =>
      setTimeout(done, checkMs, { problem: null, isUnresolved: true }).unref(),
    );
    return await Promise.race([looked, waited]);
  };

  return { call, check };
}

/** Reads no more than it keeps: what the host goes on sending is never taken in. */
async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Pick<OutgoingAnswer, "body" | "isCut">> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) {
      throw new TypeError("A body comes in bytes");
    }
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) {
      break;
    }
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), isCut: length > maxBytes };
}
