import { describe, expect, it } from "vitest";
import { formatMinutes, placeOf } from "./place";

describe("formatMinutes", () => {
  it.each([
    [5, "5 min"],
    [60, "1 h"],
    [90, "1 h 30 min"],
    [480, "8 h"],
  ])("says %i minutes as %s", (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });
});

describe("placeOf", () => {
  it("does not give the link of an online meeting away before it is booked", () => {
    const location = "https://meet.example/secret";
    expect(placeOf({ conferencing_provider: "custom", location })).toBe("Online");
    expect(placeOf({ conferencing_provider: "google_meet", location })).toBe("Google Meet");
    expect(placeOf({ conferencing_provider: null, location })).toBe("Online");
  });

  it("says where to go in person", () => {
    const location = "12 High Street";
    expect(placeOf({ conferencing_provider: "in_person", location })).toBe(location);
    expect(placeOf({ conferencing_provider: "in_person", location: null })).toBe("In person");
    expect(placeOf({ conferencing_provider: null, location })).toBe(location);
    expect(placeOf({ conferencing_provider: null, location: null })).toBeNull();
  });
});
