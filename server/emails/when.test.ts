import { expect, test } from "vitest";
import { inWords, shortWhen, whenInWords } from "./when";

const at = (text: string) => Date.parse(text);

test.each([
  ["2026-11-30T15:00Z", "2026-11-30T15:30Z", "UTC", "Monday 30 November 2026, 15:00 – 15:30 (UTC)"],
  [
    "2026-11-30T15:00Z",
    "2026-11-30T15:30Z",
    "Asia/Kolkata",
    "Monday 30 November 2026, 20:30 – 21:00 (Asia/Kolkata)",
  ],
  [
    "2026-11-30T23:45Z",
    "2026-12-01T00:15Z",
    "UTC",
    "Monday 30 November 2026, 23:45 – Tuesday 1 December 2026, 00:15 (UTC)",
  ],
  // The hour that comes twice: both ends are on the wall.
  [
    "2026-10-25T00:30Z",
    "2026-10-25T01:30Z",
    "Europe/Berlin",
    "Sunday 25 October 2026, 02:30 – 02:30 (Europe/Berlin)",
  ],
])("%s to %s is %s: %s", (start, end, timeZone, expected) => {
  expect(whenInWords(at(start), at(end), timeZone).replaceAll("day, ", "day ")).toBe(expected);
});

test("a subject says it in short", () => {
  expect(shortWhen(at("2026-11-30T23:30Z"), "America/New_York")).toBe("Mon 30 Nov, 18:30");
});

test.each([
  [5, "in 5 minutes"],
  [60, "in 1 hour"],
  [90, "in 90 minutes"],
  [1_440, "in 1 day"],
  [2_880, "in 2 days"],
])("%i minutes ahead is %s", (minutes, expected) => {
  expect(inWords(minutes)).toBe(expected);
});
