import { describe, expect, it } from "vitest";
import { addMonths, monthOf, sameDayOf, showDate, showMonth, weeksOf } from "./month";

describe("a month", () => {
  it("has its days under their weekdays, Monday first", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks.at(-1)?.[0]).toBe("2026-11-30");
    expect(weeks.flat().filter((date) => date !== null)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it("may have four weeks or six", () => {
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(weeksOf("2027-05")).toHaveLength(6);
  });

  it("follows the one before, over the turn of the year too", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2027-01", -1)).toBe("2026-12");
    expect(addMonths("2026-11", 14)).toBe("2028-01");
    expect(monthOf("2026-12-24")).toBe("2026-12");
  });

  it("has the same day as another, or its last", () => {
    expect(sameDayOf("2026-12", "2026-11-24")).toBe("2026-12-24");
    expect(sameDayOf("2027-02", "2027-01-31")).toBe("2027-02-28");
  });

  it("is named in English, as its dates are", () => {
    expect(showMonth("2026-12")).toBe("December 2026");
    expect(showDate("2026-12-24")).toBe("Thu, Dec 24, 2026");
  });
});
