import { expect, test } from "vitest";
import { Budget } from "./budget";
import { parseRule } from "./ical-rule";
import { wallTimesOf } from "./recurrence";

/** The first times of a rule; those at nine o'clock without it. */
function firstOf(rule: string, start: string, count: number): string[] {
  const startMs = Date.parse(`${start}:00Z`);
  const window = { fromMs: startMs, toMs: startMs + 12 * 366 * 86_400_000 };
  const line = { name: "RRULE", text: `RRULE:${rule}`, value: rule };
  return wallTimesOf(parseRule(line), startMs, window, new Budget())
    .slice(0, count)
    .map((atMs) => new Date(atMs).toISOString().slice(0, 16).replace("T09:00", ""));
}

// RFC 5545, §3.8.5.3, and what it says of each.
test.each([
  [
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09-07T09:00",
    ["1997-09-07", "1997-09-28", "1997-11-02", "1997-11-30"],
  ],
  [
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09-22T09:00",
    ["1997-09-22", "1997-10-20", "1997-11-17", "1997-12-22", "1998-01-19", "1998-02-16"],
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "1997-09-28T09:00",
    ["1997-09-28", "1997-10-29", "1997-11-28", "1997-12-29", "1998-01-29", "1998-02-26"],
  ],
  [
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997-01-01T09:00",
    [
      "1997-01-01",
      "1997-04-10",
      "1997-07-19",
      "2000-01-01",
      "2000-04-09",
      "2000-07-18",
      "2003-01-01",
    ],
  ],
  ["FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00", ["1997-05-19", "1998-05-18", "1999-05-17"]],
  [
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "1997-05-12T09:00",
    ["1997-05-12", "1998-05-11", "1999-05-17"],
  ],
  [
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997-03-13T09:00",
    ["1997-03-13", "1997-03-20", "1997-03-27", "1998-03-05"],
  ],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "1997-09-02T09:00",
    ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"],
  ],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11-05T09:00",
    ["1996-11-05", "2000-11-07", "2004-11-02"],
  ],
  [
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "1997-09-04T09:00",
    ["1997-09-04", "1997-10-07", "1997-11-06"],
  ],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09-29T09:00",
    ["1997-09-29", "1997-10-30", "1997-11-27", "1997-12-30"],
  ],
  [
    "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    "1997-09-02T09:00",
    ["1997-09-02", "1997-09-02T10:30", "1997-09-02T12:00", "1997-09-02T13:30"],
  ],
  [
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,16",
    "1997-09-02T09:20",
    [
      "1997-09-02T09:20",
      "1997-09-02T09:40",
      "1997-09-02T16:00",
      "1997-09-02T16:20",
      "1997-09-02T16:40",
      "1997-09-03",
    ],
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "1997-08-05T09:00",
    ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "1997-08-05T09:00",
    ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    "2007-01-15T09:00",
    ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"],
  ],
])("%s from %s gives what RFC 5545 says", (rule, start, expected) => {
  expect(firstOf(rule, start, expected.length)).toEqual(expected);
});

test.each([
  ["29 February, in its years", "FREQ=YEARLY", "2024-02-29T09:00", ["2024-02-29", "2028-02-29"]],
  [
    "week 53, in its years",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=WE",
    "2020-12-30T09:00",
    ["2020-12-30", "2026-12-30"],
  ],
  [
    "a week's number, on its start's weekday",
    "FREQ=YEARLY;BYWEEKNO=20",
    "2026-05-14T09:00",
    ["2026-05-14", "2027-05-20"],
  ],
  [
    "a position without anything to pick from",
    "FREQ=WEEKLY;BYSETPOS=2",
    "2026-03-02T09:00",
    ["2026-03-02", "2026-03-09"],
  ],
  [
    "an ordinal among weeks",
    "FREQ=WEEKLY;BYDAY=1MO",
    "2026-03-02T09:00",
    ["2026-03-02", "2026-03-09"],
  ],
])("%s", (_, rule, start, expected) => {
  expect(firstOf(rule, start, expected.length)).toEqual(expected);
});
