import { randomUUID } from "node:crypto";
import { log } from "./log";
import { measureRequest } from "./metrics";
import type { Context } from "./trpc";
import { noteRequest } from "./usage/note-request";

/** A caller's own request id is taken when it is short and harmless in a log. */
const saneRequestId = /^[A-Za-z0-9._:-]{1,128}$/;

/** @param given what the caller's `X-Request-Id` says */
export const requestIdOf = (given: string | null): string =>
  given !== null && saneRequestId.test(given) ? given : randomUUID();

/** An answered call, as it is noted. */
type Call = {
  requestId: string;
  nowMs: number;
  /** Null until the caller is known. */
  ctx: Context | null;
  /** Whether it counts towards the plan. */
  counted: boolean;
  /** Method and path as the document has them; null where it has none. */
  operation: string | null;
  method: string;
  /** Without the query string. */
  path: string;
  ipAddress: string | null;
  status: number;
  ms: number;
};

/** One line in the server's log, and for a key's call one in the key's own. */
export function noteCall(call: Call): void {
  const { requestId, nowMs, ctx, counted, operation, method, path, ipAddress, status, ms } = call;
  const durationMs = Math.round(ms);
  log.info({ requestId, method, path, status, ms: durationMs }, "request");
  measureRequest(operation, status, ms);
  const { scope, key } = ctx ?? { scope: null, key: null };
  if (scope !== null && key !== null) {
    const { organizationId, isTest } = scope;
    const what = { method, path, status, durationMs, ipAddress, requestId, nowMs, counted };
    noteRequest({ ...what, organizationId, isTest, apiKeyId: key.id });
  }
}
