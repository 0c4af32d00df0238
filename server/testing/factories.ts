import { createApiKey } from "../api-keys/create";
import { prisma } from "../db";
import type { EventType } from "../event-types/schema";
import type { Tier } from "../generated/prisma/client";
import { newId } from "../ids";
import { createOrganization } from "../organizations/create";
import { provenOrganization, type Scope } from "../scope";
import { ok } from "./rest";

export type TestOrganization = {
  organizationId: string;
  userId: string;
  /** The owner's membership: the host where an event type has no others. */
  memberId: string;
  live: string;
  test: string;
  scope: Scope;
};

/** A hash of the right form that no password has: hashing takes 0.3 s, and few tests sign in. */
const noPassword = "scrypt$131072$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA";

/** An organization of the test's own, with its owner, a live and a test key. */
export async function newOrganization({
  timeZone = "UTC",
  tier = "scale",
  /** Whether its test side is still to be given its Test Event; otherwise it begins empty. */
  unseeded = false,
}: { timeZone?: string; tier?: Tier; unseeded?: boolean } = {}): Promise<TestOrganization> {
  const facts = { nowMs: Date.now(), requestId: null, ipAddress: null };
  const owner = { name: "Olga Owner", email: `${newId()}@example.com`, passwordHash: noPassword };
  const made = await createOrganization(facts, { name: newId(), timeZone, tier, owner });
  if (!unseeded) {
    const sandboxSeededAt = new Date(facts.nowMs);
    await prisma.organization.update({
      where: { id: made.organizationId },
      data: { sandboxSeededAt },
    });
  }
  const scope: Scope = {
    ...facts,
    organizationId: provenOrganization(made.organizationId),
    isTest: false,
    actor: { type: "user", id: made.userId, name: owner.name },
  };
  const [live, test] = await Promise.all([
    createApiKey(scope, { name: "Live", mode: "live" }),
    createApiKey(scope, { name: "Test", mode: "test" }),
  ]);
  return { ...made, live: live.key, test: test.key, scope };
}

type Rules = { day_of_week: number; start_time: string; end_time: string }[];

/** Open round the clock, so that a test may name any time. */
const alwaysOpen: Rules = [0, 1, 2, 3, 4, 5, 6].map((day) => ({
  day_of_week: day,
  start_time: "00:00",
  end_time: "24:00",
}));

/** An event type of 30 minutes, open round the clock in UTC unless told otherwise. */
export async function newEventType(
  key: string,
  fields: Record<string, unknown> = {},
  availability: { timezone?: string; rules?: Rules; overrides?: unknown[] } = {},
): Promise<EventType> {
  const body = { title: "Call", slug: `call-${newId()}`, duration_minutes: 30, ...fields };
  const made = await ok("eventTypes.create", { key, body });
  await ok("availability.replaceRules", {
    key,
    id: made.id,
    body: { timezone: "UTC", rules: alwaysOpen, ...availability },
  });
  return await ok("eventTypes.get", { key, id: made.id });
}

/** A further member of an organization. @returns the member's id */
export async function newMember(
  { organizationId }: Pick<TestOrganization, "organizationId">,
  name = "Mo Member",
): Promise<string> {
  const user = { id: newId(), name, email: `${newId()}@example.com`, passwordHash: noPassword };
  await prisma.user.create({ data: user });
  const data = { id: newId(), organizationId, userId: user.id, role: "member" as const };
  const member = await prisma.member.create({ data });
  return member.id;
}

/** Gives an event type these hosts, the first with the lowest priority number. */
export async function addHosts(eventTypeId: string, memberIds: string[]): Promise<void> {
  await prisma.eventTypeHost.createMany({
    data: memberIds.map((memberId, priority) => ({ id: newId(), eventTypeId, memberId, priority })),
  });
}

/** The civil date in UTC that lies so many days ahead. */
export const dateAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, "YYYY-MM-DD".length);

/** An instant so many days ahead, at a time of day in UTC. */
export const ahead = (days: number, time = "10:00"): string => `${dateAhead(days)}T${time}:00.000Z`;

/** The body of a booking by one invitee. */
export const bookingOf = (
  eventTypeId: string,
  startTime: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  event_type_id: eventTypeId,
  start_time: startTime,
  invitee_name: "Ada Lovelace",
  invitee_email: "ada@example.com",
  invitee_timezone: "Europe/London",
  ...more,
});

/** The body of a booking by a party of this many. */
export const partyOf = (eventTypeId: string, startTime: string, count: number) => ({
  event_type_id: eventTypeId,
  start_time: startTime,
  attendees: Array.from({ length: count }, (_, index) => ({
    name: `Guest ${index}`,
    email: `guest-${index}@example.com`,
  })),
});

/**
 * Every row of an organization as one number: equal before and after exactly when nothing was written. When a key was
 * last used is left aside.
 */
export async function fingerprint({
  organizationId,
}: Pick<TestOrganization, "organizationId">): Promise<string> {
  const [row] = await prisma.$queryRaw<{ hash: string }[]>`
    WITH types AS (SELECT id FROM event_types WHERE organization_id = ${organizationId}::uuid),
      rows AS (
        SELECT to_jsonb(t) AS r FROM event_types t WHERE t.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(k) - 'last_used_at' FROM api_keys k WHERE k.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(b) FROM bookings b WHERE b.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(a) FROM allocations a WHERE a.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(e) FROM events e WHERE e.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(m) FROM members m WHERE m.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(w) FROM webhook_endpoints w WHERE w.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(d) FROM webhook_deliveries d JOIN webhook_endpoints w ON w.id = d.endpoint_id
                  WHERE w.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(g) FROM attendees g JOIN bookings b ON b.id = g.booking_id
                  WHERE b.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(c) FROM booking_counts c WHERE c.organization_id = ${organizationId}::uuid
        UNION ALL SELECT to_jsonb(r) FROM availability_rules r JOIN types ON types.id = r.event_type_id
        UNION ALL SELECT to_jsonb(o) FROM availability_overrides o JOIN types ON types.id = o.event_type_id
        UNION ALL SELECT to_jsonb(h) FROM event_type_hosts h JOIN types ON types.id = h.event_type_id)
    SELECT coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), '') AS hash FROM rows`;
  return row?.hash ?? "";
}
