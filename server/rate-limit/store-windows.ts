import { Ratelimit } from "@upstash/ratelimit";
import type { Store } from "./store";
import { lengthMs, type Limit, type Standing, type Windows } from "./windows";

/** Counts in a store outside this process, by the library's scripts. */
export function storeWindows(redis: Store): Windows {
  const limiterOf = limiters(redis);
  return {
    count: async (limit, id, calls) => {
      const found = await limiterOf(limit).limit(id, { rate: calls });
      return standing(limit, found, !found.success);
    },
    look: async (limit, id) => {
      const found = await limiterOf(limit).getRemaining(id);
      return standing(limit, found, found.remaining === 0);
    },
  };
}

const standing = (
  limit: Limit,
  { remaining, reset }: { remaining: number; reset: number },
  isFull: boolean,
): Standing => ({ ...limit, remaining, resetMs: reset, isFull });

/** The library's limiters, each made once: they hold nothing but their settings. */
function limiters(redis: Store) {
  const made = new Map<string, Ratelimit>();
  return ({ name, window, limit }: Limit): Ratelimit => {
    const key = `${name} ${window} ${limit}`;
    const known = made.get(key);
    if (known !== undefined) {
      return known;
    }
    const limiter = new Ratelimit({
      redis,
      prefix: `astrocal:${name}:${window}`,
      limiter: Ratelimit.fixedWindow(limit, `${lengthMs[window]} ms`),
      ephemeralCache: false,
      // Its own would let everything pass; ours (guard.ts) goes on counting.
      timeout: 0,
    });
    made.set(key, limiter);
    return limiter;
  };
}
