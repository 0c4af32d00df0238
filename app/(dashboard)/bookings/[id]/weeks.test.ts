import { expect, test } from "vitest";
import { datesOfWeek, slotsByDate, weekOf, windowDays, windowOfWeek } from "./weeks";

const today = "2026-11-24";

test("a week holds the date it was chosen for", () => {
  for (const date of ["2026-11-24", "2026-11-30", "2026-12-01", "2027-03-14"]) {
    expect(datesOfWeek(today, weekOf(today, date))).toContain(date);
  }
});

test("a date that is past leads to this week", () => {
  expect(weekOf(today, "2026-11-01")).toBe(0);
});

test("the window of a week holds all of its days, and no more than the API answers", () => {
  expect(windowDays).toBeLessThanOrEqual(31);
  for (let week = 0; week < 12; week += 1) {
    const { start, end } = windowOfWeek(today, week);
    const dates = datesOfWeek(today, week);
    expect(dates.every((date) => start <= date && date <= end)).toBe(true);
  }
});

test("weeks of one window ask for the same days, the next week for the next ones", () => {
  expect(windowOfWeek(today, 0)).toEqual({ start: "2026-11-24", end: "2026-12-21" });
  expect(windowOfWeek(today, 3)).toEqual(windowOfWeek(today, 0));
  expect(windowOfWeek(today, 4).start).toBe("2026-12-22");
});

test("a slot belongs to the date on which it starts in the zone", () => {
  const slots = [
    { start_time: "2026-11-25T04:30:00.000Z" },
    { start_time: "2026-11-25T05:00:00.000Z" },
  ];
  expect([...slotsByDate(slots, "America/New_York").keys()]).toEqual(["2026-11-24", "2026-11-25"]);
  expect([...slotsByDate(slots, "UTC").keys()]).toEqual(["2026-11-25"]);
});
