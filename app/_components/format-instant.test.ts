import { describe, expect, it } from "vitest";

import { formatInstant, formatRange } from "./format-instant";

const at = new Date("2026-03-04T15:00:00.000Z");

describe("formatInstant", () => {
  it("shows the clock of the zone it is given, whatever the process's own", () => {
    expect(formatInstant(at, "time", { timeZone: "Asia/Kolkata", locale: "en-GB" })).toBe("20:30");
    expect(formatInstant(at, "time", { timeZone: "America/New_York", locale: "en-GB" })).toBe(
      "10:00",
    );
  });

  it("shows the date of that zone, which may be the next one", () => {
    const zoned = { timeZone: "Pacific/Auckland", locale: "en-GB" };
    expect(formatInstant(at, "long-date", zoned)).toContain("5 March 2026");
  });

  it("writes only plain spaces, so that server and browser agree", () => {
    const text = formatInstant(at, "date-time", { timeZone: "UTC", locale: "en-US" });
    expect(text).toContain("3:00 PM");
  });

  it("writes an hour alike with and without the zone", () => {
    for (const locale of ["de-DE", "fr-FR", "es-ES", "ja-JP", "en-US"]) {
      const early = new Date("2026-03-04T09:05:00.000Z");
      const zoned = { timeZone: "UTC", locale };
      const bare = formatInstant(early, "time", zoned);
      expect(formatInstant(early, "time", zoned, true)).toBe(`${bare} UTC`);
    }
  });

  it("names the zone when asked to", () => {
    const zoned = { timeZone: "America/New_York", locale: "en-US" };
    expect(formatInstant(at, "date-time", zoned, true)).toMatch(/10:00 AM EST$/u);
  });
});

describe("formatRange", () => {
  const end = new Date("2026-03-04T15:30:00.000Z");

  it("says the date once when both ends share it", () => {
    const text = formatRange(at, end, { timeZone: "UTC", locale: "en-GB" });
    expect(text).toMatch(/15:00 – 15:30$/u);
    expect(text.match(/2026/gu)).toHaveLength(1);
  });

  it("says both dates when midnight in the zone falls between the ends", () => {
    const text = formatRange(at, end, { timeZone: "Asia/Tokyo", locale: "en-GB" });
    expect(text.match(/2026/gu)).toHaveLength(1);
    const overMidnight = formatRange(new Date("2026-03-04T14:45:00.000Z"), end, {
      timeZone: "Asia/Tokyo",
      locale: "en-GB",
    });
    expect(overMidnight.match(/2026/gu)).toHaveLength(2);
  });
});
