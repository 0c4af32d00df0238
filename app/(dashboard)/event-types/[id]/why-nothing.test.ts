import { describe, expect, it } from "vitest";
import type { AvailabilityRules } from "@/server/availability/schema";
import { whyNothing } from "./why-nothing";

const monday = { day_of_week: 1, start_time: "09:00:00", end_time: "17:00:00" };

const settings = {
  active: true,
  duration_minutes: 30,
  minimum_notice_minutes: 0,
  booking_window_days: null,
};

function why(
  changes: Partial<{
    type: Partial<Record<Exclude<keyof typeof settings, "active">, number>> & { active?: boolean };
    rules: Pick<AvailabilityRules["rules"][number], "day_of_week" | "start_time" | "end_time">[];
    overrides: AvailabilityRules["overrides"];
    capped: boolean;
  }>,
) {
  const { type = {}, rules = [monday], overrides = [], capped = false } = changes;
  return whyNothing({
    type: { ...settings, ...type },
    rules: { rules, overrides },
    answer: { start: "2026-11-24", capped },
    days: 14,
  });
}

describe("an empty preview says", () => {
  it("that the event type is inactive, whatever else is so", () =>
    expect(why({ type: { active: false }, rules: [] })).toEqual({
      tab: "basics",
      message: "It is inactive: its page is closed, and nobody can book it.",
    }));

  it("that there are no hours", () =>
    expect(why({ rules: [] }).message).toMatch(/no weekly hours/));

  it("that no opening is long enough", () => {
    const { message, tab } = why({
      rules: [{ ...monday, end_time: "09:45:00" }],
      type: { duration_minutes: 60 },
    });
    expect([tab, message]).toEqual([
      "availability",
      "No opening is as long as the event: the longest has 45 of 60 minutes.",
    ]);
  });

  it("that every date in view is closed", () => {
    const overrides = ["2026-11-30", "2026-12-07"].map((date) => ({ date, windows: [] }));
    expect(why({ overrides }).message).toMatch(/closed by overrides/);
    expect(why({ overrides: overrides.slice(1) }).message).not.toMatch(/closed/);
  });

  it("that the minimum notice reaches beyond the dates", () => {
    const { message, tab } = why({ type: { minimum_notice_minutes: 15 * 1440 } });
    expect([tab, message]).toEqual([
      "limits",
      "Invitees must book 15 days ahead, later than these dates.",
    ]);
  });

  it("that the cap is reached", () => expect(why({ capped: true }).message).toMatch(/limit on/));

  it("that the booking window is short", () =>
    expect(why({ type: { booking_window_days: 1 } }).message).toMatch(/^Only 1 day ahead/));

  it("that all is booked, where nothing else explains it", () =>
    expect(why({}).message).toMatch(/booked already/));
});
