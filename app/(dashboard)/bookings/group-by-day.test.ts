import { expect, test } from "vitest";
import { formatDay } from "./format-day";
import { groupByDay } from "./group-by-day";

const at = (...starts: string[]) => starts.map((start_time) => ({ start_time }));
const dates = (days: { date: string }[]) => days.map(({ date }) => date);

test("a booking is listed under the date of the zone, not of UTC", () => {
  const rows = at("2026-11-25T01:00:00.000Z");
  expect(dates(groupByDay(rows, "America/New_York"))).toEqual(["2026-11-24"]);
  expect(dates(groupByDay(rows, "Pacific/Auckland"))).toEqual(["2026-11-25"]);
});

test("bookings of one date share a day, up to the last minute before midnight", () => {
  const rows = at(
    "2026-11-24T05:00:00.000Z",
    "2026-11-25T04:59:00.000Z",
    "2026-11-25T05:00:00.000Z",
  );
  const days = groupByDay(rows, "America/New_York");
  expect(days.map(({ date, rows: own }) => [date, own.length])).toEqual([
    ["2026-11-24", 2],
    ["2026-11-25", 1],
  ]);
});

test("days and bookings keep the order of the list, latest first too", () => {
  const rows = at(
    "2026-11-26T12:00:00.000Z",
    "2026-11-24T15:00:00.000Z",
    "2026-11-24T12:00:00.000Z",
  );
  const days = groupByDay(rows, "UTC");
  expect(dates(days)).toEqual(["2026-11-26", "2026-11-24"]);
  expect(days[1]?.rows).toEqual(rows.slice(1));
});

test("a repeated hour belongs to one day", () => {
  const rows = at("2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z");
  expect(dates(groupByDay(rows, "America/New_York"))).toEqual(["2026-11-01"]);
});

test("a date is written as itself in every zone of the server", () => {
  expect(formatDay("2026-11-24", { weekday: "long", day: "numeric" })).toBe("24 Tuesday");
});
