import { expect, test } from "vitest";
import { filtersHref, filtersQuery, hasFilters, parseFilters } from "./filters";

const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";

test("an address is read, and what makes no sense in it is left aside", () => {
  const asked = { what: "booking", who: "user", from: "2026-11-01", to: "2026-11-24", about: id };
  expect(parseFilters(asked)).toEqual(asked);
  expect(
    parseFilters({ what: "cake", who: ["user", "system"], from: "2026-02-30", to: "", about: "x" }),
  ).toEqual({});
  expect(parseFilters({ from: "0001-01-01", to: "9999-12-31" })).toEqual({});
  expect(hasFilters(parseFilters({ view: "all" }))).toBe(false);
});

test("an address says the filters again", () => {
  expect(filtersHref({})).toBe("/activity");
  expect(filtersHref({ what: "api_key", from: "2026-11-01" })).toBe(
    "/activity?what=api_key&from=2026-11-01",
  );
});

test("dates hold from midnight to the midnight after, on the zone's clocks", () => {
  expect(filtersQuery({ from: "2026-11-01", to: "2026-11-01" }, "America/New_York")).toEqual({
    from: "2026-11-01T04:00:00.000Z",
    to: "2026-11-02T05:00:00.000Z",
  });
  expect(filtersQuery({ what: "booking", who: "invitee", about: id }, "UTC")).toEqual({
    resource_type: "booking",
    actor_type: "invitee",
    resource_id: id,
  });
});
