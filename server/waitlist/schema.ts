import { z } from "zod";
import { Answers } from "../bookings/schema";
import { Question } from "../event-types/schema";
import { Email, Id, Instant, InstantInput, line, list, listInput, text, TimeZone } from "../schema";

const statuses = ["waiting", "promoted", "expired", "cancelled"] as const;
const Status = z.enum(statuses);

const Token = z
  .string()
  .max(200)
  .describe("The entry's `cancel_token`, instead of a key.")
  .meta({ example: "q3Zt…" });

export const JoinWaitlist = z
  .strictObject({
    event_type_id: Id,
    invitee_name: line(1, 255),
    invitee_email: Email,
    invitee_timezone: TimeZone,
    start_time: InstantInput.nullable()
      .optional()
      .describe("The start that is waited for; any when null or left out."),
    duration_minutes: z
      .int()
      .min(5)
      .max(480)
      .nullable()
      .optional()
      .describe("One of the event type's durations; any when null or left out."),
    notes: text(0, 1_000).nullable().optional(),
  })
  .meta({
    examples: [
      {
        event_type_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d",
        invitee_name: "Ada Lovelace",
        invitee_email: "ada@example.com",
        invitee_timezone: "Europe/London",
      },
    ],
  });
export type JoinWaitlist = z.output<typeof JoinWaitlist>;

export const WaitlistEntry = z
  .object({
    id: Id,
    event_type_id: Id,
    status: Status.describe(
      "`waiting`; `promoted`: a place is held until `expires_at`, or was claimed (`booking_id`); `expired`; `cancelled`.",
    ),
    position: z
      .int()
      .nullable()
      .describe("Place in the line, 1 for the head; null once not waiting."),
    invitee_name: z.string(),
    invitee_email: z.string(),
    invitee_timezone: z.string(),
    notes: z.string().nullable(),
    start_time: Instant.nullable().describe(
      "The start of the place that is held, or, while waiting, the one that is waited for.",
    ),
    booking_id: Id.nullable().describe("The booking that a promoted entry was claimed as."),
    cancel_token: z
      .string()
      .nullable()
      .describe("For keys and who joined: leaves the line, and claims the place."),
    expires_at: Instant.nullable().describe("Until when the place is held."),
    created_at: Instant,
  })
  .meta({ id: "WaitlistEntry" });
export type WaitlistEntry = z.infer<typeof WaitlistEntry>;

export const ListWaitlist = z.strictObject({
  ...listInput,
  event_type_id: Id.optional().describe("Only who waits for this event type."),
  status: Status.optional().describe("Only entries of this status."),
});
export const WaitlistList = list(WaitlistEntry);

export const WaitlistEntryId = z.strictObject({ id: Id, token: Token.optional() });
export const ClaimPlace = z.strictObject({
  ...WaitlistEntryId.shape,
  answers: Answers.optional().describe("Answers to the event type's questions, by question id."),
});
export const ListedEntryId = z.strictObject({ id: Id });

/** An entry as its guest's page shows it. */
export const GuestEntry = z.object({
  entry: WaitlistEntry,
  title: z.string(),
  booking_page: z.string(),
  organization_name: z.string(),
  brand_color: z.string(),
  logo_url: z.url().nullable(),
  questions: z.array(z.object(Question.shape)).describe("What is asked when a place is claimed."),
});

export type GuestEntry = z.infer<typeof GuestEntry>;
