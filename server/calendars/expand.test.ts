import { describe, expect, test } from "vitest";
import { busyIn, calendarOf, eventOf, reasonFor } from "../testing/calendars/ical";
import { busyTimesIn } from "./expand";

const weekly = ["DTSTART:20260302T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"];
const hour = "2026-03-02T10:00/2026-03-02T11:00";
const second = "2026-03-09T10:00/2026-03-09T11:00";
const third = "2026-03-16T10:00/2026-03-16T11:00";

test.each([
  ["an event", [], [hour]],
  ["a tentative one", ["STATUS:TENTATIVE"], [hour]],
  ["a transparent one", ["TRANSP:TRANSPARENT"], []],
  ["a transparent one in small letters", ["transp:transparent"], []],
  ["a cancelled one", ["STATUS:CANCELLED"], []],
  ["one that Outlook calls free", ["X-MICROSOFT-CDO-BUSYSTATUS:FREE"], []],
  ["one that Outlook calls away", ["X-MICROSOFT-CDO-BUSYSTATUS:OOF"], [hour]],
  ["one that is opaque and transparent", ["TRANSP:OPAQUE", "TRANSP:TRANSPARENT"], [hour]],
])("%s is busy or free as it says", (_, lines, expected) => {
  expect(busyIn([eventOf("DTSTART:20260302T100000Z", "DTEND:20260302T110000Z", ...lines)])).toEqual(
    expected,
  );
});

test.each([
  ["DTEND", ["DTSTART:20260302T100000Z", "DTEND:20260302T110000Z"], [hour]],
  ["DURATION", ["DTSTART:20260302T100000Z", "DURATION:PT1H"], [hour]],
  ["nothing, and takes no time", ["DTSTART:20260302T100000Z"], []],
  ["its own start", ["DTSTART:20260302T100000Z", "DTEND:20260302T100000Z"], []],
  ["the day", ["DTSTART;VALUE=DATE:20260302"], ["2026-03-02T00:00/2026-03-03T00:00"]],
  [
    "the day it begins",
    ["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260302"],
    ["2026-03-02T00:00/2026-03-03T00:00"],
  ],
  [
    "a later day",
    ["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260305"],
    ["2026-03-02T00:00/2026-03-05T00:00"],
  ],
  [
    "a date without VALUE",
    ["DTSTART:20260302", "DURATION:P1W"],
    ["2026-03-02T00:00/2026-03-09T00:00"],
  ],
  [
    "another zone's time",
    ["DTSTART:20260302T100000Z", "DTEND;TZID=Asia/Tokyo:20260302T200000"],
    [hour],
  ],
])("an event ends by %s", (_, lines, expected) => {
  expect(busyIn([eventOf(...lines)])).toEqual(expected);
});

test.each([
  ["COUNT", [], [hour, second, third]],
  ["an excluded instant", ["EXDATE:20260309T100000Z"], [hour, third]],
  ["an excluded time of a zone", ["EXDATE;TZID=Asia/Tokyo:20260309T190000"], [hour, third]],
  ["an excluded day", ["EXDATE;VALUE=DATE:20260309,20260302"], [third]],
  ["an excluded start", ["EXDATE:20260302T100000Z"], [second, third]],
  ["a rule that excludes", ["EXRULE:FREQ=WEEKLY;INTERVAL=2"], [second]],
  [
    "another time",
    ["RDATE:20260303T100000Z"],
    [hour, "2026-03-03T10:00/2026-03-03T11:00", second, third],
  ],
  ["a time it has already", ["RDATE:20260309T100000Z"], [hour, second, third]],
  [
    "a period",
    ["RDATE;VALUE=PERIOD:20260309T100000Z/PT2H"],
    [hour, "2026-03-09T10:00/2026-03-09T12:00", third],
  ],
  [
    "an excluded other time",
    ["RDATE:20260303T100000Z", "EXDATE:20260303T100000Z"],
    [hour, second, third],
  ],
])("a series has %s", (_, lines, expected) => {
  expect(busyIn([eventOf(...weekly, ...lines)])).toEqual(expected);
});

test.each([
  [
    "UNTIL in UTC is the last",
    "DTSTART;TZID=Europe/Berlin:20260302T110000",
    "20260309T100000Z",
    [hour, second],
  ],
  [
    "UNTIL in UTC is a second too early",
    "DTSTART;TZID=Europe/Berlin:20260302T110000",
    "20260309T095959Z",
    [hour],
  ],
  [
    "UNTIL by the clock is the last",
    "DTSTART;TZID=Europe/Berlin:20260302T110000",
    "20260309T110000",
    [hour, second],
  ],
  [
    "UNTIL is a day, all of it",
    "DTSTART;TZID=Europe/Berlin:20260302T110000",
    "20260309",
    [hour, second],
  ],
])("%s", (_, start, until, expected) => {
  const rule = `RRULE:FREQ=WEEKLY;UNTIL=${until}`;
  expect(busyIn([eventOf(start, "DURATION:PT1H", rule)])).toEqual(expected);
});

