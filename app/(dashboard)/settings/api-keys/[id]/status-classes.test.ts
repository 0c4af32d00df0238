import { expect, test } from "vitest";
import { statusClassOf, statusTone } from "./status-classes";

test.each([
  ["4xx", "4xx"],
  ["5xx", "5xx"],
  [undefined, undefined],
  ["200", undefined],
  ["2xx", undefined],
  ["6xx", undefined],
  [["4xx", "5xx"], undefined],
])("?status=%j shows %j", (asked, shown) => {
  expect(statusClassOf(asked)).toBe(shown);
});

test.each([
  [200, "success"],
  [204, "success"],
  [304, "neutral"],
  [400, "warning"],
  [429, "warning"],
  [499, "warning"],
  [500, "danger"],
  [503, "danger"],
])("%i is shown as %s", (status, tone) => {
  expect(statusTone(status)).toBe(tone);
});
