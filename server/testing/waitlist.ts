import { newId } from "../ids";

/** The body with which somebody joins an event type's waitlist. */
export const waitlistBody = (eventTypeId: string, more: Record<string, unknown> = {}) => ({
  event_type_id: eventTypeId,
  invitee_name: "Wanda Waiting",
  invitee_email: `${newId()}@example.com`,
  invitee_timezone: "Europe/London",
  ...more,
});
