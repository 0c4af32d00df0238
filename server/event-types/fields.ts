import type { z } from "zod";
import { AppError } from "../errors";
import { eventTypeProblems, type UpdateEventType } from "./schema";

type Given = Omit<z.output<typeof UpdateEventType>, "id">;

/** Wire field → column, for those given; what was not given is left out. */
export function eventTypeColumns(given: Given) {
  const columns = {
    title: given.title,
    slug: given.slug,
    description: given.description,
    durationMinutes: given.duration_minutes,
    durationOptions: given.duration_options === null ? [] : given.duration_options,
    bufferBeforeMinutes: given.buffer_before_minutes,
    bufferAfterMinutes: given.buffer_after_minutes,
    minimumNoticeMinutes: given.minimum_notice_minutes,
    bookingWindowDays: given.booking_window_days,
    slotIntervalMinutes: given.slot_interval_minutes,
    maxAttendees: given.max_attendees,
    bookingCap: given.booking_cap,
    bookingCapPeriod: given.booking_cap_period,
    waitlistEnabled: given.waitlist_enabled,
    waitlistMaxSize: given.waitlist_max_size,
    priceAmount: given.price_amount,
    priceCurrency: given.price_currency,
    reminderIntervals: given.reminder_intervals,
    color: given.color,
    conferencingProvider: given.conferencing_provider,
    location: given.location,
    assignmentStrategy: given.assignment_strategy,
    questions: given.questions,
    active: given.active,
  };
  return withoutUndefined(columns);
}

type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(fields: T): WithoutUndefined<T> {
  // Dropping keys whose value is undefined leaves exactly this type; Object.fromEntries cannot say so.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<T>;
}

/** @throws validation_error when fields contradict each other. */
export function requireConsistent(type: Given): void {
  const problems = eventTypeProblems(type);
  const [first] = Object.entries(problems);
  if (first !== undefined) {
    throw new AppError("validation_error", `${first[0]} ${first[1]}`, { details: problems });
  }
}
