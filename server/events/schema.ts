import { z } from "zod";
import { Actor, Id, Instant, InstantInput, list, listInput } from "../schema";

/** Everything that can have happened: the activity log's actions. A webhook event is one of these too. */
const eventActions = [
  "organization.created",
  "organization.updated",
  "organization.tier_changed",
  "organization.ownership_transferred",
  "member.invited",
  "member.invitation_revoked",
  "member.joined",
  "member.role_changed",
  "member.schedule_updated",
  "member.removed",
  "test_clock.moved",
  "api_key.created",
  "api_key.rotated",
  "api_key.revoked",
  "event_type.created",
  "event_type.updated",
  "event_type.deleted",
  "event_type.availability_updated",
  "event_type.host_added",
  "event_type.host_updated",
  "event_type.host_removed",
  "booking.created",
  "booking.cancelled",
  "booking.rescheduled",
  "booking.reassigned",
  "waitlist.joined",
  "waitlist.promoted",
  "waitlist.expired",
  "waitlist.cancelled",
  "user.password_changed",
  "email.sent_again",
  "calendar.connected",
  "calendar.reconnected",
  "calendar.updated",
  "calendar.refreshed",
  "calendar.disconnected",
  "calendar.needs_reconnect",
  "webhook.created",
  "webhook.updated",
  "webhook.deleted",
  "webhook.secret_rotated",
  "webhook.tested",
  "webhook.delivery_retried",
  "webhook.replayed",
  "webhook.disabled",
] as const;

export const EventAction = z.enum(eventActions);
export type EventAction = z.infer<typeof EventAction>;

const resourceTypes = [
  "organization",
  "api_key",
  "event_type",
  "booking",
  "user",
  "webhook",
  "email",
  "member",
  "invitation",
  "waitlist_entry",
  "calendar",
] as const;

export const ResourceType = z.enum(resourceTypes);
export type ResourceType = z.infer<typeof ResourceType>;

const ActorType = Actor.shape.type;

/** Field → values before and after; only fields that changed. */
export const Changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));
export type Changes = z.infer<typeof Changes>;

/** Something that happened, as the activity log shows it. */
export const ActivityEntry = z
  .object({
    id: Id,
    action: EventAction,
    actor: Actor.describe("Who did it."),
    resource_type: ResourceType,
    resource_id: Id,
    summary: z.string().describe("What happened, in a sentence for people."),
    changes: Changes.nullable().describe(
      "Each field that changed, with its values before and after.",
    ),
    ip_address: z.string().nullable(),
    request_id: z.string().nullable().describe("`X-Request-Id` of the call that did it."),
    is_test: z.boolean(),
    created_at: Instant,
  })
  .meta({ id: "ActivityEntry" });
export type ActivityEntry = z.infer<typeof ActivityEntry>;

export const ListActivity = z.strictObject({
  ...listInput,
  action: EventAction.optional().describe("Only what happened in this way."),
  resource_type: ResourceType.optional().describe("What happened to resources of this kind."),
  resource_id: Id.optional().describe("What happened to one resource."),
  actor_type: ActorType.optional().describe("What was done by callers of this kind."),
  from: InstantInput.optional().describe("What happened at or after this instant."),
  to: InstantInput.optional().describe("What happened before this instant."),
});
export const ActivityList = list(ActivityEntry);
