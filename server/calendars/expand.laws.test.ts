import * as fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { calendarOf, eventOf } from "../testing/calendars/ical";
import { busyTimesIn } from "./expand";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const firstMs = Date.UTC(2025, 0, 1);

const zones = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
);
const rules = fc
  .tuple(
    fc.constantFrom(
      "DAILY",
      "WEEKLY",
      "WEEKLY;BYDAY=MO,WE,FR",
      "MONTHLY;BYDAY=-1FR",
      "MONTHLY;BYMONTHDAY=31",
      "YEARLY",
    ),
    fc.constantFrom("", ";INTERVAL=2", ";COUNT=9"),
  )
  .map(([rule, end]) => `RRULE:FREQ=${rule}${end}`);
/** Minutes are whole hours and a half, in no zone's gap: there, instants differ between readers. */
const series = fc.record({
  timeZone: zones,
  rule: rules,
  day: fc.nat(700),
  hour: fc.integer({ min: 8, max: 20 }),
  hours: fc.integer({ min: 1, max: 60 }),
  without: fc.uniqueArray(fc.nat(8), { maxLength: 3 }),
  also: fc.uniqueArray(fc.nat(500), { maxLength: 3 }),
});
type Series = typeof series extends fc.Arbitrary<infer Value> ? Value : never;
const ranges = fc.tuple(fc.nat(800), fc.nat(90)).map(([from, days]) => ({
  fromMs: firstMs + from * DAY_MS,
  toMs: firstMs + (from + days) * DAY_MS,
}));

function startsOf({ timeZone, rule, day, hour }: Series): {
  first: Temporal.ZonedDateTime;
  all: number[];
} {
  const first = Temporal.PlainDate.from("2025-01-01")
    .add({ days: day })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  const wall = compact(first);
  const oracle = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${wall}\n${rule}`,
    temporal: Temporal,
  });
  const until = new Date(firstMs + 1000 * DAY_MS);
  const ruled = oracle.between(new Date(first.epochMilliseconds - 1), until, true);
  return { first, all: [...new Set([first.epochMilliseconds, ...ruled.map(epochOf)])] };
}

const epochOf = ({ epochMilliseconds }: { epochMilliseconds: number }) => epochMilliseconds;
const compact = (at: Temporal.ZonedDateTime) =>
  at.toPlainDateTime().toString().replaceAll(/[-:]/g, "").slice(0, 15);
const utc = (atMs: number) => new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");

/** A series with exceptions, and when it is busy, which the oracle knows. */
function written(one: Series): { text: string; busy: { startMs: number; endMs: number }[] } {
  const { first, all } = startsOf(one);
  const without = one.without.flatMap((index) => all.slice(index, index + 1));
  const also = one.also.map((day) => first.epochMilliseconds + day * DAY_MS + 30 * 60_000);
  const text = calendarOf(
    eventOf(
      `DTSTART;TZID=${one.timeZone}:${compact(first)}`,
      `DURATION:PT${one.hours}H`,
      one.rule,
      ...without.map((atMs) => `EXDATE:${utc(atMs)}`),
      ...also.map((atMs) => `RDATE:${utc(atMs)}`),
    ),
  );
  const busy = [...all.filter((atMs) => !without.includes(atMs)), ...also]
    .toSorted((one, other) => one - other)
    .map((startMs) => ({ startMs, endMs: startMs + one.hours * HOUR_MS }));
  return { text, busy };
}

const busyOf = (text: string, range: { fromMs: number; toMs: number }) =>
  busyTimesIn(text, range, { timeZone: "UTC" }).map(({ startMs, endMs }) => ({ startMs, endMs }));

test("a series is busy when an independent implementation says, less and with what it lists", () => {
  fc.assert(
    fc.property(series, ranges, (one, range) => {
      const { text, busy } = written(one);
      expect(busyOf(text, range)).toEqual(
        busy.filter(({ startMs, endMs }) => startMs < range.toMs && endMs > range.fromMs),
      );
    }),
    { numRuns: 300 },
  );
});

test("a range holds what any larger range holds of it", () => {
  fc.assert(
    fc.property(fc.array(series, { maxLength: 3 }), ranges, fc.nat(400), (all, range, more) => {
      const text = calendarOf(
        ...all.flatMap((one) => written(one).text.split("\r\n").slice(3, -2)),
      );
      const larger = { fromMs: range.fromMs - more * DAY_MS, toMs: range.toMs + more * DAY_MS };
      expect(busyOf(text, range)).toEqual(
        busyOf(text, larger).filter(
          ({ startMs, endMs }) => startMs < range.toMs && endMs > range.fromMs,
        ),
      );
    }),
    { numRuns: 200 },
  );
});
