import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  civilDateAt,
  civilDayAt,
  dayOfWeek,
  daysBetween,
  formatInstant,
  formatTimeOfDay,
  isCivilDate,
  isTimeZone,
  offsetMsAt,
  parseInstant,
  parseTimeOfDay,
  wallClockToInstant,
} from "./time";
import { zoneNames } from "./zone-names";

const noonIn = (timeZone: string, date: string) => wallClockToInstant(timeZone, date, 12 * 3600);
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe("a time zone's name", () => {
  it.each(["UTC", "GMT", "Etc/GMT+5", "US/Eastern", "Europe/Kyiv", "Europe/Kiev", "Asia/Kolkata"])(
    "%s is accepted",
    (name) => expect(isTimeZone(name)).toBe(true),
  );

  it.each([
    ["", "us/eastern", "america/new_york", "AMERICA/NEW_YORK", "Utc", "America/New_York "],
    ["+01:00", "-05", "UTC+1", "GMT+5", "PST", "AST", "IST", "local", "SystemV/PST8"],
    ["__proto__", "constructor", "America/../UTC", "Etc/Unknown", "Factory", "\0", "x".repeat(1e6)],
  ])("no other text is", (...names) => {
    expect(names.filter(isTimeZone)).toEqual([]);
  });

  it("that is accepted has an offset", () => {
    for (const name of zoneNames) expect(offsetMsAt(name, 0)).toBeTypeOf("number");
  });

  it("that is unknown has none", () => {
    expect(() => offsetMsAt("Mars/Olympus", 0)).toThrow(RangeError);
  });
});

describe("the time on the wall", () => {
  // Worked out by hand from the rules in the tz database.
  it.each([
    ["America/New_York", "2026-03-08", "01:59:59", "2026-03-08T06:59:59.000Z", "the hour before"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z", "skipped: an hour on"],
    ["America/New_York", "2026-03-08", "03:30", "2026-03-08T07:30:00.000Z", "after the gap"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z", "repeated: the first"],
    ["America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00.000Z", "after the repeat"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00.000Z", "half an hour on"],
    [
      "Australia/Lord_Howe",
      "2026-04-05",
      "01:45",
      "2026-04-04T14:45:00.000Z",
      "half an hour twice",
    ],
    ["Asia/Beirut", "2026-03-29", "00:00", "2026-03-28T22:00:00.000Z", "a day without midnight"],
    ["America/Havana", "2026-03-08", "00:30", "2026-03-08T05:30:00.000Z", "skipped after midnight"],
    ["America/Havana", "2026-11-01", "00:30", "2026-11-01T04:30:00.000Z", "midnight twice"],
    ["Europe/Dublin", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z", "winter is the exception"],
    ["Asia/Kathmandu", "2026-01-01", "24:00", "2026-01-01T18:15:00.000Z", "the next midnight"],
  ])("in %s on %s at %s is %s (%s)", (timeZone, date, time, instant) => {
    const seconds = parseTimeOfDay(time, { allow24: true }) ?? NaN;
    expect(formatInstant(wallClockToInstant(timeZone, date, seconds))).toBe(instant);
  });

  it("runs through years that no table was made for yet, and forgets none of the ones it drops", () => {
    const years = Array.from({ length: 300 }, (_, index) => 2000 + index);
    for (const year of [...years, 2000]) {
      expect(noonIn("Europe/Paris", `${year}-07-01`)).toBe(Date.UTC(year, 6, 1, 10));
    }
  });

  it("is right for more zones than are remembered, one after another", () => {
    const noons = () => [...zoneNames].map((name) => noonIn(name, "2026-01-15"));
    expect(noons()).toEqual(noons());
    expect(noonIn("Asia/Tokyo", "2026-01-15")).toBe(Date.UTC(2026, 0, 15, 3));
  });
});

describe("a date", () => {
  it.each(["1970-01-01", "2024-02-29", "2026-12-31", "9999-12-31"])("%s is one", (text) =>
    expect(isCivilDate(text)).toBe(true),
  );

  it.each([
    [
      "2026-02-29",
      "2026-02-30",
      "2100-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
    ],
    ["1969-12-31", "10000-01-01", "+010000-01-01", "2026-1-1", "20260101", "2026-01-01T00:00", ""],
    ["2026-01-01\n", " 2026-01-01", "２０２６-01-01", "2026-01-1x"],
  ])("no other text is", (...texts) => {
    expect(texts.filter(isCivilDate)).toEqual([]);
  });

  const days = fc.integer({ min: 0, max: 2_932_896 });

  it("plus n days is n days later, and seven days are a week", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(addDays(dateOf(a), b - a)).toBe(dateOf(b));
        expect(daysBetween(dateOf(a), dateOf(b))).toBe(b - a);
        expect(dayOfWeek(dateOf(a))).toBe((a + 4) % 7);
        expect(isCivilDate(dateOf(a))).toBe(true);
      }),
    );
  });

  it("has the weekday of the calendar", () => {
    expect(["2026-11-22", "2026-11-24", "2026-11-28", "2024-02-29"].map(dayOfWeek)).toEqual([
      0, 2, 6, 4,
    ]);
  });

  it("at the ends of the range still has neighbours", () => {
    expect(dayOfWeek(addDays("1970-01-01", -1))).toBe(3);
    expect(addDays(addDays("9999-12-31", 1), -1)).toBe("9999-12-31");
  });

  it("is counted in days from 1970-01-01, by the zone's own midnight", () => {
    const midnightInTokyo = Date.UTC(2026, 10, 23, 15);
    expect(civilDateAt("Asia/Tokyo", midnightInTokyo - 1)).toBe("2026-11-23");
    expect(civilDateAt("Asia/Tokyo", midnightInTokyo)).toBe("2026-11-24");
    expect(civilDayAt("Asia/Tokyo", midnightInTokyo)).toBe(daysBetween("1970-01-01", "2026-11-24"));
  });
});

