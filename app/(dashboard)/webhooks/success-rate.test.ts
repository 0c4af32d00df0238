import { expect, test } from "vitest";
import { successRate } from "./success-rate";

test.each([
  [0, 0, null],
  [1, 0, "100 %"],
  [0, 5, "0 %"],
  [1, 1, "50 %"],
  [985, 15, "98.5 %"],
  [2, 1, "66.6 %"],
  [99_999, 1, "99.9 %"],
  [1, 99_999, "0 %"],
])("%i arrived and %i missed: %s", (arrived, missed, expected) => {
  expect(successRate({ arrived, missed })).toBe(expected);
});
