import { describe, expect, it } from "vitest";
import { ask, at } from "../testing/slot-cases";
import type { SlotQuery } from "./slots";
import { listSlots } from "./slots";

describe("the cap", () => {
  it.each<[string, SlotQuery["cap"], number]>([
    [
      "of a day is reached by that day's bookings",
      { limit: 1, period: "daily", starts: [at("18:00")] },
      0,
    ],
    [
      "of a day is not reached by the day before",
      { limit: 1, period: "daily", starts: [at("23:59", "2026-03-01")] },
      3,
    ],
    [
      "of a week begins on Monday",
      { limit: 1, period: "weekly", starts: [at("23:59", "2026-03-01")] },
      3,
    ],
    [
      "of a week ends on Sunday",
      { limit: 1, period: "weekly", starts: [at("23:59", "2026-03-08")] },
      0,
    ],
    [
      "of a month is the calendar's",
      { limit: 1, period: "monthly", starts: [at("23:59", "2026-02-28")] },
      3,
    ],
    [
      "of a month counts to its end",
      { limit: 1, period: "monthly", starts: [at("23:59", "2026-03-31")] },
      0,
    ],
    [
      "in total counts every booking",
      { limit: 2, period: "total", starts: [at("09:00", "2020-01-01"), at("09:00", "2030-01-01")] },
      0,
    ],
    [
      "lets through what is below it",
      { limit: 3, period: "total", starts: [at("09:00"), at("09:00")] },
      3,
    ],
  ])("%s", (_, cap, offered) => {
    const { slots, capped } = listSlots(ask({ cap }));
    expect(slots).toHaveLength(offered);
    expect(capped).toBe(offered === 0);
  });

  it("withholds nothing where nothing was to be had", () => {
    const cap = { limit: 1, period: "total" as const, starts: [at("09:00")] };
    expect(listSlots(ask({ cap, hosts: [] })).capped).toBe(false);
  });
});
