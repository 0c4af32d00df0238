import { z } from "zod";
import { Id, Instant, list, listInput } from "../schema";

/** Lowest first, where the event type's strategy is `priority`. */
const Priority = z
  .int("must be a whole number from 0 to 1000")
  .min(0, "must be at least 0")
  .max(1_000, "must be at most 1000")
  .describe("The lowest number comes first where the event type's strategy is `priority`.");

export const Host = z
  .object({
    id: Id,
    event_type_id: Id,
    member_id: Id,
    member_name: z.string().meta({ example: "Ada Lovelace" }),
    member_email: z.string().meta({ example: "ada@example.com" }),
    priority: z.int(),
    total_bookings: z
      .int()
      .describe("Bookings of this event type with them that were not cancelled."),
    last_booking_at: Instant.nullable().describe(
      "When they were last given one of this event type.",
    ),
    has_calendar: z.boolean().describe("Whether a calendar of theirs is connected."),
    created_at: Instant,
  })
  .meta({ id: "Host" });
export type Host = z.infer<typeof Host>;

export const ListHosts = z.strictObject({ id: Id, ...listInput });
export const HostList = list(Host);

export const AddHost = z
  .strictObject({
    id: Id,
    member_id: Id,
    priority: Priority.optional().describe("0 when left out."),
  })
  .meta({ examples: [{ member_id: "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d", priority: 0 }] });

export const UpdateHost = z
  .strictObject({ id: Id, host_id: Id, priority: Priority })
  .meta({ examples: [{ priority: 1 }] });

export const HostId = z.strictObject({
  id: Id,
  host_id: Id.describe("The host's id, or the member's."),
});
