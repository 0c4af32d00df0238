import { expect, test } from "vitest";
import { requestTime } from "./request-time";

test.each([
  ["UTC", "Nov 24, 2:05:09 PM"],
  ["Asia/Kolkata", "Nov 24, 7:35:09 PM"],
  ["Pacific/Auckland", "Nov 25, 3:05:09 AM"],
])("a request is timed to the second by the clocks of %s", (timeZone, written) => {
  expect(requestTime("2026-11-24T14:05:09.999Z", timeZone)).toBe(written);
});
