import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "../ids";
import { log } from "../log";
import { times } from "../testing/race";
import { type TestStore, testStores } from "../testing/stores";
import { type Counters, makeCounters } from "./counters";
import type { Limit, Standing } from "./windows";

/**
 * Guarantees §3 promise 50 ms, which an idle machine keeps with 35; one that is busy with other tests may take its own
 * time, but nobody waits for the store (the library alone would for 5 s).
 */
const promisedMs = 500;
/** Between two ticks of a timer of 1 ms; more than this it was not ours. */
const longestTickMs = 4;
const hourly: Limit = { name: "plan", window: "1h", limit: 20 };

const passed = (calls: Standing[][]) =>
  calls.filter((standings) => standings.every(({ isFull }) => !isFull)).length;

/** Runs it, and counts the time in which this process could run: a busy machine leaves it waiting in between. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  let ms = 0;
  let lastMs = performance.now();
  const tick = () => {
    const nowMs = performance.now();
    ms += Math.min(nowMs - lastMs, longestTickMs);
    lastMs = nowMs;
  };
  const clock = setInterval(tick, 1);
  try {
    const result = await work();
    tick();
    return { result, ms };
  } finally {
    clearInterval(clock);
  }
}

describe.each(testStores)("with $name away", ({ open }) => {
  let store: TestStore;
  let counters: Counters;
  beforeEach(async () => {
    vi.spyOn(log, "warn");
    vi.spyOn(log, "info");
    store = await open();
    await store.remote.ping();
    counters = makeCounters(store.remote);
    // The first calls load and compile what they need.
    do {
      await sleep(50);
      await Promise.all(times(20, () => counters.count([{ ...hourly, limit: 1_000 }], "warm-up")));
    } while ((await counters.state()) === "down");
    vi.mocked(log.warn).mockClear();
    vi.mocked(log.info).mockClear();
  });
  afterEach(async () => {
    counters.close();
    await store.close();
    vi.restoreAllMocks();
  });

  const away = [
    {
      how: "stopped",
      leave: async () => await store.redis.stop(),
      comeBack: async () => await store.redis.start(),
    },
    {
      how: "frozen",
      leave: async () => store.redis.freeze(),
      comeBack: async () => store.redis.thaw(),
    },
  ];

  test.each(away)("$how: decided in time, counted here, and back by itself", async (it) => {
    const id = newId();
    await it.leave();

    const burst = await timed(
      async () => await Promise.all(times(60, () => counters.count([hourly], id))),
    );
    console.info(`60 decisions at once while the store is ${it.how}: ${burst.ms.toFixed(0)} ms`);
    expect(burst.ms).toBeLessThan(promisedMs);
    expect(passed(burst.result), "no more than the limit, also without the store").toBe(20);
    for (const _ of times(20, () => null)) {
      const { ms, result } = await timed(async () => await counters.count([hourly], newId()));
      expect(ms).toBeLessThan(promisedMs);
      expect(passed([result])).toBe(1);
    }
    expect(await counters.look([hourly], id)).toMatchObject([{ isFull: true }]);
    expect(await counters.state()).toBe("down");
    expect(log.warn, "said once").toHaveBeenCalledOnce();

    await it.comeBack();
    await vi.waitFor(async () => expect(await counters.state()).toBe("up"), { timeout: 20_000 });
    expect(log.info).toHaveBeenCalledWith(expect.stringContaining("back"));
    const elsewhere = makeCounters(store.remote, 30_000);
    // A busy machine may well be late again.
    await vi.waitFor(async () => {
      const again = newId();
      await Promise.all(times(30, () => counters.count([hourly], again)));
      expect(await elsewhere.look([hourly], again)).toMatchObject([{ isFull: true }]);
    });
  });

  test("a store that was never there is warned of once, and used when it comes", async () => {
    await store.redis.stop();
    const late = makeCounters(store.remote);
    const first = await timed(async () => await late.count([hourly], newId()));
    expect(first.ms).toBeLessThan(promisedMs);
    expect(passed([first.result])).toBe(1);
    await late.count([hourly], newId());
    expect(log.warn).toHaveBeenCalledOnce();
    await store.redis.start();
    await vi.waitFor(async () => expect(await late.state()).toBe("up"), { timeout: 20_000 });
  });
});
