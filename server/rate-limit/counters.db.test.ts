import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "../ids";
import { times } from "../testing/race";
import { type TestStore, testStores } from "../testing/stores";
import { type Counters, makeCounters } from "./counters";
import type { Limit, Standing } from "./windows";

const minute = (limit: number): Limit => ({ name: "plan", window: "1m", limit });
const day = (limit: number): Limit => ({ name: "plan", window: "24h", limit });
const midMinuteMs = Date.UTC(2026, 10, 24, 12, 30, 20);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: midMinuteMs });
});
afterEach(() => {
  vi.useRealTimers();
});

const passed = (calls: Standing[][]) =>
  calls.filter((standings) => standings.every(({ isFull }) => !isFull)).length;

const embedded = { name: "this process", open: async (): Promise<TestStore | null> => null };

describe.each([embedded, ...testStores])("counting in $name", ({ open }) => {
  let store: TestStore | null;
  let counters: Counters;
  beforeAll(async () => {
    store = await open();
    // On a busy machine, too, each call is counted where it should be.
    counters = makeCounters(store?.remote ?? null, 30_000);
  });
  afterAll(async () => {
    counters.close();
    await store?.close();
  });

  const counted = async (limits: Limit[], id: string, calls: number) =>
    await Promise.all(times(calls, () => counters.count(limits, id)));

  test("of three times the limit at once, exactly the limit passes", async () => {
    const id = newId();
    expect(passed(await counted([minute(40), day(1_000)], id, 120))).toBe(40);
    expect(passed(await counted([minute(40), day(1_000)], id, 20))).toBe(0);
  });

  test("each call is told what is left, and when counting starts anew", async () => {
    const id = newId();
    const limits = [minute(2), day(100)];
    const resets = [Date.UTC(2026, 10, 24, 12, 31), Date.UTC(2026, 10, 25)];
    const stand = (remaining: number[], isFull = false) =>
      remaining.map((left, index) => ({
        ...limits[index],
        remaining: left,
        resetMs: resets[index],
        isFull,
      }));
    expect(await counters.count(limits, id)).toEqual(stand([1, 99]));
    expect(await counters.count(limits, id)).toEqual(stand([0, 98]));
    expect(await counters.count(limits, id)).toEqual(stand([0], true));
  });

  test("a call that the minute refuses does not use up the day", async () => {
    const id = newId();
    await counted([minute(10), day(100)], id, 30);
    const [today] = await counters.look([day(100)], id);
    expect(today?.remaining).toBe(90);
  });

  test("the day's limit holds over many minutes, until midnight in UTC", async () => {
    const id = newId();
    const passes: number[] = [];
    for (const minutes of [0, 1, 2, 3]) {
      vi.setSystemTime(midMinuteMs + minutes * 60_000);
      passes.push(passed(await counted([minute(10), day(25)], id, 15)));
    }
    expect(passes).toEqual([10, 10, 5, 0]);
    vi.setSystemTime(Date.UTC(2026, 10, 25) - 1);
    expect(passed(await counted([minute(10), day(25)], id, 1))).toBe(0);
    vi.setSystemTime(Date.UTC(2026, 10, 25));
    expect(passed(await counted([minute(10), day(25)], id, 15))).toBe(10);
  });

  test("a minute begins at its first millisecond, and what was used in the last one is gone", async () => {
    const id = newId();
    const nextMs = Date.UTC(2026, 10, 24, 12, 31);
    vi.setSystemTime(nextMs - 1);
    expect(passed(await counted([minute(5)], id, 8))).toBe(5);
    vi.setSystemTime(nextMs);
    expect(passed(await counted([minute(5)], id, 8))).toBe(5);
  });

  test("looking counts nothing, and says when there is no room", async () => {
    const id = newId();
    const look = async () => await counters.look([minute(2)], id);
    expect(await look()).toMatchObject([{ remaining: 2, isFull: false }]);
    expect(await look()).toMatchObject([{ remaining: 2, isFull: false }]);
    await counted([minute(2)], id, 3);
    expect(await look()).toMatchObject([{ remaining: 0, isFull: true }]);
  });

  test("several calls at once have room together or not at all", async () => {
    const id = newId();
    expect(await counters.count([minute(10)], id, 8)).toMatchObject([{ remaining: 2 }]);
    expect(await counters.count([minute(10)], id, 3)).toMatchObject([{ isFull: true }]);
  });

  test("nobody uses up another one's calls, nor another limit's", async () => {
    const [id, other] = [newId(), newId()];
    await counted([minute(5)], id, 10);
    expect(passed(await counted([minute(5)], other, 5))).toBe(5);
    expect(passed(await counted([{ ...minute(5), name: "stranger" }], id, 5))).toBe(5);
  });

  test("a raised limit holds at once, and what was used counts towards it", async () => {
    const id = newId();
    await counted([minute(5)], id, 5);
    expect(passed(await counted([minute(8)], id, 5))).toBe(3);
  });

  test("scripts that the store has forgotten are given to it again", async () => {
    const id = newId();
    await counted([minute(5)], id, 3);
    if (store !== null) {
      const redis = new Redis(store.redis.url);
      await redis.script("FLUSH");
      redis.disconnect();
    }
    expect(passed(await counted([minute(5)], id, 5))).toBe(2);
  });

  test("it says which kind of store it is", async () => {
    expect(await counters.state()).toBe(store === null ? "embedded" : "up");
  });
});
