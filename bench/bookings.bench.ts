import { Agent, request } from "node:http";
import { Client } from "pg";
import { newId, newToken } from "../server/ids";
import type { Tenant } from "./data";
import { type Measured, repeatedly } from "./load";

const slotMs = 5 * 60_000;
/** Bookings start from here, one slot after the other, so that each finds its place free. */
const firstSlotMs = Math.ceil(Date.now() / 86_400_000 + 40) * 86_400_000;

/** How many slots of each host are taken, over all measurements of this run. */
const taken = new Map<string, number>();

function nextSlotMs({ hostId }: Tenant): number {
  const count = taken.get(hostId) ?? 0;
  taken.set(hostId, count + 1);
  return firstSlotMs + count * slotMs;
}

/** POST /v1/bookings, each connection for a host of its own, each perhaps with an Idempotency-Key. */
export async function measureBooking(
  base: string,
  tenants: Tenant[],
  seconds: number,
  { isIdempotent = false } = {},
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true });
  const measured = await repeatedly(seconds, async (connection) => {
    const tenant = tenantOf(tenants, connection);
    const headers = isIdempotent ? { "idempotency-key": newId() } : {};
    const body = {
      event_type_id: tenant.eventTypeId,
      start_time: new Date(nextSlotMs(tenant)).toISOString(),
      invitee_name: "Ada Lovelace",
      invitee_email: "ada@example.com",
      invitee_timezone: "Europe/London",
    };
    const status = await post(agent, `${base}/v1/bookings`, headers, body);
    if (status !== 201) {
      throw new Error(`a booking was answered with ${status}`);
    }
  });
  agent.destroy();
  return measured;
}

function tenantOf(tenants: Tenant[], connection: number): Tenant {
  const tenant = tenants[connection];
  if (tenant === undefined) {
    throw new Error("a connection without a tenant");
  }
  return tenant;
}

function post(
  agent: Agent,
  url: string,
  given: Record<string, string>,
  body: unknown,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", ...given };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

/** The limit: what any server must do for a booking (lock, four rows under the same constraints), and nothing else. */
export async function measureRawInserts(
  databaseUrl: string,
  tenants: Tenant[],
  seconds: number,
): Promise<Measured> {
  const clients = await Promise.all(
    tenants.map(async () => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const measured = await repeatedly(seconds, async (connection) => {
    const tenant = tenantOf(tenants, connection);
    const startMs = nextSlotMs(tenant);
    const client = clients[connection];
    if (client !== undefined) {
      await insertOne(client, tenant, new Date(startMs), new Date(startMs + slotMs));
    }
  });
  await Promise.all(clients.map((client) => client.end()));
  return measured;
}

async function insertOne(client: Client, tenant: Tenant, start: Date, end: Date): Promise<void> {
  const { organizationId, eventTypeId, hostId } = tenant;
  const [allocationId, bookingId] = [newId(), newId()];
  const run = (name: string, text: string, values: unknown[] = []) =>
    client.query({ name, text, values });
  await run("begin", "BEGIN");
  await run("lock", "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [hostId]);
  await run(
    "place",
    `INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
       buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total)
     VALUES ($1, $2, false, $3, $4, $5, $6, 0, 0, 1, 1)`,
    [allocationId, organizationId, eventTypeId, hostId, start, end],
  );
  await run(
    "booking",
    `INSERT INTO bookings (id, organization_id, is_test, event_type_id, allocation_id, status, start_at, end_at,
       invitee_name, invitee_email, invitee_time_zone, attendee_count, cancel_token, updated_at)
     VALUES ($1, $2, false, $3, $4, 'confirmed', $5, $6, 'Ada Lovelace', 'ada@example.com', 'Europe/London', 1, $7, now())`,
    [bookingId, organizationId, eventTypeId, allocationId, start, end, newToken()],
  );
  await run(
    "attendee",
    `INSERT INTO attendees (id, booking_id, name, email, time_zone, is_primary)
     VALUES ($1, $2, 'Ada Lovelace', 'ada@example.com', 'Europe/London', true)`,
    [newId(), bookingId],
  );
  await run(
    "event",
    `INSERT INTO events (id, organization_id, is_test, action, actor_type, actor_name, resource_type, resource_id, summary)
     VALUES ($1, $2, false, 'booking.created', 'invitee', 'Ada Lovelace', 'booking', $3, 'Ada Lovelace booked "Bench"')`,
    [newId(), organizationId, bookingId],
  );
  await run("commit", "COMMIT");
}
