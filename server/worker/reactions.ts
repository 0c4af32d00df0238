import type { EventAction } from "../events/schema";

/** What can follow an event: each is a job of its own, retried alone. */
export type Reaction =
  | "send_webhooks"
  | "send_mail"
  | "schedule_reminders"
  | "write_calendar"
  | "follow_calendar"
  | "offer_later";

/** Lower runs first: receivers of webhooks wait for seconds, readers of mail for minutes. */
export const priorities = {
  send_webhooks: 0,
  send_mail: 10,
  schedule_reminders: 20,
  // Before the mails, which name the meeting that a calendar opens.
  write_calendar: 5,
  follow_calendar: 20,
  // Whoever waits comes before whoever comes by.
  offer_later: 0,
} as const satisfies Record<Reaction, number>;

const booking: readonly Reaction[] = [
  "send_webhooks",
  "send_mail",
  "schedule_reminders",
  "write_calendar",
];

/** Event → what follows: the whole answer. A new event does not compile until it has its row. */
export const reactions = {
  "organization.created": [],
  "organization.updated": [],
  "organization.tier_changed": [],
  "organization.ownership_transferred": [],
  "member.invited": [],
  "member.invitation_revoked": [],
  "member.joined": [],
  "member.role_changed": [],
  "member.schedule_updated": [],
  "member.removed": [],
  "test_clock.moved": [],
  "api_key.created": [],
  "api_key.revoked": [],
  "api_key.rotated": [],
  "event_type.created": [],
  "event_type.updated": [],
  "event_type.deleted": [],
  "event_type.availability_updated": [],
  "event_type.host_added": [],
  "event_type.host_updated": [],
  "event_type.host_removed": [],
  "booking.created": booking,
  "booking.cancelled": [...booking, "offer_later"],
  "booking.rescheduled": [...booking, "offer_later"],
  "booking.reassigned": ["send_mail", "write_calendar"],
  "waitlist.joined": ["send_mail"],
  "waitlist.promoted": ["send_webhooks", "send_mail"],
  "waitlist.expired": ["send_webhooks", "send_mail", "offer_later"],
  "waitlist.cancelled": ["offer_later"],
  "user.password_changed": [],
  "email.sent_again": [],
  "calendar.connected": ["follow_calendar"],
  "calendar.reconnected": ["follow_calendar"],
  "calendar.updated": ["follow_calendar"],
  "calendar.refreshed": [],
  "calendar.disconnected": [],
  "calendar.needs_reconnect": ["send_mail"],
  "webhook.created": [],
  "webhook.updated": [],
  "webhook.deleted": [],
  "webhook.secret_rotated": [],
  "webhook.tested": [],
  "webhook.delivery_retried": [],
  "webhook.replayed": [],
  "webhook.disabled": ["send_mail"],
} as const satisfies Record<EventAction, readonly Reaction[]>;
