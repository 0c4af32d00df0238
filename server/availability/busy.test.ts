import { describe, expect, it } from "vitest";
import { ask, at, busy, host, refusals, times } from "../testing/slot-cases";
import type { SlotQuery } from "./slots";
import { listSlots } from "./slots";

describe("busy hosts", () => {
  it.each<[string, Partial<SlotQuery>, string[], Record<string, string>]>([
    [
      "a booking takes its own slot only",
      { hosts: [host("ada", busy("10:00", "11:00"))] },
      ["09:00", "11:00"],
      { "10:00": "booked" },
    ],
    [
      "a minute of overlap is an overlap",
      { hosts: [host("ada", busy("09:59", "10:00"))] },
      ["10:00", "11:00"],
      { "09:00": "booked" },
    ],
    [
      "busy times may overlap, contain one another and come in any order",
      {
        hosts: [
          host(
            "ada",
            busy("11:30", "11:40"),
            busy("09:00", "09:10"),
            busy("08:00", "09:30"),
            busy("11:30", "11:35"),
          ),
        ],
      },
      ["10:00"],
      { "09:00": "booked", "11:00": "booked" },
    ],
    [
      "busy time of no length takes nothing",
      { hosts: [host("ada", busy("10:30", "10:30"))] },
      ["09:00", "10:00", "11:00"],
      {},
    ],
    [
      "the buffer before a slot must be free",
      {
        slotIntervalMinutes: 60,
        bufferBeforeMinutes: 1,
        hosts: [host("ada", busy("09:00", "10:00"))],
      },
      ["11:00"],
      { "09:00": "booked", "10:00": "buffer" },
    ],
    [
      "the buffer after a slot must be free, even after closing time",
      {
        slotIntervalMinutes: 60,
        bufferAfterMinutes: 30,
        hosts: [host("ada", busy("12:29", "13:00", "external_calendar"))],
      },
      ["09:00", "10:00"],
      { "11:00": "buffer" },
    ],
    [
      "the buffers of a booking count as its own",
      {
        hosts: [
          host("ada", {
            ...busy("09:50", "11:00"),
            core: { startMs: at("10:00"), endMs: at("11:00") },
          }),
        ],
      },
      ["11:00"],
      { "09:00": "buffer", "10:00": "booked" },
    ],
    [
      "a calendar that cannot be read closes its host",
      { hosts: [host("ada", busy("00:00", "24:00", "calendar_unreachable"))] },
      [],
      {
        "09:00": "calendar_unreachable",
        "10:00": "calendar_unreachable",
        "11:00": "calendar_unreachable",
      },
    ],
    [
      "one free host is enough",
      {
        hosts: [
          host("ada", busy("09:00", "11:00")),
          host("ben", busy("10:00", "12:00", "external_calendar")),
        ],
      },
      ["09:00", "11:00"],
      { "10:00": "booked" },
    ],
    [
      "without a host nothing is offered",
      { hosts: [] },
      [],
      { "09:00": "no_host", "10:00": "no_host", "11:00": "no_host" },
    ],
  ])("%s", (_, changes, offered, refused) => {
    expect(times(ask(changes))).toEqual(offered);
    expect(refusals(ask(changes))).toEqual(refused);
  });

  it("the free ones are named in the order given", () => {
    const hosts = [host("cyd"), host("ada", busy("10:00", "11:00")), host("ben")];
    const named = listSlots(ask({ hosts })).slots.map(({ hostIds }) => hostIds);
    expect(named).toEqual([
      ["cyd", "ada", "ben"],
      ["cyd", "ben"],
      ["cyd", "ada", "ben"],
    ]);
  });
});
