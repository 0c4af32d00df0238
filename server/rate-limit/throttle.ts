import { Ratelimit } from "@upstash/ratelimit";

/** What @upstash/ratelimit calls on a store for its fixed windows. */
type Store = ConstructorParameters<typeof Ratelimit>[0]["redis"];

/** Windows kept at most; beyond that the expired ones go, then the oldest. */
const maxWindows = 100_000;

type Window = { used: number; endsMs: number };

/**
 * The library's fixed-window script run on a map of this process: the default for one process without Redis. The script
 * is the only one called; KEYS[1] names the window, ARGV are limit, length in milliseconds and increment.
 */
function inProcessStore(): Store {
  const windows = new Map<string, Window>();
  function increment(key: string, lengthMs: number, by: number): number {
    const nowMs = Date.now();
    const known = windows.get(key);
    const window =
      known !== undefined && known.endsMs > nowMs ? known : { used: 0, endsMs: nowMs + lengthMs };
    window.used += by;
    windows.set(key, window);
    if (windows.size > maxWindows) {
      prune(windows, nowMs);
    }
    return window.used;
  }
  const run = async (_script: string, [key = ""]: string[], args: unknown[]) => {
    const [limit, lengthMs, by] = args.map(Number);
    return [increment(key, lengthMs ?? 0, by ?? 1), limit];
  };
  return asStore({ evalsha: run, eval: run });
}

function prune(windows: Map<string, Window>, nowMs: number): void {
  for (const [key, { endsMs }] of windows) {
    if (endsMs <= nowMs || windows.size > maxWindows) {
      windows.delete(key);
    }
  }
}

/** The library types its store as Upstash's client; fixed windows call nothing but these two. */
function asStore(commands: {
  evalsha: (script: string, keys: string[], args: unknown[]) => Promise<unknown>;
  eval: (script: string, keys: string[], args: unknown[]) => Promise<unknown>;
}): Store {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return commands as unknown as Store;
}

// Next's bundle and the server's own modules count together.
declare global {
  var astrocalCounters: Store | undefined;
}
globalThis.astrocalCounters ??= inProcessStore();
const redis = globalThis.astrocalCounters;

const fixedWindow = (prefix: string, limit: number, window: "15 m" | "1 h") =>
  new Ratelimit({
    redis,
    prefix,
    limiter: Ratelimit.fixedWindow(limit, window),
    ephemeralCache: false,
  });

/** An address can be tried 10 times in 15 minutes, whoever tries: guessing 10-character passwords takes for ever. */
const byEmail = fixedWindow("sign-in:email", 10, "15 m");
/** A network may hold an office: more than one person's mistakes, fewer than a list of leaked passwords. */
const byAddress = fixedWindow("sign-in:address", 50, "15 m");
const signUpByAddress = fixedWindow("sign-up:address", 20, "1 h");

/** Counts a sign-in attempt; false once there were too many. */
export async function throttleSignIn(email: string, ipAddress: string | null): Promise<boolean> {
  const [perEmail, perAddress] = await Promise.all([
    byEmail.limit(email),
    byAddress.limit(ipAddress ?? "unknown"),
  ]);
  return perEmail.success && perAddress.success;
}

/** Counts a sign-up; false once there were too many from one network address. */
export async function throttleSignUp(ipAddress: string | null): Promise<boolean> {
  const { success } = await signUpByAddress.limit(ipAddress ?? "unknown");
  return success;
}
