import { log } from "../log";
import { metrics } from "../metrics";
import type { RemoteStore } from "./store";
import type { Windows } from "./windows";

const probeMs = 250;
/** A reason is a sentence; Upstash's client appends the whole command to it. */
const maxReason = 200;

export type Guard = {
  /** Does it on the remote store, or, while that is away, in this process. */
  decide: <T>(work: (windows: Windows) => Promise<T>) => Promise<T>;
  isUp: () => Promise<boolean>;
  close: () => void;
};

/**
 * Keeps a store that is slow, frozen or gone from holding anything up. The first decision that fails or is late is made
 * on `substitute` instead, and so are all others until the store answers a probe as quickly as a decision needs it. That
 * it is away is logged once, and that it is back.
 * @param deadlineMs how long a decision waits for the store
 */
export function guarded(
  remote: Pick<RemoteStore, "ping" | "close">,
  counted: Windows,
  substitute: Windows,
  deadlineMs: number,
): Guard {
  let up = true;
  let probe: NodeJS.Timeout | undefined;

  const leave = (error: unknown) => {
    if (!up) {
      return;
    }
    up = false;
    metrics.limiterFallbacks.inc();
    const reason = error instanceof Error ? error.message.slice(0, maxReason) : undefined;
    log.warn(
      { reason },
      "the rate limits' store does not answer: each process counts by itself meanwhile",
    );
    probe = setInterval(() => void comeBack(), probeMs).unref();
  };
  const comeBack = async () => {
    try {
      await inTime(remote.ping(), deadlineMs);
    } catch {
      // As was said already.
      return;
    }
    if (!up) {
      up = true;
      clearInterval(probe);
      log.info("the rate limits' store is back");
    }
  };

  return {
    decide: async (work) => {
      if (up) {
        try {
          return await inTime(work(counted), deadlineMs);
        } catch (error) {
          leave(error);
        }
      }
      return await work(substitute);
    },
    isUp: async () => {
      if (up) {
        await inTime(remote.ping(), deadlineMs).catch(leave);
      }
      return up;
    },
    close: () => {
      clearInterval(probe);
      remote.close();
    },
  };
}

/** A timer that comes so late was kept from running by this process itself. */
const lagMs = 5;
/** After a lag: time to read what has arrived meanwhile, and once more to ask and be answered. */
const graceMs = 5;

/** @throws when it takes longer than a decision may, unless it was this process that had no time for the answer */
async function inTime<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const wait = (ms: number) => {
      const dueMs = performance.now() + ms;
      timer = setTimeout(() => {
        if (performance.now() - dueMs > lagMs) {
          wait(graceMs);
        } else {
          reject(new Error(`no answer within ${deadlineMs} ms`));
        }
      }, ms);
    };
    wait(deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
