import { describe, expect, it } from "vitest";
import { formatInstant } from "@/app/_components/format-instant";
import { visitorLocale } from "./visitor-locale";

const clock = (header: string | null, instant = "2026-12-01T15:05:00Z") => {
  const { locale } = visitorLocale(header);
  return formatInstant(new Date(instant), "time", { timeZone: "UTC", locale });
};

describe("visitorLocale", () => {
  it("writes 24 hours where the visitor's language does, and AM and PM where it does", () => {
    expect(clock("de-DE,de;q=0.9,en;q=0.8")).toBe("15:05");
    expect(clock("en-GB")).toBe("15:05");
    expect(clock("fr-CA,fr;q=0.9")).toBe("15:05");
    expect(clock("en-US,en;q=0.9")).toBe("3:05 PM");
    expect(clock("en-AU")).toBe("3:05 pm");
  });

  it("writes midnight as an hour that exists on such a clock", () => {
    expect(clock("de", "2026-12-01T00:05:00Z")).toMatch(/^00?:05$/u);
    expect(clock("en-US", "2026-12-01T00:05:00Z")).toBe("12:05 AM");
  });

  it("begins weeks on the region's day", () => {
    expect(visitorLocale("de-DE").weekStart).toBe(1);
    expect(visitorLocale("en-US").weekStart).toBe(0);
    expect(visitorLocale("ar-EG").weekStart).toBe(6);
  });

  it("guesses the region of a bare language", () => {
    expect(visitorLocale("de").locale).toContain("en-DE");
    expect(visitorLocale("ja;q=0.5").locale).toContain("en-JP");
  });

  it.each([null, "", "*", "not a tag", "en_US", ";;,", "x".repeat(5000)])(
    "falls back for %j, whatever a caller sends",
    (header) => {
      expect(visitorLocale(header)).toEqual({ locale: "en-US-u-hc-h12", weekStart: 0 });
    },
  );
});
