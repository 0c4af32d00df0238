import { assert, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  isDate,
  lastDay,
  monthOf,
  monthWeeks,
  sameDayIn,
  utcRanges,
  weekday,
} from "./months";

const months = tuple(integer({ min: 1971, max: 2200 }), integer({ min: 1, max: 12 })).map(
  ([year, month]) => `${year}-${String(month).padStart(2, "0")}`,
);

const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe("the grid of a month", () => {
  it("has six weeks of seven days in a row, each from the chosen weekday on, around all of the month", () => {
    assert(
      property(months, integer({ min: 0, max: 6 }), (month, weekStart) => {
        const weeks = monthWeeks(month, weekStart);
        const dates = weeks.flat();
        expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
        expect(weeks.map(([first = ""]) => weekday(first))).toEqual(Array(6).fill(weekStart));
        expect(dates.map((date) => day(date) - day(dates[0] ?? ""))).toEqual(
          dates.map((_, index) => index),
        );
        expect(dates).toContain(`${month}-01`);
        expect(dates).toContain(lastDay(month));
      }),
    );
  });

  it("begins with the month's own first week", () => {
    assert(
      property(months, (month) => {
        expect(monthWeeks(month, 1)[0]).toContain(`${month}-01`);
      }),
    );
  });
});

describe("going from month to month", () => {
  it("passes the ends of years", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2027-01", -1)).toBe("2026-12");
    expect(addMonths("2026-11", 14)).toBe("2028-01");
  });

  it("keeps the day, or takes the last one of a shorter month", () => {
    expect(sameDayIn("2026-12", "2026-11-24")).toBe("2026-12-24");
    expect(sameDayIn("2027-02", "2027-01-31")).toBe("2027-02-28");
    expect(sameDayIn("2028-02", "2028-01-30")).toBe("2028-02-29");
  });
});

describe("isDate", () => {
  it("takes dates that exist, and nothing else", () => {
    expect(["2026-12-01", "2028-02-29"].filter(isDate)).toHaveLength(2);
    expect(["2026-02-30", "2026-13-01", "2026-1-1", "today", ""].filter(isDate)).toEqual([]);
  });
});

describe("the ranges in which a month is asked for", () => {
  const spans = (month: string) =>
    utcRanges(month).map(({ start, end }) => day(end) - day(start) + 1);

  it("never span more than the 31 days that an answer may", () => {
    assert(
      property(months, (month) => {
        expect(Math.max(...spans(month))).toBeLessThanOrEqual(31);
      }),
    );
  });

  it("follow one another without gap or overlap, from the day before the month to the day after", () => {
    assert(
      property(months, (month) => {
        const ranges = utcRanges(month);
        expect(ranges.at(0)?.start).toBe(addDays(`${month}-01`, -1));
        expect(ranges.at(-1)?.end).toBe(addDays(lastDay(month), 1));
        expect(ranges[1]?.start).toBe(addDays(ranges[0]?.end ?? "", 1));
        expect(monthOf(ranges.at(-1)?.end ?? "")).toBe(addMonths(month, 1));
      }),
    );
  });
});
