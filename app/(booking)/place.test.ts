import { describe, expect, it } from "vitest";
import { formatMinutes, placeOf } from "./place";
import { basics as german } from "./words/de";
import { basics } from "./words/en";
import { basics as japanese } from "./words/ja";

describe("formatMinutes", () => {
  it.each([
    [5, "5 min"],
    [60, "1 h"],
    [90, "1 h 30 min"],
    [480, "8 h"],
  ])("says %i minutes as %s", (minutes, text) => {
    expect(formatMinutes(minutes, basics.length)).toBe(text);
  });

  it("says it in other languages, too", () => {
    expect(formatMinutes(90, german.length)).toBe("1 Std. 30 Min.");
    expect(formatMinutes(60, japanese.length)).toBe("1時間");
  });
});

describe("placeOf", () => {
  const { places } = basics;

  it("does not give the link of an online meeting away before it is booked", () => {
    const location = "https://meet.example/secret";
    expect(placeOf({ conferencing_provider: "custom", location }, places)).toBe("Online");
    expect(placeOf({ conferencing_provider: "google_meet", location }, places)).toBe("Google Meet");
    expect(placeOf({ conferencing_provider: null, location }, places)).toBe("Online");
  });

  it("says where to go in person", () => {
    const location = "12 High Street";
    expect(placeOf({ conferencing_provider: "in_person", location }, places)).toBe(location);
    expect(placeOf({ conferencing_provider: "in_person", location: null }, places)).toBe(
      "In person",
    );
    expect(placeOf({ conferencing_provider: null, location }, places)).toBe(location);
    expect(placeOf({ conferencing_provider: null, location: null }, places)).toBeNull();
  });
});
