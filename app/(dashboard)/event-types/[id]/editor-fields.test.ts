import { describe, expect, it } from "vitest";
import { changedFields, EditorFields } from "./editor-fields";

const fields: EditorFields = {
  title: "Intro call",
  slug: "intro-call",
  description: null,
  duration_minutes: 30,
  duration_options: [15, 30],
  color: "#3b82f6",
  conferencing_provider: null,
  location: null,
  active: true,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  minimum_notice_minutes: 0,
  booking_window_days: null,
  slot_interval_minutes: null,
  max_attendees: 1,
  booking_cap: null,
  booking_cap_period: null,
  questions: [],
  waitlist_enabled: false,
  waitlist_max_size: null,
  reminder_intervals: [1_440, 60],
  assignment_strategy: "round_robin",
};

const problemsOf = (changes: Partial<EditorFields>) =>
  EditorFields.safeParse({ ...fields, ...changes }).error?.issues.map(({ path }) => path[0]) ?? [];

describe("what is saved", () => {
  it("is nothing where nothing was changed, or changed back", () => {
    expect(changedFields(fields, { ...fields, duration_options: [15, 30] })).toEqual({});
  });

  it("is what was changed and no more", () => {
    const after = { ...fields, title: "Demo", duration_options: [30], location: "Room 1" };
    expect(changedFields(fields, after)).toEqual({
      title: "Demo",
      duration_options: [30],
      location: "Room 1",
    });
  });

  it("counts a number that is being typed as a change of none", () => {
    expect(changedFields(fields, { booking_cap: Number.NaN })).toHaveProperty("booking_cap");
  });
});

describe("the editor", () => {
  it("accepts an event type as it is", () => expect(problemsOf({})).toEqual([]));

  it.each([
    [{ title: " " }, "title"],
    [{ slug: "Intro call" }, "slug"],
    [{ duration_minutes: Number.NaN }, "duration_minutes"],
    [{ duration_minutes: 45 }, "duration_options"],
    [{ conferencing_provider: "custom", location: "http://x" }, "location"],
    [{ booking_cap: 3 }, "booking_cap"],
    [{ booking_window_days: 731 }, "booking_window_days"],
  ] as const)("refuses %j at its field", (changes, field) =>
    expect(
      problemsOf({
        ...changes,
      }),
    ).toEqual([field]),
  );
});
