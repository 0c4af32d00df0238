import { createApiKey } from "../server/api-keys/create";
import { listAvailability } from "../server/availability/list";
import { replaceAvailability } from "../server/availability/replace";
import { createBooking } from "../server/bookings/create";
import { pool, prisma } from "../server/db";
import { createEventType } from "../server/event-types/create";
import { newId } from "../server/ids";
import { createOrganization } from "../server/organizations/create";
import { provenOrganization, type Scope } from "../server/scope";

export type Tenant = {
  key: string;
  organizationId: string;
  hostId: string;
  eventTypeId: string;
  scope: Scope;
};

const facts = () => ({ nowMs: Date.now(), requestId: null, ipAddress: null });

/** An organization with one host, a key and an event type. */
export async function addTenant(durationMinutes: number): Promise<Tenant> {
  const owner = { name: "Bench", email: `${newId()}@example.com`, passwordHash: "none" };
  const made = await createOrganization(facts(), {
    name: newId(),
    timeZone: "America/New_York",
    owner,
  });
  const scope: Scope = {
    ...facts(),
    organizationId: provenOrganization(made.organizationId),
    isTest: false,
    actor: { type: "system", id: null, name: "bench" },
  };
  const { key } = await createApiKey(scope, { name: "bench", mode: "live" });
  const eventType = await createEventType(scope, {
    title: "Bench",
    slug: "bench",
    duration_minutes: durationMinutes,
  });
  const { organizationId, memberId } = made;
  return { key, organizationId, hostId: memberId, eventTypeId: eventType.id, scope };
}

/** Books every other offered slot of the range until `count` are taken: what a busy calendar looks like. */
export async function bookSome(tenant: Tenant, count: number, start: string, end: string) {
  const { eventTypeId: event_type_id, scope } = tenant;
  const { slots } = await listAvailability(
    { scope, nowMs: Date.now() },
    { event_type_id, start, end },
  );
  const wanted = slots.filter((_, index) => index % 7 < 4).slice(0, count);
  for (const slot of wanted) {
    await createBooking(
      { ...facts(), scope },
      {
        event_type_id,
        start_time: Date.parse(slot.start_time),
        invitee_name: "Ada Lovelace",
        invitee_email: "ada@example.com",
        invitee_timezone: "Europe/London",
      },
    );
  }
}

/** Open round the clock, every day, so that there are slots enough to book thousands. */
export async function openAlways(tenant: Tenant): Promise<void> {
  const rules = Array.from({ length: 7 }, (_, day) => ({
    day_of_week: day,
    start_time: 0,
    end_time: 86_400,
  }));
  await replaceAvailability(tenant.scope, { id: tenant.eventTypeId, timezone: "UTC", rules });
}

/** Hosts that share the mass of bookings: 1,000 each, one an hour. */
const massEach = 1_000;

/**
 * Fills the tables with other people's bookings up to `total`, in plain SQL, half of them around the dates that are
 * asked for. The exclusion constraint is put back at the end, over all of them: row by row it would take a quarter of
 * an hour.
 */
export async function addMass(total: number, progress: (done: number) => void): Promise<void> {
  const missing = total - (await prisma.booking.count());
  if (missing <= 0) {
    return;
  }
  const hosts = Math.ceil(missing / massEach);
  await prisma.$executeRaw`ALTER TABLE allocations DROP CONSTRAINT allocations_no_double_booking`;
  for (let host = 1; host <= hosts; host += 1) {
    await fillHost(await addTenant(30));
    progress(host * massEach);
  }
  await restoreConstraint();
}

/** Takes half a minute over a million rows: longer than any statement of the server's may. */
async function restoreConstraint(): Promise<void> {
  const client = await pool.connect();
  await client.query("SET statement_timeout = 0");
  await client.query(`
    ALTER TABLE allocations ADD CONSTRAINT allocations_no_double_booking
    EXCLUDE USING gist (host_id WITH =, is_test WITH =, busy WITH &&) WHERE (live)`);
  await client.query("ANALYZE");
  await client.query("RESET statement_timeout");
  client.release();
}

async function fillHost({ organizationId, hostId, eventTypeId }: Tenant): Promise<void> {
  await prisma.$executeRaw`
    WITH times AS (
      SELECT gen_random_uuid() AS id, gen_random_uuid() AS booking_id,
             date_trunc('hour', now()) - interval '20 days' + n * interval '1 hour' AS start_at
      FROM generate_series(1, ${massEach}::int) AS n),
    places AS (
      INSERT INTO allocations (id, organization_id, is_test, event_type_id, host_id, start_at, end_at,
                               buffer_before_minutes, buffer_after_minutes, seats_taken, seats_total)
      SELECT id, ${organizationId}::uuid, false, ${eventTypeId}::uuid, ${hostId}::uuid, start_at,
             start_at + interval '30 minutes', 0, 0, 1, 1 FROM times)
    INSERT INTO bookings (id, organization_id, is_test, event_type_id, allocation_id, status, start_at, end_at,
                          invitee_name, invitee_email, invitee_time_zone, attendee_count, cancel_token, updated_at)
    SELECT booking_id, ${organizationId}::uuid, false, ${eventTypeId}::uuid, id, 'confirmed', start_at,
           start_at + interval '30 minutes', 'Ada', 'ada@example.com', 'UTC', 1, booking_id::text, now() FROM times`;
}
