import { Temporal } from "temporal-polyfill";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offHours, type StoredHours } from "./off-hours";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const nine = 9 * 3_600;
const five = 17 * 3_600;

const off = (hours: Partial<StoredHours>, from: string, to: string) =>
  offHours(
    { timeZone: "UTC", weekly: null, overrides: [], ...hours },
    { startMs: Date.parse(from), endMs: Date.parse(to) },
  ).map(({ startMs, endMs }) =>
    [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(5, 16)),
  );

describe("time outside a member's own hours", () => {
  it("is none without hours of their own, over midnights and clock changes alike", () => {
    for (const timeZone of ["UTC", "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe"]) {
      expect(off({ timeZone }, "2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual([]);
    }
  });

  it("is all but the windows of the week", () => {
    const monday: StoredHours["weekly"] = [[1, nine, five]];
    expect(off({ weekly: monday }, "2026-03-01T12:00Z", "2026-03-03T12:00Z")).toEqual([
      ["03-01T12:00", "03-02T09:00"],
      ["03-02T17:00", "03-03T12:00"],
    ]);
    expect(off({ weekly: [] }, "2026-03-01T12:00Z", "2026-03-03T12:00Z")).toHaveLength(1);
  });

  it("is the whole of a day off, and no more of it", () => {
    const overrides = [{ date: "2026-03-29", windows: [] }];
    const berlin = { timeZone: "Europe/Berlin", overrides };
    // The day that has 23 hours there.
    expect(off(berlin, "2026-03-28T00:00Z", "2026-03-31T00:00Z")).toEqual([
      ["03-28T23:00", "03-29T22:00"],
    ]);
  });

  it("at any instant agrees with the wall clock read by Temporal", () => {
    const day = fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { maxLength: 4 }).map((halves) => {
      const edges = halves.toSorted((a, b) => a - b).map((half) => half * 1_800);
      return [0, 2].flatMap((at): [number, number][] => {
        const [start, end] = [edges[at], edges[at + 1]];
        return start === undefined || end === undefined ? [] : [[start, end]];
      });
    });
    const stored = fc.record({
      timeZone: fc.constantFrom(
        "America/New_York",
        "Europe/Dublin",
        "Asia/Kolkata",
        "Africa/Cairo",
      ),
      weekly: fc.option(
        fc
          .tuple(day, day, day, day, day, day, day)
          .map((days) =>
            days.flatMap((windows, index) =>
              windows.map(([start, end]): [number, number, number] => [index, start, end]),
            ),
          ),
      ),
      overrides: day.map((windows) => [{ date: "2026-07-15", windows }]),
    });
    // In July no clock of these zones changes, so that what a clock shows is within a window or is not.
    const startMs = Date.UTC(2026, 6, 13);
    const range = { startMs, endMs: startMs + 5 * 24 * hourMs };
    fc.assert(
      fc.property(
        stored,
        fc.array(fc.nat(5 * 24 * 60 - 1), { minLength: 20 }),
        (hours, minutes) => {
          const intervals = offHours(hours, range);
          for (const atMs of minutes.map((minute) => startMs + minute * minuteMs)) {
            const isOff = intervals.some((each) => each.startMs <= atMs && atMs < each.endMs);
            expect(isOff).toBe(!isWithin(hours, atMs));
          }
        },
      ),
    );
  });
});

function isWithin({ timeZone, weekly, overrides }: StoredHours, atMs: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  const seconds = (wall.hour * 60 + wall.minute) * 60;
  const override = overrides.find(({ date }) => date === wall.toPlainDate().toString());
  const ofDay = weekly?.flatMap(([day, start, end]) =>
    day === wall.dayOfWeek % 7 ? [[start, end] as const] : [],
  );
  const windows = override?.windows ?? ofDay ?? [[0, 86_400] as const];
  return windows.some(([start, end]) => start <= seconds && seconds < end);
}
