import { describe, expect, it } from "vitest";
import { ask, at, monday, open, refusals, times, tuesday, weekly } from "../testing/slot-cases";
import { formatInstant } from "../time";
import type { SlotQuery, Window } from "./slots";
import { findSlot, listSlots } from "./slots";

const overridden = (windows: Window[]) =>
  ask({
    schedule: { ...weekly(open(["09:00", "12:00"])), overrides: [{ date: monday, windows }] },
  });

const night = (
  timeZone: string,
  date: string,
  from: string,
  to: string,
  more: Partial<SlotQuery> = {},
) =>
  ask({
    schedule: weekly(open([from, to]), timeZone),
    nowMs: at("00:00", "2026-01-01"),
    fromMs: at("00:00", date, timeZone),
    toMs: at("24:00", date, timeZone),
    ...more,
  });

describe("the grid", () => {
  it.each<[string, Partial<SlotQuery>, string[]]>([
    ["slots touch by default", {}, ["09:00", "10:00", "11:00"]],
    [
      "a slot that ends after closing time is not offered",
      { durationMinutes: 70 },
      ["09:00", "10:10"],
    ],
    ["a slot as long as the window fits", { durationMinutes: 180 }, ["09:00"]],
    ["a slot longer than the window does not", { durationMinutes: 181 }, []],
    [
      "buffers come between slots, and may reach over closing time",
      { bufferBeforeMinutes: 10, bufferAfterMinutes: 20, durationMinutes: 60 },
      ["09:00", "10:30"],
    ],
    [
      "an interval of its own lets slots overlap",
      { slotIntervalMinutes: 45, bufferAfterMinutes: 20 },
      ["09:00", "09:45", "10:30"],
    ],
    [
      "each window begins its own grid, and windows may touch",
      { schedule: weekly(open(["09:00", "09:50"], ["10:10", "11:10"], ["11:10", "12:10"])) },
      ["10:10", "11:10"],
    ],
    ["a closed week offers nothing", { schedule: weekly([]) }, []],
    [
      "a window may end at midnight",
      { schedule: weekly(open(["22:30", "24:00"])), durationMinutes: 45 },
      ["22:30", "23:15"],
    ],
    ["the range ends before its end", { fromMs: at("10:00"), toMs: at("11:00") }, ["10:00"]],
    ["and begins at its beginning, on the grid", { fromMs: at("09:00:01") }, ["10:00", "11:00"]],
    ["an empty range has no slots", { fromMs: at("10:00"), toMs: at("10:00") }, []],
  ])("%s", (_, changes, expected) => {
    expect(times(ask(changes))).toEqual(expected);
  });

  it("a slot says when it ends, for how many and with whom", () => {
    expect(findSlot(ask({ maxAttendees: 4 }), at("10:00"))).toEqual({
      slot: {
        startMs: at("10:00"),
        endMs: at("11:00"),
        spotsRemaining: 4,
        hostIds: ["ada"],
        sessionId: null,
      },
    });
  });

  it("an instant between two starts is not on the grid", () => {
    expect(findSlot(ask(), at("09:30"))).toEqual({ refusal: "not_on_grid" });
    expect(findSlot(ask(), at("09:00") + 1)).toEqual({ refusal: "not_on_grid" });
  });

  it("an interval of nothing is refused rather than followed for ever", () => {
    expect(() => listSlots(ask({ slotIntervalMinutes: 0 }))).toThrow(RangeError);
  });
});

describe("a date's own hours", () => {
  it("replace the weekly ones, and the explanation says so", () => {
    const query = overridden(open(["10:00", "11:00"], ["14:00", "15:00"]));
    expect(times(query)).toEqual(["10:00", "14:00"]);
    expect(refusals(query)).toEqual({ "09:00": "override", "11:00": "override" });
    expect(findSlot(query, at("11:00"))).toEqual({ refusal: "override" });
  });

  it("close it when there are none, and leave the next day alone", () => {
    const query = overridden([]);
    expect(times(query)).toEqual([]);
    expect(
      times({ ...query, fromMs: at("00:00", tuesday), toMs: at("24:00", tuesday) }),
    ).toHaveLength(3);
  });

  it("once past are past like any other", () => {
    expect(refusals({ ...overridden([]), nowMs: at("10:30") })).toEqual({
      "09:00": "past",
      "10:00": "past",
      "11:00": "override",
    });
  });
});

describe("a change of clocks", () => {
  it.each([
    ["an hour that is skipped has no slots", "America/New_York", "2026-03-08", "01:00", "04:00", 2],
    [
      "an hour that is repeated has slots twice",
      "America/New_York",
      "2026-11-01",
      "00:00",
      "03:00",
      4,
    ],
    ["half an hour is skipped", "Australia/Lord_Howe", "2026-10-04", "01:00", "04:00", 2],
    ["a day without midnight has 23 hours", "Asia/Beirut", "2026-03-29", "00:00", "24:00", 23],
    ["a day with two midnights has 25", "America/Havana", "2026-11-01", "00:00", "24:00", 25],
    ["working hours are not moved", "Europe/Dublin", "2026-10-25", "09:00", "17:00", 8],
  ])("%s (%s, %s)", (_, timeZone, date, from, to, count) => {
    expect(listSlots(night(timeZone, date, from, to)).slots).toHaveLength(count);
  });

  it("that pushes a window into the next offers no start twice", () => {
    const windows = open(["02:00", "03:00"], ["03:00", "05:00"]);
    const query = night("America/New_York", "2026-03-08", "00:00", "01:00", {
      schedule: weekly(windows, "America/New_York"),
      durationMinutes: 30,
    });
    expect(times(query)).toHaveLength(4);
    const [first] = listSlots(query).slots;
    expect(first?.startMs).toBe(Date.UTC(2026, 2, 8, 7));
  });

  it("that skips a date opens it the day after, once (Apia, 2011-12-30)", () => {
    const query = night("Pacific/Apia", "2011-12-31", "09:00", "12:00", { nowMs: 0 });
    expect(times(query)).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("that skips a date moves that date's hours to the next, though it is closed", () => {
    const schedule = weekly(open(["09:00", "12:00"]), "Pacific/Apia", [5]);
    const saturday = night("Pacific/Apia", "2011-12-31", "09:00", "12:00", { nowMs: 0, schedule });
    expect(times(saturday)).toEqual(["09:00", "10:00", "11:00"]);
  });

  // Newfoundland's clocks went from 00:01 back to 23:01 until 2011.
  it("that sets a date back into the day before leaves it its slots there", () => {
    const schedule = weekly(open(["00:00", "02:00"]), "America/St_Johns", [0]);
    const query = ask({ schedule, durationMinutes: 30, nowMs: 0 });
    const saturdayNight = Date.UTC(2006, 9, 29, 3);
    expect(formatInstant(at("00:00", "2006-10-29", "America/St_Johns"))).toBe(
      "2006-10-29T02:30:00.000Z",
    );
    expect(findSlot(query, saturdayNight)).toHaveProperty("slot");
  });
});
