import { readBooking } from "../bookings/read";
import type { Booking } from "../bookings/schema";
import { prisma } from "../db";
import { newId } from "../ids";
import { sql } from "../sql";
import { readEntry } from "../waitlist/read";
import type { WaitlistEntry } from "../waitlist/schema";
import { derivedId, payloadText } from "./payload";
import { pruneDeliveries } from "./prune";
import { type WebhookEvent, webhookEvents } from "./schema";

type Source = {
  action: string;
  resourceId: string;
  isTest: boolean;
  createdAt: Date;
  /** The organization's and mode's active ones, with what they want to be told of. */
  endpoints: { id: string; events: string[] }[] | null;
};

/**
 * Writes the deliveries of an event: one for each active endpoint of its organization and mode that wants it. Run
 * twice it writes them once.
 * @returns how many were written
 */
export async function enqueueDeliveries(eventId: string): Promise<number> {
  const [source] = await sql.$queryRaw<Source[]>`
    SELECT action, resource_id AS "resourceId", created_at AS "createdAt", is_test AS "isTest",
      (SELECT json_agg(json_build_object('id', w.id, 'events', w.events) ORDER BY w.id) FROM webhook_endpoints w
       WHERE w.organization_id = e.organization_id AND w.is_test = e.is_test AND w.active) AS endpoints
    FROM events e WHERE id = ${eventId}::uuid`;
  const named = webhookEvents.find((event) => event === source?.action);
  if (source === undefined || source.endpoints === null || named === undefined) {
    return 0;
  }
  const { resourceId, createdAt, isTest, endpoints } = source;
  const data = await readData(named, resourceId);
  let written = 0;
  for (const { id, event } of occurrences({ id: eventId, event: named }, data)) {
    const wanting = endpoints.filter(({ events }) => events.includes(event));
    if (wanting.length > 0) {
      const body = payloadText({ id, event, data, createdAt, isTest });
      const endpointIds = wanting.map((endpoint) => endpoint.id);
      written += await insertDeliveries({ id, event, body, endpointIds });
    }
  }
  pruneDeliveries();
  return written;
}

/** What an event is about, as REST shows it, without the token that moves or claims it. */
const readData = async (event: WebhookEvent, id: string): Promise<Booking | WaitlistEntry> =>
  event === "waitlist.promoted" || event === "waitlist.expired"
    ? await readEntry(prisma, id, { withToken: false })
    : await readBooking(prisma, id, { withToken: false });

type Occurrence = { id: string; event: WebhookEvent };

/** A booking that awaits no payment is confirmed as it is created: two events of one act. */
function occurrences(named: Occurrence, data: Booking | WaitlistEntry): Occurrence[] {
  const confirmed = "booking.confirmed";
  return named.event === "booking.created" && data.status !== "pending_payment"
    ? [named, { id: derivedId(named.id, confirmed), event: confirmed }]
    : [named];
}

type Delivery = Occurrence & { body: string; endpointIds: string[] };

/** The endpoints' rows are held meanwhile, so that none is turned off or deleted with a delivery left behind. */
async function insertDeliveries({ id, event, body, endpointIds }: Delivery): Promise<number> {
  const now = new Date();
  return await sql.$executeRaw`
    WITH wanting AS (
      SELECT e.id, chosen.delivery_id
      FROM unnest(${endpointIds}::uuid[], ${endpointIds.map(() => newId())}::uuid[])
        AS chosen (endpoint_id, delivery_id)
      JOIN webhook_endpoints e ON e.id = chosen.endpoint_id
      WHERE e.active ORDER BY e.id FOR SHARE OF e)
    INSERT INTO webhook_deliveries (id, endpoint_id, event_id, event_type, body, next_attempt_at, created_at)
    SELECT delivery_id, id, ${id}::uuid, ${event}, ${body}, ${now}, ${now} FROM wanting
    ON CONFLICT (endpoint_id, event_id) DO NOTHING`;
}
