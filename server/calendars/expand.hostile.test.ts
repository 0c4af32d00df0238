import { describe, expect, test } from "vitest";
import { busyIn, calendarOf, eventOf, reasonFor } from "../testing/calendars/ical";
import { busyTimesIn } from "./expand";

/** Generous: what takes half a second here took minutes, or no end, without its limit. */
const BOUND_MS = 20_000;
const range = { fromMs: Date.UTC(2026, 2, 1), toMs: Date.UTC(2026, 4, 1) };
const read = (text: string) => busyTimesIn(text, range, { timeZone: "UTC" });

function inTime<Value>(work: () => Value): Value {
  const startedAt = performance.now();
  const value = work();
  expect(performance.now() - startedAt).toBeLessThan(BOUND_MS);
  return value;
}

/** As many numbered lines or events as fill `characters`. */
function filled(characters: number, partAt: (index: number) => string): string[] {
  const parts: string[] = [];
  for (let size = 0; size < characters; size += (parts.at(-1)?.length ?? 0) + 4)
    parts.push(partAt(parts.length));
  return parts;
}

const SIZE = 4.5 * 1024 * 1024;
const start = "DTSTART:20260302T100000Z";

test("a daily series of 1990 is read as quickly as one of today", () => {
  const series = eventOf(
    "DTSTART;TZID=Europe/Berlin:19900101T090000",
    "DURATION:PT1H",
    "RRULE:FREQ=DAILY",
  );
  expect(
    inTime(() =>
      busyIn(
        Array.from({ length: 1000 }, () => series),
        { from: "2026-03-01", to: "2026-03-03" },
      ),
    ),
  ).toHaveLength(2000);
});

test("a feed of 5 MB is read", () => {
  const events = filled(SIZE, (index) =>
    eventOf(
      `UID:${index}`,
      `DTSTART;TZID=Europe/Berlin:2026030${1 + (index % 9)}T090000`,
      "DTEND;TZID=Europe/Berlin:20260310T093000",
      `DESCRIPTION:${"What we talk about\\n".repeat(10)}`,
    ),
  );
  expect(inTime(() => read(calendarOf(events.join("\r\n"))))).toHaveLength(events.length);
});

test("a rule for one second of a day is read, though it speaks of all of them", () => {
  const rule = "RRULE:FREQ=SECONDLY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYDAY=MO";
  expect(
    busyIn([eventOf("DTSTART:19900101T090000Z", "DURATION:PT1H", rule)], {
      from: "2026-03-01",
      to: "2026-03-15",
    }),
  ).toEqual(["2026-03-02T09:00/2026-03-02T10:00", "2026-03-09T09:00/2026-03-09T10:00"]);
});

test("a rule that never comes true takes no time", () => {
  const rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30";
  expect(busyIn([eventOf(start, "DURATION:PT1H", rule)])).toEqual([
    "2026-03-02T10:00/2026-03-02T11:00",
  ]);
});

describe("what is beyond its limit is refused, in time", () => {
  const repeating = (rule: string) => [eventOf(start, "DURATION:PT1M", `RRULE:${rule}`)];
  const everything = Array.from({ length: 60 }, (_, index) => index).join(",");
  const hours = everything.slice(0, everything.indexOf(",24"));

  test.each<[string, () => string[]]>([
    ["every second", () => repeating("FREQ=SECONDLY")],
    ["every second, counted", () => repeating("FREQ=SECONDLY;COUNT=999999999;BYDAY=MO")],
    [
      "every second of every year",
      () =>
        repeating(
          `FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${hours};BYMINUTE=${everything};BYSECOND=${everything}`,
        ),
    ],
    [
      "a picked second of every day",
      () =>
        repeating(
          `FREQ=YEARLY;BYDAY=MO,TU;BYHOUR=${hours};BYMINUTE=${everything};BYSECOND=${everything};BYSETPOS=366`,
        ),
    ],
    [
      "ten thousand years, counted by days",
      () =>
        ["DTSTART:00010101T100000Z"].map((line) =>
          eventOf(line, "DURATION:PT1M", "RRULE:FREQ=DAILY;COUNT=999999999"),
        ),
    ],
    [
      "a zone that changes every second",
      () => [
        "BEGIN:VTIMEZONE",
        "TZID:Odd",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        "RRULE:FREQ=SECONDLY",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        eventOf("DTSTART;TZID=Odd:20260302T100000", "DURATION:PT1M"),
      ],
    ],
    [
      "a year of minutes, many times",
      () =>
        Array.from({ length: 100 }, (_, index) =>
          eventOf(`UID:${index}`, start, "DURATION:PT1M", "RRULE:FREQ=MINUTELY"),
        ),
    ],
    ["more entries than are read", () => filled(SIZE, () => "BEGIN:VALARM\r\nEND:VALARM")],
    [
      "entries within entries",
      () => ["BEGIN:X", "BEGIN:X", "BEGIN:X"].flatMap((line) => [line, line, line, line]),
    ],
    ["more than 5 MB", () => [`X-A:${"a".repeat(6 * 1024 * 1024)}`]],
    [
      "one line of parameters",
      () => [eventOf(`DTSTART${";A=B".repeat(SIZE / 4)}:20260302T100000Z`)],
    ],
    [
      "a series and its changes, over and over",
      () => [
        ...filled(SIZE / 3, () => eventOf(start, "DURATION:PT1M", "RRULE:FREQ=DAILY")),
        ...filled(SIZE / 3, () =>
          eventOf("RECURRENCE-ID;RANGE=THISANDFUTURE:20260302T100000Z", start, "DURATION:PT1M"),
        ),
      ],
    ],
    [
      "every zone in every year",
      () => {
        const zones = Intl.supportedValuesOf("timeZone");
        return filled(SIZE, (index) =>
          eventOf(
            `UID:${index}`,
            `DTSTART;TZID=${zones[index % zones.length]}:${1000 + (index % 8000)}0302T100000`,
            `DTEND:${1000 + (index % 8000)}0303T100000Z`,
            "RRULE:FREQ=DAILY;COUNT=2",
          ),
        );
      },
    ],
  ])("%s", (_, parts) => {
    const text = calendarOf(parts().join("\r\n"));
    expect(inTime(() => reasonFor(() => read(text)))).toBe("invalid");
  });

  test.each<[string, string]>([
    ["nothing but quotes", '"'.repeat(SIZE)],
    ["nothing but folds", "\r\n ".repeat(SIZE / 3)],
    ["nothing but colons", ":".repeat(SIZE)],
    ["nothing but line ends", "\r".repeat(SIZE)],
  ])("%s", (_, text) => {
    expect(inTime(() => reasonFor(() => read(text)))).toBe("invalid");
  });

  test("a long list of what is excluded costs what it holds", () => {
    const list = filled(SIZE / 4, (index) => `2${String(100 + (index % 800))}0302T100000Z`);
    const rule = "RRULE:FREQ=DAILY";
    const text = calendarOf(eventOf(start, "DURATION:PT1M", rule, `EXDATE:${list.join(",")}`));
    expect(inTime(() => read(text)).length).toBeGreaterThan(50);
  });
});
