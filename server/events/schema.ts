import { z } from "zod";

/** Everything that can have happened: the activity log's actions. A webhook event is one of these too. */
const eventActions = [
  "organization.created",
  "organization.tier_changed",
  "test_clock.moved",
  "api_key.created",
  "api_key.rotated",
  "api_key.revoked",
  "event_type.created",
  "event_type.updated",
  "event_type.deleted",
  "event_type.availability_updated",
  "booking.created",
  "booking.cancelled",
  "booking.rescheduled",
  "user.password_changed",
] as const;

export const EventAction = z.enum(eventActions);
export type EventAction = z.infer<typeof EventAction>;

export type ResourceType = "organization" | "api_key" | "event_type" | "booking" | "user";
