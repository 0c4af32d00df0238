import { asStore, type Store } from "./store";

/** Windows of one length that are kept at most; beyond that the oldest go. A window is about 150 bytes. */
const maxWindows = 100_000;

type Window = { used: number; endsMs: number };
/** In the order in which they began, and so, being of one length, in the order in which they end. */
type Windows = Map<string, Window>;

/**
 * The library's two fixed-window scripts (count, look) run on maps of this process: the default without Redis, and what
 * counts while Redis is away. KEYS[1] names a window; ARGV are limit, length in milliseconds and increment to count, and
 * the limit alone to look.
 */
export function embeddedStore(): Store {
  const byLength = new Map<number, Windows>();
  const used = (key: string) => {
    for (const windows of byLength.values()) {
      const window = windows.get(key);
      if (window !== undefined) {
        return window.used;
      }
    }
    return 0;
  };
  const run = async (_script: string, [key = ""]: string[], args: unknown[]) => {
    const [limit = 0, lengthMs, by = 1] = args.map(Number);
    return lengthMs === undefined
      ? [limit - used(key), limit]
      : [count(windowsOf(byLength, lengthMs), key, lengthMs, by), limit];
  };
  return asStore({ evalsha: run, eval: run });
}

function windowsOf(byLength: Map<number, Windows>, lengthMs: number): Windows {
  const windows = byLength.get(lengthMs) ?? new Map<string, Window>();
  byLength.set(lengthMs, windows);
  return windows;
}

function count(windows: Windows, key: string, lengthMs: number, by: number): number {
  const nowMs = Date.now();
  const window = windows.get(key);
  if (window !== undefined && window.endsMs > nowMs) {
    window.used += by;
    return window.used;
  }
  windows.delete(key);
  windows.set(key, { used: by, endsMs: nowMs + lengthMs });
  for (const [oldest, { endsMs }] of windows) {
    if (endsMs > nowMs && windows.size <= maxWindows) {
      break;
    }
    windows.delete(oldest);
  }
  return by;
}
