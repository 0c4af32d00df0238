import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ticksUpTo } from "./scale";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [10, [0, 3, 6, 9, 12]],
  [40, [0, 10, 20, 30, 40]],
  [999, [0, 250, 500, 750, 1_000]],
  [61_234, [0, 20_000, 40_000, 60_000, 80_000]],
])("a chart that reaches %i has its lines at %j", (max, ticks) => {
  expect(ticksUpTo(max)).toEqual(ticks);
});

test("the lines are few, whole, evenly apart, and reach the highest bar", () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), (max) => {
      const ticks = ticksUpTo(max);
      const step = ticks[1] ?? 0;
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks.at(-2)).toBeLessThan(Math.max(max, 1));
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(Number.isInteger(step)).toBe(true);
      for (const [index, tick] of ticks.entries()) expect(tick).toBe(index * step);
    }),
  );
});
