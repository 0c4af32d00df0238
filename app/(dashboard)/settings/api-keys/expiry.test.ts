import { expect, test } from "vitest";
import { endOf, endOfDay, firstDay, isLifetime } from "./expiry";

const nowMs = Date.parse("2026-11-24T12:00:00.000Z");

test.each([
  ["never", null],
  ["30", "2026-12-24T12:00:00.000Z"],
  ["90", "2027-02-22T12:00:00.000Z"],
  ["365", "2027-11-24T12:00:00.000Z"],
  ["date", ""],
] as const)("the lifetime %s ends at %s", (lifetime, end) => {
  expect(endOf(lifetime, nowMs)).toBe(end);
});

test.each([
  ["2026-12-31", "UTC", "2026-12-31T23:59:59.999Z"],
  ["2026-12-31", "Europe/Berlin", "2026-12-31T22:59:59.999Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-25T22:59:59.999Z"],
  ["2026-12-31", "Pacific/Auckland", "2026-12-31T10:59:59.999Z"],
])("the day %s in %s ends at %s", (date, timeZone, end) => {
  expect(endOfDay(date, timeZone)).toBe(end);
});

test.each(["", "2026-12", "12/31/2026"])("%j is no day yet", (date) => {
  expect(endOfDay(date, "UTC")).toBe("");
});

test("the first day to choose is today, where the organization is", () => {
  expect(firstDay("Pacific/Auckland", nowMs)).toBe("2026-11-25");
  expect(firstDay("America/New_York", nowMs)).toBe("2026-11-24");
});

test("what no option says is no lifetime", () => {
  expect(["never", "30", "toString", "31"].map(isLifetime)).toEqual([true, true, false, false]);
});
