import { describe, expect, it } from "vitest";
import { formatInstant } from "@/app/_components/format-instant";
import { visitorLocale } from "./visitor-locale";
import { type Language, languages } from "./words/language";

const clock = (language: Language, header: string | null, instant = "2026-12-01T15:05:00Z") => {
  const { locale } = visitorLocale(language, header);
  return formatInstant(new Date(instant), "time", { timeZone: "UTC", locale });
};

describe("visitorLocale", () => {
  it("writes 24 hours where the visitor's language does, and AM and PM where it does", () => {
    expect(clock("de", "de-DE,de;q=0.9,en;q=0.8")).toBe("15:05");
    expect(clock("en", "en-GB")).toBe("15:05");
    expect(clock("fr", "fr-CA,fr;q=0.9")).toMatch(/^15[: ]/u);
    expect(clock("ja", "ja")).toBe("15:05");
    expect(clock("en", "en-US,en;q=0.9")).toBe("3:05 PM");
    expect(clock("en", "en-AU")).toBe("3:05 pm");
  });

  it("writes midnight as an hour that exists on such a clock", () => {
    expect(clock("de", "de", "2026-12-01T00:05:00Z")).toMatch(/^00?:05$/u);
    expect(clock("en", "en-US", "2026-12-01T00:05:00Z")).toBe("12:05 AM");
  });

  it("begins weeks on the region's day", () => {
    expect(visitorLocale("de", "de-DE").weekStart).toBe(1);
    expect(visitorLocale("en", "en-US").weekStart).toBe(0);
    expect(visitorLocale("en", "ar-EG").weekStart).toBe(6);
    expect(visitorLocale("ja", "ja").weekStart).toBe(0);
    expect(visitorLocale("es", "es-ES").weekStart).toBe(1);
  });

  it("guesses the region of a bare language", () => {
    expect(visitorLocale("de", "de").locale).toContain("de-DE");
    expect(visitorLocale("ja", "ja;q=0.5").locale).toContain("ja-JP");
  });

  it("keeps the habits of the visitor's region in English, and in the visitor's own language", () => {
    expect(visitorLocale("en", "nl-NL,nl;q=0.9").locale).toContain("en-NL");
    expect(visitorLocale("de", "de-AT").locale).toContain("de-AT");
  });

  it("writes a chosen language as in its own country where the visitor's region speaks another", () => {
    expect(visitorLocale("de", "en-US")).toMatchObject({ weekStart: 1 });
    expect(clock("de", "en-US")).toBe("15:05");
    expect(visitorLocale("ja", "en-US").locale).toContain("ja-JP");
  });

  it("knows a region, a clock and a first weekday for every language, even of a silent browser", () => {
    for (const language of ["en", "de", "fr", "es", "ja"] as const) {
      expect(visitorLocale(language, null).locale).toMatch(
        new RegExp(`^${language}-[A-Z]{2}-u-hc-h`, "u"),
      );
    }
    expect(Object.keys(languages)).toHaveLength(5);
  });

  it.each([null, "", "*", "not a tag", "en_US", ";;,", "x".repeat(5000)])(
    "falls back for %j, whatever a caller sends",
    (header) => {
      expect(visitorLocale("en", header)).toEqual({ locale: "en-US-u-hc-h12", weekStart: 0 });
    },
  );
});
