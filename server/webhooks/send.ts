import { env } from "../env";
import type { OutgoingAnswer } from "../outgoing/call";
import { OutgoingError } from "../outgoing/failure";
import { outgoing } from "../outgoing/outgoing";
import type { Claim } from "./claim";
import { retryAfterMs } from "./schedule";
import { secretsInForce } from "./secret";
import { signatureHeaders } from "./sign";

/** Of connection, headers and body together (contract §3). */
export const deadlineMs = 10_000;
/** Enough of an answer to let its connection be used again; what is longer is not read. */
const maxReadBytes = 64 * 1024;
/** What is kept of it. */
const maxKeptBytes = 4 * 1024;

/** What came of an attempt. */
export type Outcome = {
  startedMs: number;
  durationMs: number;
  status: number | null;
  body: string | null;
  /** Why there was no whole answer, in words; null when there was one. */
  error: string | null;
  retryAfterMs: number | null;
};

/** Sends a delivery once. Never throws for what the receiver, or the way to it, does. */
export async function sendDelivery(claim: Claim, nowMs: number): Promise<Outcome> {
  const startedAt = performance.now();
  const outcome = (rest: Omit<Outcome, "startedMs" | "durationMs">): Outcome => ({
    startedMs: nowMs,
    durationMs: Math.round(performance.now() - startedAt),
    ...rest,
  });
  try {
    const answer = await outgoing.call(claim.url, {
      method: "POST",
      headers: headersOf(claim, nowMs),
      body: claim.body,
      deadlineMs,
      maxBytes: maxReadBytes,
    });
    return outcome({
      status: answer.status,
      body: keptText(answer),
      error: null,
      retryAfterMs: retryAfterMs(answer.status, answer.header("retry-after"), nowMs),
    });
  } catch (error) {
    if (!(error instanceof OutgoingError)) {
      throw error;
    }
    const words =
      error.reason === "timeout" ? `${error.message} (${deadlineMs / 1_000} s)` : error.message;
    return outcome({ status: error.status, body: null, error: words, retryAfterMs: null });
  }
}

const headersOf = (claim: Claim, nowMs: number): Record<string, string> => ({
  "content-type": "application/json; charset=utf-8",
  // What is unpacked here costs us, and saves nobody anything.
  "accept-encoding": "identity",
  "user-agent": `Astrocal-Webhooks/1.0 (+${env.PUBLIC_URL})`,
  ...signatureHeaders(
    { id: claim.eventId, atMs: nowMs, body: claim.body },
    secretsInForce({ ...claim, id: claim.endpointId }, nowMs),
  ),
});

/** The beginning of an answer as text that Postgres holds: whole characters, no NUL. */
function keptText({ body }: OutgoingAnswer): string {
  const kept = body.subarray(0, maxKeptBytes);
  // `stream` keeps back a character whose end is cut off.
  const text = new TextDecoder().decode(kept, { stream: body.length > maxKeptBytes });
  return text.replaceAll("\u0000", "\ufffd");
}
