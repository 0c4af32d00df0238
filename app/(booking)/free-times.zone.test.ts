import { describe, expect, it } from "vitest";
import {
  byDay,
  civilDate,
  type FreeTime,
  lastMonth,
  lookAheadMonths,
  nextFree,
} from "./free-times";
import { type Month, utcRanges } from "./months";

const at = (instant: string): FreeTime => ({ startMs: Date.parse(instant), spots: 1 });

describe("civilDate", () => {
  it.each([
    ["2026-12-01T04:59:00Z", "America/New_York", "2026-11-30"],
    ["2026-12-01T05:00:00Z", "America/New_York", "2026-12-01"],
    ["2026-11-30T10:30:00Z", "Pacific/Kiritimati", "2026-12-01"],
    ["2026-12-31T23:00:00Z", "Europe/Berlin", "2027-01-01"],
    ["2026-12-01T18:29:59Z", "Asia/Kolkata", "2026-12-01"],
    ["2026-12-01T00:00:00Z", "UTC", "2026-12-01"],
  ])("says which date %s is in %s, whatever the process's own zone", (instant, zone, date) => {
    expect(civilDate(zone, Date.parse(instant))).toBe(date);
  });
});

describe("byDay", () => {
  const times = [
    at("2026-11-30T23:30:00Z"),
    at("2026-12-01T09:00:00Z"),
    at("2026-12-01T23:30:00Z"),
    at("2027-01-01T00:30:00Z"),
  ];

  it("puts each time under its date in the visitor's zone", () => {
    const days = byDay(times, "2026-12", "Europe/Berlin");
    expect([...days].map(([date, all]) => [date, all.length])).toEqual([
      ["2026-12-01", 2],
      ["2026-12-02", 1],
    ]);
  });

  it("leaves out what another zone counts to the month before or after", () => {
    expect([...byDay(times, "2026-12", "America/Los_Angeles").keys()]).toEqual([
      "2026-12-01",
      "2026-12-31",
    ]);
    expect([...byDay(times, "2027-01", "Asia/Tokyo").keys()]).toEqual(["2027-01-01"]);
  });

  it("finds every time of a month in the ranges that are asked for, in the zones at both ends of the world", () => {
    for (const zone of ["Etc/GMT+12", "Pacific/Kiritimati"]) {
      const ranges = utcRanges("2026-12");
      const fromMs = Date.parse(`${ranges[0]?.start}T00:00:00Z`);
      const toMs = Date.parse(`${ranges.at(-1)?.end}T00:00:00Z`) + 86_400_000;
      const hours: FreeTime[] = [];
      for (let startMs = fromMs; startMs < toMs; startMs += 3_600_000) {
        hours.push({ startMs, spots: 1 });
      }
      const days = byDay(hours, "2026-12", zone);
      expect(days.size).toBe(31);
      expect(Math.min(...[...days.values()].map((all) => all.length))).toBe(24);
    }
  });
});

describe("nextFree", () => {
  const only = (free: Record<Month, FreeTime[]>, asked: Month[] = []) => ({
    asked,
    load: async (month: Month) => {
      asked.push(month);
      return free[month] ?? [];
    },
  });

  it("is the first time of the nearest month that has one", async () => {
    const { load, asked } = only({
      "2027-02": [at("2027-02-10T14:00:00Z"), at("2027-02-11T14:00:00Z")],
    });
    const found = await nextFree("2026-12", "2030-01", "UTC", load);
    expect(found).toEqual({ month: "2027-02", time: at("2027-02-10T14:00:00Z") });
    expect(asked).toEqual(["2027-01", "2027-02"]);
  });

  it("passes over a month whose only times belong to another one in the visitor's zone", async () => {
    const time = at("2027-01-31T23:30:00Z");
    const { load } = only({ "2027-01": [time], "2027-02": [time] });
    expect((await nextFree("2026-12", "2030-01", "Europe/Berlin", load))?.month).toBe("2027-02");
  });

  it("asks for no month after the last that can be booked", async () => {
    const { load, asked } = only({ "2027-03": [at("2027-03-10T14:00:00Z")] });
    expect(await nextFree("2026-12", "2027-02", "UTC", load)).toBeNull();
    expect(asked).toEqual(["2027-01", "2027-02"]);
  });

  it("gives up after a year", async () => {
    const { load, asked } = only({});
    expect(await nextFree("2026-12", "2036-01", "UTC", load)).toBeNull();
    expect(asked).toHaveLength(lookAheadMonths);
  });
});

describe("lastMonth", () => {
  it("is that of the booking window's last day, in any zone", () => {
    expect(lastMonth("2026-11-24", 5)).toBe("2026-11");
    expect(lastMonth("2026-11-24", 6)).toBe("2026-12");
    expect(lastMonth("2026-11-24", 60)).toBe("2027-01");
  });

  it("is far away without a booking window", () => {
    expect(lastMonth("2026-11-24", null)).toBe("2036-11");
  });
});
