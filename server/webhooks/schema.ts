import { z } from "zod";
import { Id, Instant, InstantInput, line, list, listInput, text } from "../schema";

/** What an endpoint can be told of (contract §3). */
export const webhookEvents = [
  "booking.created",
  "booking.confirmed",
  "booking.cancelled",
  "booking.rescheduled",
  "waitlist.promoted",
  "waitlist.expired",
] as const;

export const WebhookEvent = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

const Url = line(1, 2_048)
  .describe(
    "Where events are sent: a public https address on port 443, without user name and fragment.",
  )
  .meta({ example: "https://example.com/hooks/astrocal" });

const Events = z
  .array(WebhookEvent)
  .min(1, "must name at least one event")
  .refine((events) => new Set(events).size === events.length, "must not repeat an event")
  .describe("What the endpoint is told of.")
  .meta({ example: ["booking.confirmed", "booking.cancelled"] });

const Active = z.boolean().describe("Whether new events are sent to it.");

export const CreateWebhook = z
  .strictObject({
    url: Url,
    events: Events,
    active: Active.optional(),
    description: text(0, 500).nullable().optional(),
  })
  .meta({
    examples: [
      { url: "https://example.com/hooks", events: ["booking.confirmed", "booking.cancelled"] },
    ],
  });

export const UpdateWebhook = z
  .strictObject({
    id: Id,
    url: Url.optional(),
    events: Events.optional(),
    active: Active.optional(),
    description: text(0, 500).nullable().optional(),
  })
  .meta({ examples: [{ active: false }] });

export const Webhook = z.object({
  id: Id,
  organization_id: Id,
  url: z.string().meta({ example: "https://example.com/hooks" }),
  events: z.array(WebhookEvent),
  active: z.boolean(),
  description: z.string().nullable(),
  is_test: z.boolean(),
  disabled_reason: z
    .enum(["gone", "failing"])
    .nullable()
    .describe(
      "Why Astrocal turned it off: `gone`, it answered 410; `failing`, five days of nothing but failures. Null otherwise; setting `active` clears it.",
    ),
  previous_secret_expires_at: Instant.nullable().describe(
    "Until when the secret before the last rotation signs too.",
  ),
  created_at: Instant,
  updated_at: Instant,
});
export type Webhook = z.infer<typeof Webhook>;

export const WebhookWithSecret = Webhook.extend({
  secret: z
    .string()
    .describe("Signs every delivery. It is never shown again: store it now.")
    .meta({ example: "whsec_…" }),
});

export const ListWebhooks = z.strictObject({ ...listInput });
export const WebhookList = list(Webhook);
export const WebhookId = z.strictObject({ id: Id });

export const SendSample = z
  .strictObject({
    id: Id,
    event: WebhookEvent.optional().describe(
      "Of what: the first of the endpoint's own events when left out.",
    ),
  })
  .meta({ examples: [{ event: "booking.confirmed" }] });

export const DeliveryStatus = z.enum(["pending", "success", "failed"]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** The body of a delivery. */
export const WebhookPayload = z.object({
  id: Id.describe("The event's id: equal in every attempt, and in `webhook-id`."),
  event: WebhookEvent,
  data: z
    .record(z.string(), z.unknown())
    .describe(
      "The booking (or waitlist entry) as `GET` returns it, when the delivery was written. `cancel_token` is always null: a webhook carries no secrets.",
    ),
  created_at: Instant.describe("When it happened."),
  is_test: z.boolean().describe("Of the test side, or a sample."),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

export const WebhookDelivery = z.object({
  id: Id,
  webhook_endpoint_id: Id,
  event_type: WebhookEvent,
  payload: WebhookPayload,
  status: DeliveryStatus,
  attempts: z.int(),
  last_attempt_at: Instant.nullable(),
  response_status_code: z.int().nullable().describe("Of the last attempt; null without an answer."),
  response_body: z.string().nullable().describe("The first 4 KiB of it."),
  duration_ms: z.int().nullable().describe("Of the last attempt."),
  next_retry_at: Instant.nullable().describe("When it is tried next, while it is pending."),
  created_at: Instant,
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

export const ListDeliveries = z.strictObject({
  id: Id,
  ...listInput,
  status: DeliveryStatus.optional().describe("Only deliveries of this status."),
  event_type: WebhookEvent.optional().describe("Only deliveries of this event."),
});
export const WebhookDeliveryList = list(WebhookDelivery);
export const DeliveryId = z.strictObject({ id: Id, delivery_id: Id });

/** An endpoint as the dashboard's list shows it. */
export const WebhookWithHealth = Webhook.extend({
  /** Deliveries of the last 24 hours that were tried at least once: how many arrived, and how many did not so far. */
  last_day: z.object({ arrived: z.int(), missed: z.int() }),
  /** The next attempt that will be made again. */
  next_retry_at: Instant.nullable(),
});
export type WebhookWithHealth = z.infer<typeof WebhookWithHealth>;
export const WebhookWithHealthList = list(WebhookWithHealth);

export const Attempt = z.object({
  id: Id,
  started_at: Instant,
  duration_ms: z.int(),
  response_status_code: z.int().nullable(),
  response_body: z.string().nullable(),
  error: z.string().nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

/** A delivery as the dashboard's own page shows it. */
export const DeliveryHistory = WebhookDelivery.extend({
  /** Why it ended without an answer, in words. */
  error: z.string().nullable(),
  /** The exact body that is sent. */
  body: z.string(),
  /** The oldest first. */
  timeline: z.array(Attempt),
});
export type DeliveryHistory = z.infer<typeof DeliveryHistory>;

export const CheckUrl = z.strictObject({ url: Url });
export const CheckedUrl = z.object({
  /** What forbids it. */
  problem: z.string().nullable(),
  /** Whether its name leads nowhere at the moment, which may change. */
  is_unresolved: z.boolean(),
});

export const ReplayDeliveries = z
  .strictObject({
    id: Id,
    since: InstantInput.describe("Deliveries that were made at this instant or later."),
  })
  .meta({ examples: [{ since: "2026-03-01T00:00:00Z" }] });

export const ReplayedDeliveries = z.object({
  replayed: z.int().describe("How many failed deliveries are tried again."),
});