describe("a time of day", () => {
  it.each([
    ["00:00", 0],
    ["09:30", 34_200],
    ["23:59:59", 86_399],
  ])("%s is %i seconds after midnight", (text, seconds) => {
    expect(parseTimeOfDay(text, { allow24: false })).toBe(seconds);
    expect(parseTimeOfDay(text, { allow24: true })).toBe(seconds);
  });

  it.each(["24:00", "24:00:00"])("%s is one only where a day may end", (text) => {
    expect(parseTimeOfDay(text, { allow24: true })).toBe(86_400);
    expect(parseTimeOfDay(text, { allow24: false })).toBeNull();
  });

  it.each([
    "",
    "9:30",
    "09:60",
    "24:01",
    "25:00",
    "09:30:60",
    "09:30:00.0",
    "0930",
    "09:30\n",
    "-1:00",
  ])("%j is none", (text) => expect(parseTimeOfDay(text, { allow24: true })).toBeNull());

  it("is written with seconds, and read back the same", () => {
    expect(formatTimeOfDay(86_400)).toBe("24:00:00");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(parseTimeOfDay(formatTimeOfDay(seconds), { allow24: true })).toBe(seconds);
      }),
    );
  });
});

describe("an instant", () => {
  it.each([
    ["2026-03-01T10:00:00Z", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:00.5+01:00", "2026-03-01T09:00:00.500Z"],
    ["2026-03-01T10:00:00.1239999-23:59", "2026-03-02T09:59:00.123Z"],
    ["2026-03-01T00:00:00-00:00", "2026-03-01T00:00:00.000Z"],
    ["1970-01-01T05:30:00+05:30", "1970-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, instant) => {
    const atMs = parseInstant(text);
    expect(atMs === null ? null : formatInstant(atMs)).toBe(instant);
  });

  it.each([
    [
      "2026-02-30T10:00:00Z",
      "2026-03-01T24:00:00Z",
      "2026-03-01T10:60:00Z",
      "2016-12-31T23:59:60Z",
    ],
    [
      "2026-03-01",
      "2026-03-01T10:00Z",
      "2026-03-01T10:00:00",
      "2026-03-01 10:00:00Z",
      "1772359200000",
    ],
    [
      "2026-03-01t10:00:00Z",
      "2026-03-01T10:00:00z",
      "2026-03-01T10:00:00.Z",
      "2026-03-01T10:00:00,5Z",
    ],
    ["2026-03-01T10:00:00+0100", "2026-03-01T10:00:00+24:00", "2026-03-01T10:00:00+01:60", ""],
    [
      "2026-03-01T10:00:00Z\n",
      "+002026-03-01T10:00:00Z",
      "2026-03-01T10:00:00+01:00[Europe/Paris]",
    ],
    ["1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "1969-12-31T23:59:59Z"],
  ])("no other text is", (...texts) => {
    expect(texts.map(parseInstant).filter((atMs) => atMs !== null)).toEqual([]);
  });

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }), (atMs) => {
        expect(parseInstant(formatInstant(atMs))).toBe(atMs);
      }),
    );
  });
});
