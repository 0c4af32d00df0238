import { z } from "zod";
import type {
  WebhookAttempt as AttemptRow,
  WebhookDelivery as DeliveryRow,
  WebhookEndpoint,
} from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import {
  type Attempt,
  type Webhook,
  type WebhookDelivery,
  WebhookEvent,
  WebhookPayload,
} from "./schema";

const DisabledReason = z.enum(["gone", "failing"]).nullable();

/** The row as every caller sees it: never a secret. */
export const webhookResource = (row: WebhookEndpoint, nowMs: number): Webhook => ({
  id: row.id,
  organization_id: row.organizationId,
  url: row.url,
  events: z.array(WebhookEvent).parse(row.events),
  active: row.active,
  description: row.description,
  is_test: row.isTest,
  disabled_reason: DisabledReason.parse(row.disabledReason),
  previous_secret_expires_at:
    row.previousSecretUntil !== null && row.previousSecretUntil.getTime() > nowMs
      ? instant(row.previousSecretUntil)
      : null,
  created_at: instant(row.createdAt),
  updated_at: instant(row.updatedAt),
});

export const deliveryResource = (row: DeliveryRow): WebhookDelivery => ({
  id: row.id,
  webhook_endpoint_id: row.endpointId,
  event_type: WebhookEvent.parse(row.eventType),
  payload: WebhookPayload.parse(JSON.parse(row.body)),
  status: row.status,
  attempts: row.attempts,
  last_attempt_at: instantOrNull(row.lastAttemptAt),
  response_status_code: row.responseStatusCode,
  response_body: row.responseBody,
  duration_ms: row.durationMs,
  // A worker's lease also says when another worker takes over, which is no retry.
  next_retry_at: row.leasedUntil === null ? instantOrNull(row.nextAttemptAt) : null,
  created_at: instant(row.createdAt),
});

export const attemptResource = (row: AttemptRow): Attempt => ({
  id: row.id,
  started_at: instant(row.startedAt),
  duration_ms: row.durationMs,
  response_status_code: row.responseStatusCode,
  response_body: row.responseBody,
  error: row.error,
});
