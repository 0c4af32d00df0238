import { describe, expect, it } from "vitest";
import { slotsByDate } from "./slots-by-date";

const at = (start_time: string) => ({ start_time });

describe("slots", () => {
  it("stand under the dates of the zone they are shown in", () => {
    const slots = [
      at("2026-11-24T22:30:00.000Z"),
      at("2026-11-24T23:30:00.000Z"),
      at("2026-11-25T09:00:00.000Z"),
    ];
    const counts = (timeZone: string) =>
      slotsByDate(slots, timeZone).map(({ date, slots: ofDate }) => [date, ofDate.length]);
    expect(counts("UTC")).toEqual([
      ["2026-11-24", 2],
      ["2026-11-25", 1],
    ]);
    expect(counts("Europe/Berlin")).toEqual([
      ["2026-11-24", 1],
      ["2026-11-25", 2],
    ]);
  });

  it("without any have no dates", () => expect(slotsByDate([], "UTC")).toEqual([]));
});
