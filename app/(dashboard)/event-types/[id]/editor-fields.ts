import { z } from "zod";
import { type EventType, eventTypeProblems, UpdateEventType } from "@/server/event-types/schema";

export const tabs = ["basics", "availability", "limits", "guests", "hosts", "embed"] as const;
export type Tab = (typeof tabs)[number];

/** The fields of an event type that this page edits, under the rules of the procedure that saves them. */
export const EditorFields = UpdateEventType.pick({
  title: true,
  slug: true,
  description: true,
  duration_minutes: true,
  duration_options: true,
  color: true,
  conferencing_provider: true,
  location: true,
  active: true,
  buffer_before_minutes: true,
  buffer_after_minutes: true,
  minimum_notice_minutes: true,
  booking_window_days: true,
  slot_interval_minutes: true,
  max_attendees: true,
  booking_cap: true,
  booking_cap_period: true,
  questions: true,
  waitlist_enabled: true,
  waitlist_max_size: true,
  reminder_intervals: true,
  assignment_strategy: true,
})
  .required()
  .superRefine((fields, context) => {
    for (const [field, message] of Object.entries(eventTypeProblems(fields))) {
      context.addIssue({ code: "custom", path: [field], message: said[field] ?? message });
    }
  });
export type EditorFields = z.output<typeof EditorFields>;

/** Problems between fields, in words that do not name the wire's fields. */
const said: Readonly<Record<string, string>> = {
  location: "must be an https address, such as https://meet.example/room",
};

/** Field → where it is, and what it is called there. */
export const fieldPlaces = {
  title: { tab: "basics", label: "Title" },
  slug: { tab: "basics", label: "Address" },
  description: { tab: "basics", label: "Description" },
  duration_minutes: { tab: "basics", label: "Duration" },
  duration_options: { tab: "basics", label: "Durations to choose from" },
  color: { tab: "basics", label: "Color" },
  conferencing_provider: { tab: "basics", label: "Where it takes place" },
  location: { tab: "basics", label: "Location" },
  active: { tab: "basics", label: "Active" },
  buffer_before_minutes: { tab: "limits", label: "Before the event" },
  buffer_after_minutes: { tab: "limits", label: "After the event" },
  minimum_notice_minutes: { tab: "limits", label: "Minimum notice" },
  booking_window_days: { tab: "limits", label: "Booking window" },
  slot_interval_minutes: { tab: "limits", label: "Start times" },
  max_attendees: { tab: "limits", label: "Attendees" },
  booking_cap: { tab: "limits", label: "Limit on bookings" },
  booking_cap_period: { tab: "limits", label: "Limit on bookings" },
  waitlist_enabled: { tab: "guests", label: "Waitlist" },
  waitlist_max_size: { tab: "guests", label: "People in line" },
  questions: { tab: "guests", label: "Questions" },
  reminder_intervals: { tab: "guests", label: "Reminders" },
  assignment_strategy: { tab: "hosts", label: "Who is given a booking" },
} as const satisfies Record<keyof EditorFields, { tab: Tab; label: string }>;

/** An event type's fields as the editor holds them. */
export function fieldsOf(type: EventType): EditorFields {
  return {
    title: type.title,
    slug: type.slug,
    description: type.description,
    duration_minutes: type.duration_minutes,
    duration_options: type.duration_options,
    color: type.color,
    conferencing_provider: type.conferencing_provider,
    location: type.location,
    active: type.active,
    buffer_before_minutes: type.buffer_before_minutes,
    buffer_after_minutes: type.buffer_after_minutes,
    minimum_notice_minutes: type.minimum_notice_minutes,
    booking_window_days: type.booking_window_days,
    slot_interval_minutes: type.slot_interval_minutes,
    max_attendees: type.max_attendees,
    booking_cap: type.booking_cap,
    booking_cap_period: type.booking_cap_period,
    questions: type.questions,
    waitlist_enabled: type.waitlist_enabled,
    waitlist_max_size: type.waitlist_max_size,
    reminder_intervals: type.reminder_intervals,
    assignment_strategy: type.assignment_strategy,
  };
}

/** The fields whose values differ, so that a save leaves alone what somebody else changed meanwhile. */
export function changedFields(
  before: EditorFields,
  after: Partial<EditorFields>,
): Partial<EditorFields> {
  const entries = Object.entries(after).filter(
    ([field, value]) => !same(Reflect.get(before, field), value),
  );
  return Object.fromEntries(entries);
}

/** NaN, a number being typed, is not the null that JSON makes of it. */
const same = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (JSON.stringify(a) === JSON.stringify(b) && !Number.isNaN(a) && !Number.isNaN(b));
