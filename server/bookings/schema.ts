import { z } from "zod";
import { EventType } from "../event-types/schema";
import {
  CivilDate,
  Email,
  Id,
  Instant,
  InstantInput,
  line,
  list,
  listInput,
  queryInteger,
  text,
  TimeZone,
} from "../schema";

const bookingStatuses = ["confirmed", "cancelled", "rescheduled", "pending_payment"] as const;

/** Not cut as other lines are: " a" and "a" would become one, and a value be lost. */
const MetadataKey = z
  .string()
  .refine((key) => key === key.trim(), "must not begin or end with white space")
  .pipe(line(1, 40));

/** ≤ 50 pairs of text, key ≤ 40, value ≤ 500 (contract §3). */
const Metadata = z
  .record(MetadataKey, text(0, 500))
  .refine((pairs) => Object.keys(pairs).length <= 50, "must have at most 50 pairs")
  .meta({ maxProperties: 50, propertyNames: { type: "string", minLength: 1, maxLength: 40 } });

export const Answers = z
  .record(
    z.string().max(40),
    z.union([text(0, 1000), z.boolean()], { error: "must be text or true or false" }),
  )
  .refine((answers) => Object.keys(answers).length <= 20, "must have at most 20 answers")
  .meta({ maxProperties: 20 });

const AttendeeInput = z.strictObject({
  name: line(1, 255),
  email: Email,
  timezone: TimeZone.optional().describe("Left out: the event type's."),
});

const Attendees = z
  .array(AttendeeInput)
  .min(1, "must have at least one attendee")
  .max(100, "must have at most 100 attendees");

const Duration = z
  .int("must be a whole number of minutes")
  .min(5, "must be at least 5")
  .max(480, "must be at most 480")
  .describe("One of the event type's durations, in minutes.");

const alone = ["invitee_name", "invitee_email", "invitee_timezone"] as const;

export const CreateBooking = z
  .strictObject({
    event_type_id: Id,
    start_time: InstantInput.describe("Start of a slot that GET /v1/availability lists."),
    invitee_name: line(1, 255).optional(),
    invitee_email: Email.optional(),
    invitee_timezone: TimeZone.optional(),
    attendees: Attendees.optional().describe(
      "For group events, instead of the invitee fields: the party, the first being the primary contact.",
    ),
    duration: Duration.optional(),
    notes: text(0, 1000).nullable().optional(),
    answers: Answers.optional().describe("Answers to the event type's questions, by question id."),
    metadata: Metadata.optional().describe("At most 50 pairs of text of your own."),
  })
  .superRefine((input, context) => {
    for (const field of alone) {
      if (input.attendees === undefined && input[field] === undefined) {
        context.addIssue({ code: "custom", path: [field], message: "is required" });
      }
      if (input.attendees !== undefined && input[field] !== undefined) {
        context.addIssue({
          code: "custom",
          path: [field],
          message: "must not be given together with attendees",
        });
      }
    }
  })
  .meta({
    examples: [
      {
        event_type_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
        start_time: "2026-03-02T15:00:00Z",
        invitee_name: "Ada Lovelace",
        invitee_email: "ada@example.com",
        invitee_timezone: "Europe/London",
      },
    ],
  });
export type CreateBooking = z.output<typeof CreateBooking>;

export const Booking = z
  .object({
    id: Id,
    organization_id: Id,
    event_type_id: Id,
    calendar_connection_id: Id.nullable(),
    assigned_host: z.object({ member_id: Id, name: z.string(), email: z.string() }).nullable(),
    status: z.enum(bookingStatuses),
    is_test: z.boolean(),
    start_time: Instant,
    end_time: Instant.meta({ example: "2026-03-02T15:30:00.000Z" }),
    invitee_name: z.string(),
    invitee_email: z.string(),
    invitee_timezone: z.string(),
    attendee_count: z.int(),
    attendees: z.array(
      z.object({
        id: Id,
        name: z.string(),
        email: z.string(),
        timezone: z.string(),
        is_primary: z.boolean(),
      }),
    ),
    notes: z.string().nullable(),
    answers: z.record(z.string(), z.union([z.string(), z.boolean()])),
    cancel_token: z
      .string()
      .nullable()
      .describe(
        "Lets its holder move and cancel this booking; null for callers who hold it already.",
      ),
    calendar_event_id: z
      .string()
      .nullable()
      .describe("Of the event it has in its host's calendar; null where it has none (yet)."),
    calendar_event_status: z
      .enum(["written", "moved", "deleted"])
      .nullable()
      .describe(
        "`moved`, `deleted`: the host moved that event, or deleted it or made it free. It is left so, and the booking stands.",
      ),
    meeting_url: z.string().nullable(),
    location: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    cancelled_at: Instant.nullable(),
    cancel_reason: z.string().nullable(),
    rescheduled_at: Instant.nullable(),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "Booking" });
export type Booking = z.infer<typeof Booking>;

const Token = z
  .string()
  .max(200)
  .describe("The booking's `cancel_token`, instead of a key.")
  .meta({ example: "q3Zt…" });

export const BookingId = z.strictObject({ id: Id, token: Token.optional() });

const status = z.enum(bookingStatuses).optional();

export const ListBookings = z.strictObject({
  ...listInput,
  status: status.describe("Only bookings of this status."),
  event_type_id: Id.optional().describe("Only bookings of this event type."),
  assigned_host_id: Id.optional().describe("Only bookings of this host: a member's id."),
  invitee_email: Email.optional().describe("Only bookings of this primary contact."),
  from: InstantInput.optional().describe("Bookings that start at or after this instant."),
  to: InstantInput.optional().describe("Bookings that start before this instant."),
  order: z
    .enum(["asc", "desc"])
    .optional()
    .describe("By start: `asc` the soonest first, `desc` (when left out) the latest first."),
});
export const BookingList = list(Booking);

export const CancelBooking = z
  .strictObject({ id: Id, token: Token.optional(), reason: text(0, 500).nullable().optional() })
  .meta({ examples: [{ reason: "Something came up" }] });

export const RescheduleBooking = z
  .strictObject({
    id: Id,
    token: Token.optional(),
    new_start_time: InstantInput,
    reason: text(0, 500).nullable().optional(),
    duration: Duration.optional().describe("In minutes; left out: the booked duration."),
  })
  .meta({ examples: [{ new_start_time: "2026-03-03T15:00:00Z", reason: "Travelling" }] });

export const ReassignBooking = z
  .strictObject({ id: Id, member_id: Id.describe("Who takes it: a member of the organization.") })
  .meta({ examples: [{ member_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d" }] });

/** What a hosted page needs to offer other times for a booking. */
export const RescheduleOptions = z.strictObject({
  id: Id,
  token: Token.optional(),
  start: CivilDate,
  end: CivilDate,
  timezone: TimeZone,
  duration: queryInteger(5, 480).optional(),
});

/** A booking as its invitee's page shows it. */
export const InviteeBooking = z.object({
  booking: Booking,
  event_type: EventType.pick({
    title: true,
    slug: true,
    timezone: true,
    duration_minutes: true,
    duration_options: true,
    booking_window_days: true,
    max_attendees: true,
    conferencing_provider: true,
    location: true,
    color: true,
    questions: true,
  }).extend({ bookable: z.boolean() }),
  organization: z.object({
    name: z.string(),
    slug: z.string(),
    brand_color: z.string(),
    logo_url: z.url().nullable(),
  }),
});
export type InviteeBooking = z.infer<typeof InviteeBooking>;
