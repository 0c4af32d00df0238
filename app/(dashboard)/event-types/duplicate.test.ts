import { describe, expect, it } from "vitest";
import { CreateEventType, type EventType } from "@/server/event-types/schema";
import { duplicateOf } from "./duplicate";

const type: EventType = {
  id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
  organization_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1e",
  title: "Intro call",
  slug: "intro-call",
  description: null,
  timezone: "Europe/Berlin",
  duration_minutes: 30,
  duration_options: [15, 30],
  buffer_before_minutes: 5,
  buffer_after_minutes: 10,
  minimum_notice_minutes: 60,
  booking_window_days: null,
  slot_interval_minutes: null,
  max_attendees: 1,
  booking_cap: 3,
  booking_cap_period: "daily",
  waitlist_enabled: false,
  waitlist_max_size: null,
  price_amount: null,
  price_currency: "usd",
  reminder_intervals: [1440, 60],
  color: "#3b82f6",
  conferencing_provider: "custom",
  location: "https://meet.example/acme",
  assignment_strategy: "round_robin",
  questions: [{ id: "topic", label: "Topic", type: "text", required: true }],
  active: true,
  is_test: false,
  booking_url: "https://book.example/acme/intro-call",
  created_at: "2026-11-24T09:00:00.000Z",
  updated_at: "2026-11-24T09:00:00.000Z",
};

describe("the copy of an event type", () => {
  it("has every setting of the original, another title and slug, and is not active", () => {
    const copy = CreateEventType.parse(duplicateOf(type, 1));
    expect(copy).toMatchObject({
      title: "Intro call (copy)",
      slug: "intro-call-copy",
      active: false,
      duration_options: [15, 30],
      booking_cap: 3,
      location: "https://meet.example/acme",
      questions: type.questions,
    });
  });

  it("is given another slug on every attempt", () => {
    expect(duplicateOf(type, 2).slug).toBe("intro-call-copy-2");
    expect(duplicateOf(type, 3).slug).toBe("intro-call-copy-3");
  });

  it("keeps to the limits of title and slug, on whole characters and words", () => {
    const long = { ...type, title: "😀".repeat(127), slug: `${"ab-".repeat(33)}c` };
    const copy = duplicateOf(long, 1);
    expect(CreateEventType.safeParse(copy).error).toBeUndefined();
    expect(copy.slug).toMatch(/[ab]-copy$/);
  });
});