test("times that are only listed are all there, also without a rule and before the start", () => {
  const lines = [
    "DTSTART:20260302T100000Z",
    "DURATION:PT1H",
    "RDATE:20260309T100000Z,20260301T100000Z",
  ];
  expect(busyIn([eventOf(...lines)])).toEqual(["2026-03-01T10:00/2026-03-01T11:00", hour, second]);
});

test("the start is busy, also where it is none of the rule's", () => {
  const lines = ["DTSTART:20260302T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1"];
  expect(busyIn([eventOf(...lines)])).toEqual([hour, "2026-03-03T10:00/2026-03-03T11:00"]);
});

describe("a change to one time of a series", () => {
  const changed = (...lines: string[]) =>
    busyIn([eventOf(...weekly), eventOf("RECURRENCE-ID:20260309T100000Z", ...lines)]);

  test.each([
    [
      "moves it",
      ["DTSTART:20260310T080000Z", "DURATION:PT2H"],
      [hour, "2026-03-10T08:00/2026-03-10T10:00", third],
    ],
    ["cancels it", ["STATUS:CANCELLED"], [hour, third]],
    ["frees it", ["DTSTART:20260309T100000Z", "TRANSP:TRANSPARENT"], [hour, third]],
    [
      "makes it last all day",
      ["DTSTART;VALUE=DATE:20260309"],
      [hour, "2026-03-09T00:00/2026-03-10T00:00", third],
    ],
  ])("%s", (_, lines, expected) => {
    expect(changed(...lines)).toEqual(expected);
  });

  const moved = eventOf(
    "RECURRENCE-ID:20260309T100000Z",
    "DTSTART:20260401T100000Z",
    "DURATION:PT1H",
  );

  test("moves it into a range and out of one", () => {
    const parts = [eventOf(...weekly), moved];
    expect(busyIn(parts, { from: "2026-03-05", to: "2026-03-12" })).toEqual([]);
    expect(busyIn(parts, { from: "2026-03-30", to: "2026-04-05" })).toEqual([
      "2026-04-01T10:00/2026-04-01T11:00",
    ]);
  });

  test("is busy without its series, and wherever it stands", () => {
    expect(busyIn([moved])).toEqual(["2026-04-01T10:00/2026-04-01T11:00"]);
    expect(busyIn([moved, eventOf(...weekly)])).toEqual([
      hour,
      third,
      "2026-04-01T10:00/2026-04-01T11:00",
    ]);
  });

  test("may name it by its day", () => {
    const day = eventOf("RECURRENCE-ID;VALUE=DATE:20260309", "STATUS:CANCELLED");
    expect(busyIn([eventOf(...weekly), day])).toEqual([hour, third]);
  });

  test("does not touch another series", () => {
    const other = eventOf("UID:b", "RECURRENCE-ID:20260309T100000Z", "STATUS:CANCELLED");
    expect(busyIn([eventOf(...weekly), other])).toEqual([hour, second, third]);
  });

  test.each([
    [
      "moves it and all that follow",
      ["DTSTART:20260309T120000Z", "DURATION:PT2H"],
      [hour, "2026-03-09T12:00/2026-03-09T14:00", "2026-03-16T12:00/2026-03-16T14:00"],
    ],
    ["cancels it and all that follow", ["STATUS:CANCELLED"], [hour]],
  ])("%s", (_, lines, expected) => {
    const future = eventOf("RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T100000Z", ...lines);
    expect(busyIn([eventOf(...weekly), future])).toEqual(expected);
  });
});

test("another's busy periods count, free ones do not", () => {
  const lines = [
    "FREEBUSY:20260302T100000Z/PT1H,20260309T100000Z/20260309T110000Z",
    "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260316T100000Z/PT1H",
    "FREEBUSY;FBTYPE=FREE:20260323T100000Z/PT1H",
  ];
  expect(busyIn(["BEGIN:VFREEBUSY", ...lines, "END:VFREEBUSY"])).toEqual([hour, second, third]);
});

test("tasks and journals take no time", () => {
  const lines = ["DTSTART:20260302T100000Z", "DURATION:PT1H"];
  expect(
    busyIn(["BEGIN:VTODO", ...lines, "END:VTODO", "BEGIN:VJOURNAL", ...lines, "END:VJOURNAL"]),
  ).toEqual([]);
});

