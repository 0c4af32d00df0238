import { describe, expect, it } from "vitest";
import {
  ask,
  at,
  busy,
  host,
  open,
  refusals,
  session,
  times,
  tuesday,
  weekly,
} from "../testing/slot-cases";
import type { SlotQuery } from "./slots";
import { findSlot, listSlots } from "./slots";

const started = (seatsTaken: number, from = "10:00", to = "11:00") =>
  ask({
    maxAttendees: 3,
    sessions: [session("s1", from, to, seatsTaken)],
    hosts: [host("ada", busy(from, to))],
  });

describe("now", () => {
  it.each<[string, Partial<SlotQuery>, Record<string, string>]>([
    ["a slot that starts this moment can be booked", { nowMs: at("10:00") }, { "09:00": "past" }],
    ["a moment later it is past", { nowMs: at("10:00") + 1 }, { "09:00": "past", "10:00": "past" }],
    [
      "notice is kept",
      { nowMs: at("09:00"), minimumNoticeMinutes: 61 },
      { "09:00": "minimum_notice", "10:00": "minimum_notice" },
    ],
    [
      "and may be met exactly",
      { nowMs: at("09:00"), minimumNoticeMinutes: 60 },
      { "09:00": "minimum_notice" },
    ],
    [
      "the last day of the booking window counts whole",
      { nowMs: at("23:59", "2026-03-01"), bookingWindowDays: 1 },
      {},
    ],
    [
      "the day after is beyond it",
      { nowMs: at("23:59", "2026-02-28"), bookingWindowDays: 1 },
      { "09:00": "booking_window", "10:00": "booking_window", "11:00": "booking_window" },
    ],
  ])("%s", (_, changes, refused) => {
    expect(refusals(ask(changes))).toEqual(refused);
    expect(times(ask(changes))).toHaveLength(3 - Object.keys(refused).length);
  });

  it("an instant in the past is past, whether or not it was ever on the grid", () => {
    expect(findSlot(ask({ nowMs: at("10:00") }), at("09:30"))).toEqual({ refusal: "past" });
  });

  it("the booking window's days are those of the schedule's zone", () => {
    const schedule = weekly(open(["00:00", "24:00"]), "Pacific/Auckland");
    const query = ask({ schedule, bookingWindowDays: 1, toMs: at("24:00", tuesday) });
    const last = listSlots(query).slots.at(-1);
    expect(last?.endMs).toBe(at("24:00", tuesday, "Pacific/Auckland"));
  });
});

describe("a group session", () => {
  it("with seats left is offered, by its host, with those seats", () => {
    const slot = { sessionId: "s1", hostIds: ["ada"], spotsRemaining: 2 };
    expect(findSlot(started(1), at("10:00"))).toEqual({ slot: expect.objectContaining(slot) });
    expect(times(started(1))).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("is offered where the grid is no longer", () => {
    expect(times(started(1, "10:15", "11:15"))).toEqual(["09:00", "10:15"]);
    expect(times({ ...started(1), schedule: weekly([]) })).toEqual(["10:00"]);
  });

  it("that is full is refused, on the grid and off it", () => {
    expect(refusals(started(3))).toEqual({ "10:00": "booked" });
    expect(findSlot(started(3, "10:15", "11:15"), at("10:15"))).toEqual({ refusal: "booked" });
  });

  it("that is full does not keep another host from beginning one", () => {
    const query = started(3);
    const both = { ...query, hosts: [...query.hosts, host("ben")] };
    const slot = { sessionId: null, hostIds: ["ben"], spotsRemaining: 3 };
    expect(findSlot(both, at("10:00"))).toEqual({ slot: expect.objectContaining(slot) });
  });

  it("of another duration is busy time and no more", () => {
    expect(times(started(1, "10:00", "10:30"))).toEqual(["09:00", "11:00"]);
  });

  it("obeys notice, booking window and cap", () => {
    const cap = { limit: 1, period: "daily" as const, starts: [at("10:00")] };
    expect(refusals({ ...started(1), nowMs: at("10:30") })["10:00"]).toBe("past");
    expect(refusals({ ...started(1), minimumNoticeMinutes: 601 })["10:00"]).toBe("minimum_notice");
    expect(refusals({ ...started(1), cap })["10:00"]).toBe("cap");
  });

  it("with the most seats left is the one offered", () => {
    const sessions = [session("s2", "10:00", "11:00", 2), session("s1", "10:00", "11:00", 1)];
    expect(findSlot({ ...started(1), sessions }, at("10:00"))).toEqual({
      slot: expect.objectContaining({ sessionId: "s1", spotsRemaining: 2 }),
    });
  });

  it("is the first by id among equals, whatever their order", () => {
    const sessions = [session("s2", "10:00", "11:00", 1), session("s1", "10:00", "11:00", 1)];
    for (const inSomeOrder of [sessions, sessions.toReversed()]) {
      expect(findSlot({ ...started(1), sessions: inSomeOrder }, at("10:00"))).toEqual({
        slot: expect.objectContaining({ sessionId: "s1" }),
      });
    }
  });

  it("is offered though an external calendar shows it too, and its host has left the type", () => {
    const hosts = [host("ada", busy("10:00", "11:00", "external_calendar"))];
    expect(times({ ...started(1), hosts })).toContain("10:00");
    expect(times({ ...started(1), hosts: [] })).toEqual(["10:00"]);
  });
});
