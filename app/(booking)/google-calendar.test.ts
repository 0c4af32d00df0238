import { expect, it } from "vitest";
import { googleCalendarUrl } from "./google-calendar";

const event = {
  title: "Intro & more · Acme",
  startAt: "2026-12-01T15:00:00.000Z",
  endAt: "2026-12-01T15:30:00.000Z",
  location: "12 High Street, Springfield",
};

it("hands Google the event in UTC, escaped", () => {
  const { origin, searchParams } = new URL(googleCalendarUrl(event));
  expect(origin).toBe("https://calendar.google.com");
  expect(searchParams.get("dates")).toBe("20261201T150000Z/20261201T153000Z");
  expect(searchParams.get("text")).toBe(event.title);
  expect(searchParams.get("location")).toBe(event.location);
});

it("names no place where there is none", () => {
  expect(googleCalendarUrl({ ...event, location: null })).not.toContain("location");
});