test.each([
  ["\r\n", "\r\n "],
  ["\n", "\n\t"],
  ["\r", "\r "],
])("lines may end and be folded in any way (%j, %j)", (end, fold) => {
  const text = calendarOf(eventOf("DTSTART:20260302T100000Z", `DTEND:202603\r\n 02T110000Z`));
  const other = `\uFEFF${text.replaceAll("\r\n ", "FOLD").replaceAll("\r\n", end).replaceAll("FOLD", fold)}`;
  const range = { fromMs: Date.UTC(2026, 0), toMs: Date.UTC(2027, 0) };
  expect(busyTimesIn(other, range, { timeZone: "UTC" })).toHaveLength(1);
});

test("only what is ours has a key, and only a UUID is one", () => {
  const key = "0b9f2c1e-3d4a-4c5b-8e6f-7a8b9c0d1e2f";
  const times = ["DTSTART:20260302T100000Z", "DURATION:PT1H"];
  const text = calendarOf(
    eventOf("UID:1", ...times, `X-ASTROCAL-KEY:${key}`),
    eventOf("UID:2", ...times, "X-ASTROCAL-KEY:1"),
  );
  const range = { fromMs: Date.UTC(2026, 0), toMs: Date.UTC(2027, 0) };
  const found = busyTimesIn(text, range, { timeZone: "UTC" });
  expect(found.map(({ uid, key }) => [uid, key])).toEqual([
    ["1", key],
    ["2", null],
  ]);
});

test("a range is half-open", () => {
  const parts = [eventOf("DTSTART:20260302T000000Z", "DTEND:20260303T000000Z")];
  expect(busyIn(parts, { from: "2026-03-03", to: "2026-03-04" })).toEqual([]);
  expect(busyIn(parts, { from: "2026-03-01", to: "2026-03-02" })).toEqual([]);
  expect(busyIn(parts, { from: "2026-03-02", to: "2026-03-03" })).toHaveLength(1);
});

describe("what cannot be understood is not free", () => {
  const ok = ["DTSTART:20260302T100000Z", "DURATION:PT1H"];

  test.each([
    ["no start", ["DURATION:PT1H"]],
    ["two starts", [...ok, "DTSTART:20260303T100000Z"]],
    ["a month 13", ["DTSTART:20261302T100000Z"]],
    ["a day that is none", ["DTSTART:20260230T100000Z"]],
    ["an end before the start", ["DTSTART:20260302T100000Z", "DTEND:20260302T090000Z"]],
    ["a length that is none", ["DTSTART:20260302T100000Z", "DURATION:1H"]],
    ["a negative length", ["DTSTART:20260302T100000Z", "DURATION:-PT1H"]],
    ["a rule without frequency", [...ok, "RRULE:COUNT=2"]],
    ["an unknown frequency", [...ok, "RRULE:FREQ=FORTNIGHTLY"]],
    ["an interval of nothing", [...ok, "RRULE:FREQ=DAILY;INTERVAL=0"]],
    ["an unknown part", [...ok, "RRULE:FREQ=DAILY;BYEASTER=0"]],
    ["a weekday that is none", [...ok, "RRULE:FREQ=WEEKLY;BYDAY=XX"]],
    ["a rule without its colon", [...ok, "RRULE;FREQ=DAILY"]],
    ["hours of days", ["DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=HOURLY"]],
    ["a list that is none", [...ok, "RDATE:tomorrow"]],
  ])("%s", (_, lines) => {
    expect(reasonFor(() => busyIn([eventOf(...lines)]))).toBe("invalid");
  });

  test.each([
    ["nothing", ""],
    ["a page", "<html>Sign in</html>"],
    ["half a calendar", calendarOf(eventOf(...ok)).slice(0, 120)],
    ["an event that does not end", calendarOf("BEGIN:VEVENT", ...ok)],
    ["an event alone", eventOf(...ok)],
    ["an event within an alarm", calendarOf("BEGIN:VALARM", eventOf(...ok), "END:VALARM")],
  ])("%s", (_, text) => {
    const range = { fromMs: 0, toMs: 1 };
    expect(reasonFor(() => busyTimesIn(text, range, { timeZone: "UTC" }))).toBe("invalid");
  });

  test("but a description that was broken by hand is no reason", () => {
    expect(busyIn([eventOf(...ok, "DESCRIPTION:one", "two", "", '"three')])).toEqual([hour]);
  });

  test("nor is what takes no time anyway", () => {
    expect(busyIn([eventOf("DTSTART:soon", "TRANSP:TRANSPARENT")])).toEqual([]);
  });
});
