import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { WINDOWS_TO_IANA_MAP } from "windows-iana";
import { busyIn, calendarOf, eventOf } from "../testing/calendars/ical";
import { busyTimesIn } from "./expand";
import { ianaZoneOf } from "./ical-zones";

const odd = [
  "TZID:Office",
  "BEGIN:STANDARD",
  "DTSTART:16011028T030000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010325T020000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
];
const office = ["BEGIN:VTIMEZONE", ...odd, "END:VTIMEZONE"];
/** Five hours off, which nobody should believe. */
const wrongBerlin = office.map((line) =>
  line.replace("TZID:Office", "TZID:Europe/Berlin").replace(/\+0[12]00/, "+0700"),
);
const daily = (tzid: string) =>
  eventOf(`DTSTART;TZID=${tzid}:20260328T090000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2");
const berlin = ["2026-03-28T08:00/2026-03-28T09:00", "2026-03-29T07:00/2026-03-29T08:00"];

test.each([
  ["IANA's", "Europe/Berlin", []],
  ["IANA's in small letters", "europe/berlin", []],
  ["IANA's behind a path", "/mozilla.org/20050126_1/Europe/Berlin", []],
  ["IANA's in quotes", '"Europe/Berlin"', []],
  ["IANA's, whatever the file says of it", "Europe/Berlin", wrongBerlin],
  ["Windows's", "W. Europe Standard Time", []],
  ["the file's own", "Office", office],
])("a time is in the zone it names: %s", (_, tzid, zone) => {
  expect(busyIn([...zone, daily(tzid)], { timeZone: "Asia/Tokyo" })).toEqual(berlin);
});

test("a zone that nobody knows is the reader's", () => {
  expect(busyIn([daily("Somewhere")], { timeZone: "Europe/Berlin" })).toEqual(berlin);
});

test.each([
  ["FLE Standard Time", "Europe/Kiev"],
  ["tzone://Microsoft/Utc", "UTC"],
  ["Kamchatka Standard Time", "Asia/Kamchatka"],
  [
    "/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires",
    "America/Argentina/Buenos_Aires",
  ],
  ["constructor", null],
  ["", null],
])("%j is %j", (tzid, timeZone) => {
  expect(ianaZoneOf(tzid)).toBe(timeZone);
});

test("every zone of Windows is one of IANA's", () => {
  const known = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
  expect(known.length).toBeGreaterThan(100);
  expect(known.filter((name) => ianaZoneOf(name) === null)).toEqual([]);
});

test("dates and floating times are where the reader is", () => {
  const parts = [
    eventOf("DTSTART;VALUE=DATE:20260329"),
    eventOf("DTSTART:20260330T090000", "DURATION:PT1H"),
  ];
  expect(busyIn(parts, { timeZone: "Europe/Berlin" })).toEqual([
    "2026-03-28T23:00/2026-03-29T22:00",
    "2026-03-30T07:00/2026-03-30T08:00",
  ]);
});

test("a night lasts as long in hours with DTEND, and until the same time with days", () => {
  const start = "DTSTART;TZID=Europe/Berlin:20260327T220000";
  const rule = "RRULE:FREQ=DAILY;COUNT=2";
  const exact = eventOf(start, "DTEND;TZID=Europe/Berlin:20260328T220000", rule);
  const nominal = eventOf(start, "DURATION:P1D", rule);
  const first = "2026-03-27T21:00/2026-03-28T21:00";
  expect(busyIn([exact])).toEqual([first, "2026-03-28T21:00/2026-03-29T21:00"]);
  expect(busyIn([nominal])).toEqual([first, "2026-03-28T21:00/2026-03-29T20:00"]);
});

const zones = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "America/Santiago",
  "UTC",
);
const minutes = fc.integer({ min: 0, max: 5 * 365 * 1440 });
const wallOf = (minute: number) =>
  Temporal.PlainDateTime.from("2024-01-01T00:00").add({ minutes: minute });
const written = (wall: Temporal.PlainDateTime) =>
  wall.toString().replaceAll(/[-:]/g, "").slice(0, 15);

describe("times of the clock", () => {
  test("are the instants that Temporal takes them for, in gaps and overlaps too", () => {
    fc.assert(
      fc.property(zones, zones, minutes, (timeZone, reader, minute) => {
        const wall = wallOf(minute);
        const startMs = wall.toZonedDateTime(timeZone).epochMilliseconds;
        const line = `DTSTART;TZID=${timeZone}:${written(wall)}`;
        const range = { fromMs: startMs, toMs: startMs + 1 };
        const text = calendarOf(eventOf(line, "DURATION:PT1H"));
        expect(busyTimesIn(text, range, { timeZone: reader }).map((busy) => busy.startMs)).toEqual([
          startMs,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  test("in the file's own zone are those of IANA's zone with the same rules", () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const wall = wallOf(minute);
        const startMs = wall.toZonedDateTime("Europe/Berlin").epochMilliseconds;
        const text = calendarOf(
          ...office,
          eventOf(`DTSTART;TZID=Office:${written(wall)}`, "DURATION:PT1H"),
        );
        const range = { fromMs: startMs, toMs: startMs + 1 };
        const [busy] = busyTimesIn(text, range, { timeZone: "UTC" });
        expect(busy?.startMs).toBe(startMs);
      }),
      { numRuns: 100 },
    );
  });
});
