import { array, assert, constantFrom, integer, oneof, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { AvailabilityRules, ReplaceAvailability } from "@/server/availability/schema";
import { clockOf } from "./clock";
import {
  copyDay,
  hoursHaveProblems,
  hoursOf,
  type HoursWindow,
  nextWindow,
  rulesOf,
  windowProblems,
  withDay,
  withOverrides,
} from "./week";

const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
const at = (start: string, end: string): HoursWindow => ({ start, end });
const messages = (windows: HoursWindow[]) =>
  windowProblems(windows).map((problem) => problem?.message ?? null);

const stored = AvailabilityRules.parse({
  event_type_id: id,
  timezone: "Europe/Berlin",
  rules: [
    [1, "13:00:00", "24:00:00"],
    [1, "09:00:00", "12:00:00"],
    [0, "10:00:30", "11:00:00"],
  ].map(([day_of_week, start_time, end_time]) => ({
    id,
    event_type_id: id,
    day_of_week,
    start_time,
    end_time,
    created_at: "2026-11-24T09:00:00.000Z",
  })),
  overrides: [
    { date: "2026-12-31", windows: [{ start_time: "09:00:00", end_time: "12:00:00" }] },
    { date: "2026-12-24", windows: [] },
  ],
});

describe("the hours of a week", () => {
  it("are edited in the order of the clock, and sent as text", () => {
    const hours = hoursOf(stored);
    expect(hours.week[1]).toEqual([at("09:00", "12:00"), at("13:00", "24:00")]);
    expect(hours.week[0]).toEqual([at("10:00:30", "11:00")]);
    expect(hours.overrides.map(({ date }) => date)).toEqual(["2026-12-24", "2026-12-31"]);
    const sent = { id, ...rulesOf(hours) };
    expect(sent.rules[0]).toEqual({ day_of_week: 0, start_time: "10:00:30", end_time: "11:00" });
    expect(ReplaceAvailability.safeParse(sent).success).toBe(true);
  });

  it("have no problem where windows of a day touch", () => {
    expect(messages([at("09:00", "12:00"), at("12:00", "24:00")])).toEqual([null, null]);
  });

  it("say at the row what is wrong with it, in the schema's words", () => {
    expect(messages([at("09:00", "17:00"), at("18:00", "18:00"), at("nine", "20:00")])).toEqual([
      null,
      "must be after the start",
      "must be a time of day, HH:MM",
    ]);
    expect(windowProblems([at("09:00", "")])[0]?.side).toBe("end");
  });

  it("say at the later of two rows that it overlaps, whatever their order", () => {
    const [early, late] = [at("09:00", "12:00"), at("11:00", "13:00")];
    const problem = "must not overlap with 9:00 AM – 12:00 PM";
    expect(messages([early, late])).toEqual([null, problem]);
    expect(messages([late, early])).toEqual([problem, null]);
    expect(messages([early, early])).toEqual([null, problem]);
  });

  it("have a problem exactly where the server would refuse them", () => {
    const clock = oneof(
      integer({ min: 0, max: 24 }).map((hours) => clockOf(hours * 60)),
      constantFrom("09:00:30", "9:00", "24:01", ""),
    );
    const windows = array(record({ start: clock, end: clock }), { maxLength: 4 });
    assert(
      property(windows, windows, (day, date) => {
        const hours = {
          timeZone: "UTC",
          week: [day, [], [], [], [], [], []],
          overrides: [{ date: "2026-12-24", windows: date }],
        };
        const accepted = ReplaceAvailability.safeParse({ id, ...rulesOf(hours) }).success;
        expect(hoursHaveProblems(hours)).toBe(!accepted);
      }),
    );
  });
});

describe("another window", () => {
  it("is nine to five on a closed day", () => expect(nextWindow([])).toEqual(at("09:00", "17:00")));

  it("leaves an hour after the last one", () => {
    expect(nextWindow([at("13:00", "17:00"), at("09:00", "12:00")])).toEqual(at("18:00", "19:00"));
    expect(nextWindow([at("09:00", "22:30")])).toEqual(at("23:30", "24:00"));
  });

  it("goes before or between the others when the evening is full", () => {
    expect(nextWindow([at("09:00", "24:00")])).toEqual(at("08:00", "09:00"));
    expect(nextWindow([at("00:00", "09:00"), at("09:30", "24:00")])).toEqual(at("09:00", "09:30"));
  });

  it("is not offered when the day is full", () =>
    expect(nextWindow([at("00:00", "24:00")])).toBeNull());

  it("is never a problem where there was none", () => {
    const hour = integer({ min: 0, max: 23 });
    assert(
      property(array(hour, { maxLength: 8 }), (hours) => {
        const windows = [...new Set(hours)].map((h) => at(clockOf(h * 60), clockOf(h * 60 + 60)));
        const next = nextWindow(windows);
        expect(
          messages(next === null ? windows : [...windows, next]).every((m) => m === null),
        ).toBe(true);
      }),
    );
  });
});

describe("copying hours", () => {
  const week = [[], [at("09:00", "12:00")], [at("08:00", "09:00")], [], [], [], []];

  it("replaces those of the chosen days and no others", () => {
    const copied = copyDay(week, 1, new Set([2, 3]));
    expect(copied[2]).toEqual(week[1]);
    expect(copied[3]).toEqual(week[1]);
    expect(copied[1]).toEqual(week[1]);
    expect(copied[0]).toEqual([]);
  });

  it("of a closed day closes the chosen ones", () =>
    expect(copyDay(week, 0, new Set([2]))[2]).toEqual([]));

  it("leaves what it copied from as it was", () => {
    const copied = copyDay(week, 1, new Set([2]));
    expect(withDay(copied, 2, [])[1]).toEqual([at("09:00", "12:00")]);
  });
});

describe("date overrides", () => {
  it("are put on every chosen date in the place of what was there, in order", () => {
    const before = [
      { date: "2026-12-24", windows: [] },
      { date: "2026-12-31", windows: [] },
    ];
    const after = withOverrides(before, ["2026-12-31", "2026-12-25"], [at("09:00", "12:00")]);
    expect(after.map(({ date, windows }) => [date, windows.length])).toEqual([
      ["2026-12-24", 0],
      ["2026-12-25", 1],
      ["2026-12-31", 1],
    ]);
  });
});
