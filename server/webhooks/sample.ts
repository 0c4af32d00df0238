import type { Booking } from "../bookings/schema";
import { newId } from "../ids";
import { formatInstant } from "../time";
import type { WebhookEvent } from "./schema";

const dayMs = 86_400_000;
const halfHourMs = 30 * 60_000;

/** What a sample tells of: nobody's booking or waitlist entry, with every field that a real one has. */
export function sampleData(
  event: WebhookEvent,
  { organizationId, nowMs }: { organizationId: string; nowMs: number },
): Record<string, unknown> {
  const startMs = Math.ceil(nowMs / dayMs) * dayMs + dayMs / 2;
  const start = formatInstant(startMs);
  const now = formatInstant(nowMs);
  return event === "waitlist.promoted" || event === "waitlist.expired"
    ? sampleWaitlistEntry(event, { start, now })
    : sampleBooking(event, {
        organizationId,
        start,
        end: formatInstant(startMs + halfHourMs),
        now,
      });
}

const invitee = {
  invitee_name: "Ada Lovelace (sample)",
  invitee_email: "ada@example.com",
  invitee_timezone: "Europe/London",
};

function sampleBooking(
  event: WebhookEvent,
  { organizationId, start, end, now }: Record<"organizationId" | "start" | "end" | "now", string>,
): Booking {
  const isCancelled = event === "booking.cancelled";
  return {
    id: newId(),
    organization_id: organizationId,
    event_type_id: newId(),
    calendar_connection_id: null,
    assigned_host: { member_id: newId(), name: "Grace Hopper", email: "grace@example.com" },
    status: isCancelled ? "cancelled" : "confirmed",
    is_test: true,
    start_time: start,
    end_time: end,
    ...invitee,
    attendee_count: 1,
    attendees: [
      {
        id: newId(),
        name: invitee.invitee_name,
        email: invitee.invitee_email,
        timezone: invitee.invitee_timezone,
        is_primary: true,
      },
    ],
    notes: null,
    answers: {},
    cancel_token: null,
    calendar_event_id: null,
    calendar_event_status: null,
    meeting_url: null,
    location: null,
    metadata: {},
    cancelled_at: isCancelled ? now : null,
    cancel_reason: isCancelled ? "A sample" : null,
    rescheduled_at: event === "booking.rescheduled" ? now : null,
    created_at: now,
    updated_at: now,
  };
}

const sampleWaitlistEntry = (
  event: WebhookEvent,
  { start, now }: Record<"start" | "now", string>,
) => ({
  id: newId(),
  event_type_id: newId(),
  status: event === "waitlist.promoted" ? "promoted" : "expired",
  position: null,
  ...invitee,
  notes: null,
  start_time: start,
  cancel_token: null,
  expires_at: start,
  created_at: now,
});
