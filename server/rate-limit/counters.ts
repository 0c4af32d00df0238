import { env } from "../env";
import { embeddedWindows } from "./embedded-windows";
import { guarded } from "./guard";
import { redisStore } from "./redis-store";
import type { RemoteStore } from "./store";
import { storeWindows } from "./store-windows";
import { upstashStore } from "./upstash-store";
import type { Limit, Standing, Windows } from "./windows";

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
  const embedded = embeddedWindows();
  const guard =
    remote === null ? null : guarded(remote, storeWindows(remote.redis), embedded, deadlineMs);
  const decide = async <T>(work: (windows: Windows) => Promise<T>): Promise<T> =>
    guard === null ? await work(embedded) : await guard.decide(work);
  return {
    count: (limits, id, calls = 1) =>
      decide(async (windows) => {
        const standings: Standing[] = [];
        for (const limit of limits) {
          const standing = await windows.count(limit, id, calls);
          standings.push(standing);
          if (standing.isFull) {
            break;
          }
        }
        return standings;
      }),
    look: (limits, id) =>
      decide(
        async (windows) =>
          await Promise.all(limits.map(async (limit) => await windows.look(limit, id))),
      ),
    state: async () => (guard === null ? "embedded" : (await guard.isUp()) ? "up" : "down"),
    close: () => guard?.close(),
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
