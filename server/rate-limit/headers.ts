import { formatInstant } from "../time";
import type { Limit, Standing } from "./windows";

/** Names and lengths in seconds of the windows that callers are told of. */
const policies: Record<Limit["window"], { policy: string; seconds: number }> = {
  "1m": { policy: "minute", seconds: 60 },
  "15m": { policy: "quarter", seconds: 900 },
  "1h": { policy: "hour", seconds: 3_600 },
  "24h": { policy: "day", seconds: 86_400 },
};

/** Whole seconds until then, at least one: what a caller waits who is told "0" has not waited. */
export const secondsUntil = (resetMs: number, nowMs: number): number =>
  Math.max(1, Math.ceil((resetMs - nowMs) / 1_000));

/**
 * What an answer's headers say of its caller's limits: the `X-RateLimit-` three of the first window, the minute, and the
 * pair of draft-ietf-httpapi-ratelimit-headers-10 of all that were asked (contract §5).
 */
export function rateLimitHeaders(
  limits: readonly Limit[],
  standings: readonly Standing[],
  nowMs: number,
): Record<string, string> {
  const [first] = standings;
  if (first === undefined) {
    return {};
  }
  const items = standings.map(({ window, remaining, resetMs }) => {
    const { policy } = policies[window];
    return `"${policy}";r=${remaining};t=${secondsUntil(resetMs, nowMs)}`;
  });
  return {
    "x-ratelimit-limit": String(first.limit),
    "x-ratelimit-remaining": String(first.remaining),
    "x-ratelimit-reset": formatInstant(first.resetMs),
    ratelimit: items.join(", "),
    "ratelimit-policy": limits
      .map(({ window, limit }) => {
        const { policy, seconds } = policies[window];
        return `"${policy}";q=${limit};w=${seconds}`;
      })
      .join(", "),
  };
}
