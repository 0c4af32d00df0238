import { dropOldest } from "../drop-oldest";
import { type Limit, lengthMs, type Windows } from "./windows";

/** Callers that are kept at most of one length; beyond that the oldest go. One is about 150 bytes. */
const maxCallers = 100_000;

/** The windows of one length all begin and end together; `used` is by limit and caller. */
type Running = { number: number; used: Map<string, number> };

/** Counts in this process: the default without Redis, and while Redis is away. */
export function embeddedWindows(): Windows {
  const byLength = new Map<Limit["window"], Running>();
  const running = (window: Limit["window"]): Running => {
    const number = Math.floor(Date.now() / lengthMs[window]);
    const known = byLength.get(window);
    if (known?.number === number) {
      return known;
    }
    const next = { number, used: new Map<string, number>() };
    byLength.set(window, next);
    return next;
  };
  const standing = (limit: Limit, number: number, used: number) => ({
    ...limit,
    remaining: Math.max(0, limit.limit - used),
    resetMs: (number + 1) * lengthMs[limit.window],
  });
  return {
    count: (limit, id, calls) => {
      const { number, used } = running(limit.window);
      const key = `${limit.name}:${id}`;
      const sum = (used.get(key) ?? 0) + calls;
      used.set(key, sum);
      dropOldest(used, maxCallers);
      return { ...standing(limit, number, sum), isFull: sum > limit.limit };
    },
    look: (limit, id) => {
      const { number, used } = running(limit.window);
      const now = standing(limit, number, used.get(`${limit.name}:${id}`) ?? 0);
      return { ...now, isFull: now.remaining === 0 };
    },
  };
}
