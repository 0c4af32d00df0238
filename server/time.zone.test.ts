import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { transitionsOf2026To2030 } from "./testing/time-zones";
import {
  addDays,
  civilDateAt,
  dayOfWeek,
  daysBetween,
  offsetMsAt,
  wallClockToInstant,
} from "./time";
import { zoneNames } from "./zone-names";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const transitions = transitionsOf2026To2030();

function zonedTime(timeZone: string, atMs: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
}

function temporalInstant(timeZone: string, date: string, secondsOfDay: number): number {
  const wallClock = Temporal.PlainDate.from(date).toPlainDateTime().add({ seconds: secondsOfDay });
  return wallClock.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

describe("these tests", () => {
  it("run in the server time zone that their project names", () => {
    const minutesWest = new Map([
      ["UTC", 0],
      ["America/New_York", 300],
      ["Asia/Kolkata", -330],
      ["Pacific/Auckland", -780],
    ]);
    const expected = minutesWest.get(process.env["TZ"] ?? "");
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(expected);
  });

  it.each([
    ["Australia/Lord_Howe", "by half an hour"],
    ["Asia/Beirut", "at midnight"],
    ["America/Havana", "to and from midnight"],
    ["America/Santiago", "back into the day before"],
    ["Europe/Dublin", "down in winter"],
    ["Africa/Casablanca", "for Ramadan"],
  ])("cover %s, which changes its clocks %s", (timeZone) => {
    expect(transitions.some((its) => its.timeZone === timeZone)).toBe(true);
  });

  it("cover a hundred zones and more", () => {
    expect(new Set(transitions.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(100);
  });
});

describe("every change of clocks in 2026 to 2030, in every zone", { timeout: 30_000 }, () => {
  it("happens at the millisecond that Temporal says, by as much", () => {
    for (const { timeZone, atMs } of transitions) {
      for (const nearMs of [atMs - 1, atMs, atMs - 3 * HOUR_MS, atMs + 3 * HOUR_MS]) {
        const expected = zonedTime(timeZone, nearMs).offsetNanoseconds / 1e6;
        expect(offsetMsAt(timeZone, nearMs), `${timeZone} at ${nearMs}`).toBe(expected);
      }
    }
  });

  it("resolves the wall-clock times around it as Temporal's `compatible`", () => {
    for (const { timeZone, atMs } of transitions) {
      const date = civilDateAt(timeZone, atMs - 1);
      const minuteOfDay = (atMs - wallClockToInstant(timeZone, date, 0)) / MINUTE_MS;
      for (let minute = minuteOfDay - 150; minute <= minuteOfDay + 150; minute += 15) {
        for (const seconds of [minute * 60 - 1, minute * 60]) {
          const expected = temporalInstant(timeZone, date, seconds);
          const actual = wallClockToInstant(timeZone, date, seconds);
          expect(actual, `${timeZone} ${date} ${seconds}`).toBe(expected);
        }
      }
    }
  });

  it("leaves each instant on the date that Temporal says", () => {
    for (const { timeZone, atMs } of transitions) {
      for (const hours of [-25, -1, 0, 1, 25]) {
        const nearMs = atMs + hours * HOUR_MS;
        expect(civilDateAt(timeZone, nearMs)).toBe(
          zonedTime(timeZone, nearMs).toPlainDate().toString(),
        );
      }
    }
  });
});

describe("any instant from 1970 to 2100, in any zone", () => {
  const timeZones = fc.constantFrom(...zoneNames);
  const instants = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

  it("has the offset that Temporal says", () => {
    fc.assert(
      fc.property(timeZones, instants, (timeZone, atMs) => {
        expect(offsetMsAt(timeZone, atMs)).toBe(zonedTime(timeZone, atMs).offsetNanoseconds / 1e6);
      }),
      { numRuns: 500 },
    );
  });

  it("comes back from its date and time of day, but for the second pass of a repeated hour", () => {
    fc.assert(
      fc.property(timeZones, instants, (timeZone, instantMs) => {
        const atMs = instantMs - (instantMs % 1000);
        const clock = zonedTime(timeZone, atMs);
        const seconds = (clock.hour * 60 + clock.minute) * 60 + clock.second;
        const backMs = wallClockToInstant(timeZone, civilDateAt(timeZone, atMs), seconds);
        const repeatedMs = offsetMsAt(timeZone, backMs) - offsetMsAt(timeZone, atMs);
        expect(backMs + repeatedMs).toBe(atMs);
        expect(repeatedMs).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("any date from 1970 to 2100", () => {
  const days = fc.integer({ min: 0, max: 47_481 });
  const epoch = Temporal.PlainDate.from("1970-01-01");

  it("has the weekday and the neighbours that Temporal says", () => {
    fc.assert(
      fc.property(days, days, (day, other) => {
        const [one, two] = [epoch.add({ days: day }), epoch.add({ days: other })];
        expect(dayOfWeek(one.toString())).toBe(one.dayOfWeek % 7);
        expect(addDays(one.toString(), other - day)).toBe(two.toString());
        expect(daysBetween(one.toString(), two.toString())).toBe(other - day);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a date that its zone skipped", () => {
  it("opens on the day after (Apia, 2011-12-30)", () => {
    const opensMs = wallClockToInstant("Pacific/Apia", "2011-12-30", 9 * 3600);
    expect(opensMs).toBe(wallClockToInstant("Pacific/Apia", "2011-12-31", 9 * 3600));
    expect(opensMs).toBe(temporalInstant("Pacific/Apia", "2011-12-30", 9 * 3600));
  });
});
