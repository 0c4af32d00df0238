import { describe, expect, it } from "vitest";

import { rankOptions } from "./rank-options";
import { currentZoneName, listTimeZones, zoneCity, zoneOffset } from "./time-zones";

const winter = new Date("2026-01-15T12:00:00.000Z");
const summer = new Date("2026-07-15T12:00:00.000Z");
const zones = listTimeZones(winter, ["Europe/Berlin", "America/Sao_Paulo"]);

function found(query: string): string[] {
  return rankOptions(zones, query).map((zone) => zone.value);
}

describe("listTimeZones", () => {
  it("lists every zone once, with UTC and by today's names", () => {
    const names = zones.map((zone) => zone.value);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("UTC");
    expect(names).toContain("Asia/Kolkata");
    expect(names).not.toContain("Asia/Calcutta");
  });

  it("goes from west to east", () => {
    const names = zones.map((zone) => zone.value);
    expect(names.indexOf("America/Los_Angeles")).toBeLessThan(names.indexOf("UTC"));
    expect(names.indexOf("UTC")).toBeLessThan(names.indexOf("Asia/Kolkata"));
  });

  it("gives names that this runtime accepts as zones", () => {
    for (const { value } of zones) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: value })).not.toThrow();
    }
  });
});

describe("searching for a zone", () => {
  it.each([
    ["kolk", "Asia/Kolkata"],
    ["calcutta", "Asia/Kolkata"],
    ["São Paulo", "America/Sao_Paulo"],
    ["america/new_york", "America/New_York"],
    ["pacific time", "America/Los_Angeles"],
    ["+5:30", "Asia/Kolkata"],
    ["utc-3", "America/Sao_Paulo"],
    ["gmt+1", "Europe/Berlin"],
  ])("%s finds %s", (query, zone) => {
    expect(found(query)).toContain(zone);
  });

  it("puts the city that begins so before the zones that only mention it", () => {
    expect(found("berlin")[0]).toBe("Europe/Berlin");
  });

  it("finds nothing for what is no zone, and everything for nothing", () => {
    expect(found("zzzz")).toEqual([]);
    expect(found("  ")).toHaveLength(zones.length);
  });
});

describe("names and offsets", () => {
  it("shows the offset as of the instant, so that it follows daylight saving time", () => {
    expect(zoneOffset("Europe/Berlin", winter)).toBe("GMT+01:00");
    expect(zoneOffset("Europe/Berlin", summer)).toBe("GMT+02:00");
    expect(zoneOffset("UTC", winter)).toBe("GMT+00:00");
  });

  it("shows the city without its continent", () => {
    expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Argentina / Buenos Aires");
    expect(zoneCity("UTC")).toBe("UTC");
    expect(currentZoneName("Europe/Kiev")).toBe("Europe/Kyiv");
  });
});
