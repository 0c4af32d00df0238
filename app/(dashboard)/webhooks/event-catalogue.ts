import type { WebhookEvent } from "@/server/webhooks/schema";

/** What each event is, for who chooses. */
export const eventCatalogue = {
  "booking.created": "Somebody booked. It may still await payment.",
  "booking.confirmed": "A booking is certain: at once, or when it is paid for.",
  "booking.cancelled": "A booking was cancelled, by you or by the invitee.",
  "booking.rescheduled": "A booking was moved to another time. Its id stays.",
  "waitlist.promoted": "A place became free, and somebody on the waitlist may have it.",
  "waitlist.expired": "Somebody on the waitlist did not take the place in time.",
} as const satisfies Record<WebhookEvent, string>;

/** What most integrations want. */
export const usualEvents: WebhookEvent[] = [
  "booking.confirmed",
  "booking.cancelled",
  "booking.rescheduled",
];
