import { z } from "zod";
import { Id, Instant, line, list, listInput, queryBoolean, TimeZone, text } from "../schema";

const minutes = (min: number, max: number) =>
  z
    .int(`must be a whole number from ${min} to ${max}`)
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

export const Question = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be 1 to 40 of a-z, 0-9, _ and -"),
  label: line(1, 200),
  type: z.enum(["text", "textarea", "select", "checkbox", "phone", "url"]),
  required: z.boolean(),
  options: z.array(line(1, 100)).min(1).max(50).optional().describe("The choices of a `select`."),
});
export type Question = z.infer<typeof Question>;

const Slug = z
  .string()
  .max(100, "must have at most 100 characters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a-z and 0-9 in words joined by single hyphens")
  .describe("Last part of the booking page's address; unique in the organization and mode.")
  .meta({ example: "intro-call" });

const Color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, "must be a colour such as #3b82f6");

/** Every field a caller may set, none required, no defaults: what PATCH takes. */
const settable = {
  title: line(1, 255),
  slug: Slug,
  description: text(0, 1000).nullable(),
  duration_minutes: minutes(5, 480),
  duration_options: z
    .array(minutes(5, 480))
    .min(1, "must have 1 to 10 entries, or be null")
    .max(10, "must have 1 to 10 entries, or be null")
    .refine((options) => new Set(options).size === options.length, "must not repeat a duration")
    .nullable()
    .describe("Durations an invitee may choose from; contains `duration_minutes`."),
  buffer_before_minutes: minutes(0, 120),
  buffer_after_minutes: minutes(0, 120),
  minimum_notice_minutes: minutes(0, 43_200),
  booking_window_days: minutes(1, 730)
    .nullable()
    .describe("How many days ahead can be booked, counted in the event type's zone; null: any."),
  slot_interval_minutes: minutes(5, 480)
    .nullable()
    .describe("Minutes from one slot's start to the next; null: duration and both buffers."),
  max_attendees: minutes(1, 100).describe(
    "Above 1: a group event, one session with several parties.",
  ),
  booking_cap: minutes(1, 10_000).nullable(),
  booking_cap_period: z.enum(["daily", "weekly", "monthly", "total"]).nullable(),
  waitlist_enabled: z.boolean(),
  waitlist_max_size: minutes(1, 1000).nullable(),
  price_amount: minutes(100, 99_999_999).nullable().describe("In the currency's minor unit."),
  price_currency: z.string().regex(/^[a-z]{3}$/, "must be a lower-case ISO 4217 code such as usd"),
  reminder_intervals: z
    .array(minutes(5, 43_200))
    .max(5, "must have at most 5 entries")
    .describe("Minutes before the start at which reminders are sent."),
  color: Color,
  conferencing_provider: z
    .enum(["zoom", "google_meet", "microsoft_teams", "custom", "in_person"])
    .nullable(),
  location: text(0, 500).nullable(),
  assignment_strategy: z.enum(["round_robin", "least_booked", "priority"]),
  questions: z
    .array(Question)
    .max(20, "must have at most 20 entries")
    .refine(
      (all) => new Set(all.map((each) => each.id)).size === all.length,
      "must not repeat an id",
    ),
  active: z.boolean(),
};

type Settable = {
  [Field in keyof typeof settable]?: z.output<(typeof settable)[Field]> | undefined;
};

/** Rules between fields, as field → sentence; checked on the whole type, so that PATCH cannot go round them. */
export function eventTypeProblems(type: Settable): Record<string, string> {
  const problems: Record<string, string> = {};
  const { duration_options: options, duration_minutes: duration } = type;
  if (options && duration !== undefined && !options.includes(duration)) {
    problems["duration_options"] = "must contain duration_minutes";
  }
  const [cap, period] = [type.booking_cap ?? null, type.booking_cap_period ?? null];
  if ((cap === null) !== (period === null)) {
    problems["booking_cap"] = "must be given together with booking_cap_period, or both be null";
  }
  if (type.conferencing_provider === "custom" && !/^https:\/\/\S+$/.test(type.location ?? "")) {
    problems["location"] = "must be an https address when conferencing_provider is custom";
  }
  for (const [index, question] of (type.questions ?? []).entries()) {
    if ((question.type === "select") !== (question.options !== undefined)) {
      problems[`questions.${index}.options`] = "must be given for a select, and only for one";
    }
  }
  return problems;
}

const { title, slug, duration_minutes, ...optional } = settable;

export const CreateEventType = z
  .strictObject({ title, slug, duration_minutes, ...z.object(optional).partial().shape })
  .meta({ examples: [{ title: "Intro call", slug: "intro-call", duration_minutes: 30 }] });

export const UpdateEventType = z
  .strictObject({ id: Id, ...z.object(settable).partial().shape })
  .meta({ examples: [{ title: "Intro call", buffer_after_minutes: 10 }] });

export const EventType = z
  .object({
    id: Id,
    organization_id: Id,
    title: z.string(),
    slug: z.string(),
    description: z.string().nullable(),
    timezone: TimeZone.describe(
      "Zone of the rules, overrides, caps and booking window; set with the rules.",
    ),
    duration_minutes: z.int(),
    duration_options: z.array(z.int()).nullable(),
    buffer_before_minutes: z.int(),
    buffer_after_minutes: z.int(),
    minimum_notice_minutes: z.int(),
    booking_window_days: z.int().nullable(),
    slot_interval_minutes: z.int().nullable(),
    max_attendees: z.int(),
    booking_cap: z.int().nullable(),
    booking_cap_period: z.enum(["daily", "weekly", "monthly", "total"]).nullable(),
    waitlist_enabled: z.boolean(),
    waitlist_max_size: z.int().nullable(),
    price_amount: z.int().nullable(),
    price_currency: z.string(),
    reminder_intervals: z.array(z.int()),
    color: z.string(),
    conferencing_provider: settable.conferencing_provider,
    location: z.string().nullable(),
    assignment_strategy: settable.assignment_strategy,
    questions: z.array(z.object(Question.shape)),
    active: z.boolean(),
    is_test: z.boolean(),
    booking_url: z.string().describe("The hosted booking page."),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "EventType" });
export type EventType = z.infer<typeof EventType>;

export const ListEventTypes = z.strictObject({
  ...listInput,
  active: queryBoolean.optional().describe("Only active ones, or only others."),
});
export const EventTypeList = list(EventType);
export const EventTypeId = z.strictObject({ id: Id });

/** The address of a hosted booking page. */
export const EventTypeAddress = z.strictObject({
  organization_slug: z.string().max(200),
  slug: z.string().max(200),
  mode: z.enum(["live", "test"]),
});

/** An event type as its hosted page shows it; `brand_color` is `#rrggbb`. */
export const EventTypePage = EventType.extend({
  organization_name: z.string(),
  brand_color: z.string(),
  logo_url: z.url().nullable(),
});
export type EventTypePage = z.infer<typeof EventTypePage>;
