import { Ratelimit } from "@upstash/ratelimit";
import { env } from "../env";
import { embeddedStore } from "./embedded-store";
import { guarded } from "./guard";
import { redisStore } from "./redis-store";
import type { RemoteStore, Store } from "./store";
import { upstashStore } from "./upstash-store";

/** Fixed windows of the UTC calendar: a minute begins at second 0, a day at midnight. */
export type Limit = {
  /** What is counted; part of the key, so that two limits of one name and window share their counts. */
  name: string;
  window: "1m" | "15m" | "1h" | "24h";
  limit: number;
};

/** How a caller stands in a window. */
export type Standing = Limit & { remaining: number; resetMs: number; isFull: boolean };

export type Counters = {
  /**
   * Counts calls in each window in turn, until one has no room for them: windows after it are not asked and not used
   * up, and their standings are missing.
   */
  count: (limits: readonly Limit[], id: string, calls?: number) => Promise<Standing[]>;
  /** How a caller stands, without counting anything. */
  look: (limits: readonly Limit[], id: string) => Promise<Standing[]>;
  /** `embedded`: no store is configured, and each process counts by itself. */
  state: () => Promise<"up" | "down" | "embedded">;
  close: () => void;
};

/**
 * Counts in the remote store, or in this process without one and while it is away.
 * @param deadlineMs how long a decision may wait for the store
 */
export function makeCounters(
  remote: RemoteStore | null,
  deadlineMs = env.RATE_LIMIT_STORE_TIMEOUT_MS,
): Counters {
  const embedded = embeddedStore();
  const guard = remote === null ? null : guarded(remote, embedded, deadlineMs);
  const limiterOf = limiters();
  const decide = async <T>(work: (store: Store) => Promise<T>): Promise<T> =>
    guard === null ? await work(embedded) : await guard.decide(work);
  return {
    count: (limits, id, calls = 1) =>
      decide(async (store) => {
        const standings: Standing[] = [];
        for (const limit of limits) {
          const found = await limiterOf(store, limit).limit(id, { rate: calls });
          standings.push(standing(limit, found, !found.success));
          if (!found.success) {
            break;
          }
        }
        return standings;
      }),
    look: (limits, id) =>
      decide(
        async (store) =>
          await Promise.all(
            limits.map(async (limit) => {
              const found = await limiterOf(store, limit).getRemaining(id);
              return standing(limit, found, found.remaining === 0);
            }),
          ),
      ),
    state: async () => (guard === null ? "embedded" : (await guard.isUp()) ? "up" : "down"),
    close: () => guard?.close(),
  };
}

const standing = (
  limit: Limit,
  { remaining, reset }: { remaining: number; reset: number },
  isFull: boolean,
): Standing => ({ ...limit, remaining, resetMs: reset, isFull });

const durations = { "1m": "1 m", "15m": "15 m", "1h": "1 h", "24h": "24 h" } as const;

/** The library's limiters, each made once: they hold nothing but their settings. */
function limiters() {
  const made = new Map<Store, Map<string, Ratelimit>>();
  return (store: Store, { name, window, limit }: Limit): Ratelimit => {
    const ofStore = made.get(store) ?? new Map<string, Ratelimit>();
    made.set(store, ofStore);
    const key = `${name} ${window} ${limit}`;
    const known = ofStore.get(key);
    if (known !== undefined) {
      return known;
    }
    const limiter = new Ratelimit({
      redis: store,
      prefix: `astrocal:${name}:${window}`,
      limiter: Ratelimit.fixedWindow(limit, durations[window]),
      ephemeralCache: false,
      // Its own would let everything pass; ours (guard.ts) goes on counting.
      timeout: 0,
    });
    ofStore.set(key, limiter);
    return limiter;
  };
}

function remoteOfEnvironment(): RemoteStore | null {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (url === undefined) {
    return REDIS_URL === undefined ? null : redisStore(REDIS_URL);
  }
  if (token === undefined || REDIS_URL !== undefined) {
    throw new Error(
      "UPSTASH_REDIS_REST_URL goes with UPSTASH_REDIS_REST_TOKEN, and not with REDIS_URL.",
    );
  }
  return upstashStore({ url, token });
}

// Next's bundle and the server's own modules count together.
declare global {
  var astrocalCounters: Counters | undefined;
}

/** The counters of this process. The store is connected to when they are first asked for. */
export function counters(): Counters {
  globalThis.astrocalCounters ??= makeCounters(remoteOfEnvironment());
  return globalThis.astrocalCounters;
}
