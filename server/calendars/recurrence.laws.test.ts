import * as fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { Budget } from "./budget";
import { parseRule } from "./ical-rule";
import { wallTimesOf } from "./recurrence";

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const YEAR_MS = 366 * 86_400_000;

type Parts = Record<string, string | null | undefined>;

/** Some of the parts, each with some values; a part that is not there has null. */
const list = (values: fc.Arbitrary<number | string>) =>
  fc.option(
    fc.uniqueArray(values, { minLength: 1, maxLength: 4 }).map((all) => all.join(",")),
    { freq: 2 },
  );
const signed = (max: number) => fc.integer({ min: -max, max }).filter((value) => value !== 0);
const weekday = fc.constantFrom(...weekdays);
const ordinal = fc.tuple(fc.constantFrom("", "1", "2", "-1", "5", "-2"), weekday);
const ordinals = list(ordinal.map((both) => both.join("")));
const small = fc.integer({ min: 1, max: 4 }).map(String);
const clockParts = {
  BYHOUR: list(fc.integer({ min: 0, max: 23 })),
  BYMINUTE: list(fc.integer({ min: 0, max: 59 })),
};

/** Rules of RFC 5545, each with the parts its table allows. */
const byFrequency: Record<string, Record<string, fc.Arbitrary<string | null>>> = {
  HOURLY: { BYDAY: list(weekday), BYHOUR: clockParts.BYHOUR, BYMINUTE: clockParts.BYMINUTE },
  DAILY: {
    ...clockParts,
    BYDAY: list(weekday),
    BYMONTH: list(fc.integer({ min: 1, max: 12 })),
    BYMONTHDAY: list(signed(31)),
  },
  WEEKLY: { ...clockParts, BYDAY: list(weekday), BYMONTH: list(fc.integer({ min: 1, max: 12 })) },
  MONTHLY: {
    BYHOUR: clockParts.BYHOUR,
    BYDAY: ordinals,
    BYMONTH: list(fc.integer({ min: 1, max: 12 })),
    BYMONTHDAY: list(signed(31)),
  },
  YEARLY: {
    BYHOUR: clockParts.BYHOUR,
    BYDAY: list(weekday),
    BYMONTH: list(fc.integer({ min: 1, max: 12 })),
    BYMONTHDAY: list(signed(31)),
  },
};

/** Parts that few rules have, and that stand alone or with weekdays. */
const rare: fc.Arbitrary<Parts> = fc.oneof(
  fc.record<Parts>({ BYYEARDAY: list(signed(366)), BYDAY: fc.constant(null) }),
  fc.record<Parts>({
    BYWEEKNO: fc.uniqueArray(fc.integer({ min: 2, max: 51 }), { minLength: 1 }).map(String),
    BYDAY: weekday,
  }),
);
const rareRules = rare.map((parts) => textOf({ FREQ: "YEARLY", ...parts }));

function textOf(parts: Parts): string {
  return Object.entries(parts)
    .flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
    .join(";");
}

const rules = fc
  .constantFrom(...Object.keys(byFrequency))
  .chain((frequency) =>
    fc.record<Parts>({
      FREQ: fc.constant(frequency),
      INTERVAL: fc.option(small),
      WKST: fc.option(weekday),
      COUNT: fc.option(fc.integer({ min: 1, max: 30 }).map(String)),
      BYSETPOS: fc.option(signed(3).map(String), { freq: 3 }),
      ...byFrequency[frequency],
    }),
  )
  .map(({ BYSETPOS, ...parts }) => {
    // It must not stand alone.
    const isPicked = Object.entries(parts).some(([name, value]) => name.startsWith("BY") && value);
    return { ...parts, BYSETPOS: isPicked ? BYSETPOS : null };
  })
  .map(textOf);
const starts = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2026, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000);

const ruleOf = (text: string) => parseRule({ name: "RRULE", text: `RRULE:${text}`, value: text });

const ours = (text: string, startMs: number, window: { fromMs: number; toMs: number }) =>
  wallTimesOf(ruleOf(text), startMs, window, new Budget());

function theirs(text: string, startMs: number, toMs: number): number[] {
  const start = new Date(startMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const rule = new RRuleTemporal({
    rruleString: `DTSTART:${start}\nRRULE:${text}`,
    temporal: Temporal,
    maxIterations: 1_000_000,
  });
  return rule
    .between(new Date(startMs - 1), new Date(toMs - 1), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}

describe("a rule's times", () => {
  test("are those that an independent implementation finds", () => {
    fc.assert(
      fc.property(fc.oneof(rules, rules, rareRules), starts, (text, startMs) => {
        const toMs = startMs + 2 * YEAR_MS;
        expect(ours(text, startMs, { fromMs: startMs, toMs })).toEqual(theirs(text, startMs, toMs));
      }),
      { numRuns: 400 },
    );
  });

  test("are the same however late one begins to look", () => {
    fc.assert(
      fc.property(
        rules,
        starts,
        fc.nat(2 * YEAR_MS),
        fc.nat(YEAR_MS),
        (text, startMs, later, size) => {
          const all = ours(text, startMs, { fromMs: startMs, toMs: startMs + 3 * YEAR_MS });
          const fromMs = startMs + later;
          const some = ours(text, startMs, { fromMs, toMs: fromMs + size });
          expect(some).toEqual(all.filter((atMs) => atMs >= fromMs && atMs < fromMs + size));
        },
      ),
      { numRuns: 400 },
    );
  });
});
