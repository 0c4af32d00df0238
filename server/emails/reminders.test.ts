import * as fc from "fast-check";
import { expect, test } from "vitest";
import { reminderId, reminderTimes } from "./reminders";

const hourMs = 3_600_000;

test("reminders come so many minutes of elapsed time before the start, each once, none in the past", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.array(fc.integer({ min: 5, max: 43_200 }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 60 * 24 * hourMs }),
      (startMs, intervals, aheadMs) => {
        const nowMs = startMs - aheadMs;
        const times = reminderTimes(startMs, intervals, nowMs);
        for (const { minutes, atMs } of times) {
          expect(startMs - atMs).toBe(minutes * 60_000);
          expect(atMs).toBeGreaterThan(nowMs);
        }
        const wanted = new Set(intervals.filter((minutes) => minutes * 60_000 < aheadMs));
        expect(new Set(times.map(({ minutes }) => minutes))).toEqual(wanted);
        expect(times).toHaveLength(wanted.size);
      },
    ),
  );
});

test("a day before is 24 hours before, although the clocks go back in between", () => {
  // 09:00 in Berlin on the day after the change: a day before is 10:00 on the wall.
  const startMs = Date.parse("2026-10-25T08:00:00Z");
  const [day] = reminderTimes(startMs, [1_440], 0);
  expect(new Date(day?.atMs ?? 0).toISOString()).toBe("2026-10-24T08:00:00.000Z");
});

test("a reminder is one for a booking, a start and an interval", () => {
  const one = { bookingId: "01900000-0000-7000-8000-000000000001", minutes: 60, startMs: 0 };
  expect(reminderId(one)).toBe(reminderId({ ...one }));
  const others = [
    { ...one, minutes: 61 },
    { ...one, startMs: 1 },
    { ...one, bookingId: "x" },
  ];
  expect(new Set([one, ...others].map(reminderId)).size).toBe(4);
  expect(reminderId(one)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
