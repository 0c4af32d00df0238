import { readBooking } from "../bookings/read";
import type { Booking } from "../bookings/schema";
import { prisma } from "../db";
import { newId } from "../ids";
import { sql } from "../sql";
import { derivedId, payloadText } from "./payload";
import { type WebhookEvent, webhookEvents } from "./schema";

type Source = {
  action: string;
  resourceId: string;
  organizationId: string;
  isTest: boolean;
  createdAt: Date;
  /** What the organization's endpoints want to be told of, all together. */
  wanted: string[] | null;
};

/**
 * Writes the deliveries of an event: one for each active endpoint of its organization and mode that wants it. Run
 * twice it writes them once.
 * @returns how many were written
 */
export async function enqueueDeliveries(eventId: string): Promise<number> {
  const [source] = await sql.$queryRaw<Source[]>`
    SELECT action, resource_id AS "resourceId", organization_id AS "organizationId", is_test AS "isTest",
      created_at AS "createdAt",
      (SELECT array_agg(DISTINCT wanted) FROM webhook_endpoints w, unnest(w.events) AS wanted
       WHERE w.organization_id = e.organization_id AND w.is_test = e.is_test AND w.active) AS wanted
    FROM events e WHERE id = ${eventId}::uuid`;
  const named = webhookEvents.find((event) => event === source?.action);
  if (source === undefined || source.wanted === null || named === undefined) {
    return 0;
  }
  const { resourceId, organizationId, isTest, createdAt, wanted } = source;
  const booking = await readBooking(prisma, resourceId, { withToken: false });
  let written = 0;
  for (const { id, event } of occurrences({ id: eventId, event: named }, booking)) {
    if (wanted.includes(event)) {
      const body = payloadText({ id, event, data: booking, createdAt, isTest });
      written += await insertDeliveries({ id, event, body, organizationId, isTest });
    }
  }
  return written;
}

type Occurrence = { id: string; event: WebhookEvent };

/** A booking that awaits no payment is confirmed as it is created: two events of one act. */
function occurrences(named: Occurrence, booking: Booking): Occurrence[] {
  const confirmed = "booking.confirmed";
  return named.event === "booking.created" && booking.status !== "pending_payment"
    ? [named, { id: derivedId(named.id, confirmed), event: confirmed }]
    : [named];
}

/** The endpoints' rows are held meanwhile, so that none is turned off or deleted with a delivery left behind. */
async function insertDeliveries(delivery: {
  id: string;
  event: WebhookEvent;
  body: string;
  organizationId: string;
  isTest: boolean;
}): Promise<number> {
  const endpoints = await sql.$queryRaw<{ id: string }[]>`
    SELECT id FROM webhook_endpoints
    WHERE organization_id = ${delivery.organizationId}::uuid AND is_test = ${delivery.isTest}
      AND active AND ${delivery.event} = ANY(events)
    ORDER BY id`;
  const now = new Date();
  return await sql.$executeRaw`
    WITH wanting AS (
      SELECT e.id, chosen.delivery_id
      FROM unnest(${endpoints.map(({ id }) => id)}::uuid[], ${endpoints.map(() => newId())}::uuid[])
        AS chosen (endpoint_id, delivery_id)
      JOIN webhook_endpoints e ON e.id = chosen.endpoint_id
      WHERE e.active ORDER BY e.id FOR SHARE OF e)
    INSERT INTO webhook_deliveries (id, endpoint_id, event_id, event_type, body, next_attempt_at, created_at)
    SELECT delivery_id, id, ${delivery.id}::uuid, ${delivery.event}, ${delivery.body}, ${now}, ${now}
    FROM wanting
    ON CONFLICT (endpoint_id, event_id) DO NOTHING`;
}
