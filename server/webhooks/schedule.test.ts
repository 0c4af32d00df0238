import * as fc from "fast-check";
import { expect, test } from "vitest";
import { retryAfterMs, retryDelayMs, retryStepsMs } from "./schedule";

const [secondMs, minuteMs, hourMs] = [1_000, 60_000, 3_600_000];
const none = { retryAfterMs: null };

test("a delivery is tried again after the contract's steps, ten attempts in all", () => {
  const delays = Array.from({ length: 11 }, (_, index) =>
    retryDelayMs(index + 1, { ...none, random: 0.5 }),
  );
  expect(delays).toEqual([
    5 * secondMs,
    5 * minuteMs,
    30 * minuteMs,
    2 * hourMs,
    5 * hourMs,
    10 * hourMs,
    14 * hourMs,
    20 * hourMs,
    24 * hourMs,
    null,
    null,
  ]);
});

test("each step is at most a fifth shorter or longer, and both ends occur", () => {
  for (const [index, stepMs] of retryStepsMs.entries()) {
    expect(retryDelayMs(index + 1, { ...none, random: 0 })).toBe(stepMs * 0.8);
    expect(retryDelayMs(index + 1, { ...none, random: 0.999_999_9 })).toBeCloseTo(stepMs * 1.2, -2);
  }
});

test("what the receiver asks for is heeded from a step up to twice the step", () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const asked = fc.integer({ min: 0, max: 400 * hourMs });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), asked, random, (attempts, askedMs, chance) => {
      const stepMs = retryStepsMs[attempts - 1] ?? 0;
      const delayMs = retryDelayMs(attempts, { retryAfterMs: askedMs, random: chance }) ?? 0;
      expect(delayMs).toBeGreaterThanOrEqual(stepMs);
      expect(delayMs).toBeLessThanOrEqual(2 * stepMs);
      const isWithin = askedMs >= stepMs && askedMs <= 2 * stepMs;
      expect(delayMs === askedMs || !isWithin).toBe(true);
    }),
  );
});

test("Retry-After is read as seconds or as a date, of 429 and 503 alone", () => {
  const nowMs = Date.parse("2026-11-24T12:00:00Z");
  const cases: [status: number, header: string | null, ms: number | null][] = [
    [429, "7", 7_000],
    [503, " 120 ", 120_000],
    [503, "0", 0],
    [429, "Tue, 24 Nov 2026 12:01:00 GMT", 60_000],
    [429, "Tue, 24 Nov 2026 11:00:00 GMT", 0],
    [429, "soon", null],
    [429, "-5", null],
    [429, "1e9", null],
    [429, "99999999999", null],
    [429, "", null],
    [429, null, null],
    [500, "7", null],
    [200, "7", null],
    [301, "7", null],
  ];
  for (const [status, header, ms] of cases) {
    expect({ status, header, ms: retryAfterMs(status, header, nowMs) }).toEqual({
      status,
      header,
      ms,
    });
  }
});
