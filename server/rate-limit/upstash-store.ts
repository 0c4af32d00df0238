import { Redis } from "@upstash/redis";
import type { RemoteStore } from "./store";

/** Longer than any decision waits (guard.ts): what is left unanswered for so long is given up. */
const forgottenMs = 1_000;

/** A Redis that is reached over Upstash's REST protocol. */
export function upstashStore({ url, token }: { url: string; token: string }): RemoteStore {
  const redis = new Redis({
    url,
    token,
    // A decision does not wait for a second try, and a window that is over must not be counted late.
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(forgottenMs),
    enableTelemetry: false,
  });
  return { redis, ping: () => redis.ping(), close: () => {} };
}
