const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long after the first, second, … failed attempt the next one is made (contract §3). */
export const retryStepsMs: readonly number[] = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

/** So that what failed together is not tried again together. */
const jitter = 0.2;

/**
 * How long to wait after a failed attempt, or null when it was the last.
 * @param attempts how many were made, this one among them
 * @param retryAfterMs what the receiver asked for: heeded from the step up to twice the step
 * @param random 0 ≤ random < 1
 */
export function retryDelayMs(
  attempts: number,
  { retryAfterMs, random }: { retryAfterMs: number | null; random: number },
): number | null {
  const stepMs = retryStepsMs[attempts - 1];
  if (stepMs === undefined) {
    return null;
  }
  if (retryAfterMs !== null) {
    return Math.min(Math.max(retryAfterMs, stepMs), 2 * stepMs);
  }
  return Math.round(stepMs * (1 - jitter + 2 * jitter * random));
}

/** Statuses whose Retry-After means something (RFC 9110 §15.6.4, RFC 6585 §4). */
const askingStatuses = new Set([429, 503]);

/** The form that senders must use (RFC 9110 §5.6.7); Date.parse alone takes `-5` for a year. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What an answer's Retry-After (RFC 9110 §10.2.3: seconds, or a date) asks for, or null. */
export function retryAfterMs(status: number, header: string | null, nowMs: number): number | null {
  if (header === null || !askingStatuses.has(status)) {
    return null;
  }
  if (/^\d{1,9}$/.test(header.trim())) {
    return Number(header) * secondMs;
  }
  const atMs = httpDate.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
