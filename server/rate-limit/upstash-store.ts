import { Redis } from "@upstash/redis";
import { forgottenMs, type RemoteStore } from "./store";

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
