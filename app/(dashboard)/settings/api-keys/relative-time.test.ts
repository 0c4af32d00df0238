import { expect, test } from "vitest";
import { relativeTime, remainingTime } from "./relative-time";

const now = new Date("2026-11-24T12:00:00.000Z");
const ago = (ms: number) => relativeTime(new Date(now.getTime() - ms), now);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ["less than a minute is just now", 59_999, "just now"],
  ["a clock that runs ahead is just now, never in the future", -5 * minute, "just now"],
  ["a minute is singular", minute, "1 minute ago"],
  ["minutes are whole minutes", 60 * minute - 1, "59 minutes ago"],
  ["an hour is singular", hour, "1 hour ago"],
  ["hours last until the day is full", day - 1, "23 hours ago"],
  ["days last until there are thirty", 30 * day - 1, "29 days ago"],
  ["then come months", 30 * day, "1 month ago"],
  ["months last until the year is full", 365 * day - 1, "12 months ago"],
  ["then come years", 800 * day, "2 years ago"],
])("%s", (_, ms, text) => {
  expect(ago(ms)).toBe(text);
});

test.each([
  ["what is over is about to be", -hour, "in a moment"],
  ["less than a minute is a moment", minute - 1, "in a moment"],
  ["minutes are whole minutes", 60 * minute - 1, "in 59 minutes"],
  ["an hour is singular", hour, "in 1 hour"],
  ["hours last until there are two days", 2 * day - 1, "in 47 hours"],
  ["then come days", 2 * day, "in 2 days"],
])("of the time that remains, %s", (_, ms, text) => {
  expect(remainingTime(new Date(now.getTime() + ms), now)).toBe(text);
});
