import { expect, test } from "vitest";
import { valueLines } from "./value-lines";

const lines = (value: unknown) => valueLines(value, "America/New_York");

test.each([
  ["text", "Intro", ["Intro"]],
  ["a number", 0, ["0"]],
  ["yes and no", false, ["No"]],
  ["nothing", null, []],
  ["an empty text", "", []],
  ["an empty list", [], []],
  ["an instant, on the wall", "2026-11-24T15:00:00.000Z", ["Tue, Nov 24, 2026, 10:00 AM EST"]],
  ["a date", "2026-12-24", ["Thu, Dec 24, 2026"]],
  ["a list of numbers", [15, 30], ["15", "30"]],
  ["an object", { min_size: 2, open: true }, ["Min size: 2", "Open: Yes"]],
])("%s", (_, value, expected) => {
  expect(lines(value)).toEqual(expected);
});

test("weekly windows are written as hours of days", () => {
  const rules = [
    { day_of_week: 1, start_time: "09:00:00", end_time: "17:00:00" },
    { day_of_week: 0, start_time: "20:30:00", end_time: "24:00:00" },
  ];
  expect(lines(rules)).toEqual(["Monday 09:00–17:00", "Sunday 20:30–24:00"]);
});

test("date overrides are written as dates with their hours", () => {
  const overrides = [
    { date: "2026-12-24", windows: [] },
    {
      date: "2026-12-31",
      windows: [
        { start_time: "08:00:00", end_time: "10:00:00" },
        { start_time: "11:00:00", end_time: "12:00:00" },
      ],
    },
  ];
  expect(lines(overrides)).toEqual([
    "Thu, Dec 24, 2026: closed",
    "Thu, Dec 31, 2026: 08:00–10:00, 11:00–12:00",
  ]);
});

test("what has no form of its own is written field by field", () => {
  const question = { id: "q1", label: "Topic?", required: true, options: ["A", "B"], hint: null };
  expect(lines([question])).toEqual([
    "id q1, label Topic?, required Yes, options A, B, hint nothing",
  ]);
});
