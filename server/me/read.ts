import { apiKeyResource } from "../api-keys/resource";
import { prisma } from "../db";
import { planLimits } from "../rate-limit/plans";
import type { Scope } from "../scope";
import type { Me } from "./schema";

/** Who calls: for whom, on which side, and what the caller may do and how often. People count as the service they use. */
export async function getMe({ organizationId, isTest, actor }: Scope): Promise<Me> {
  const [organization, row] = await Promise.all([
    prisma.organization.findUniqueOrThrow({ where: { id: organizationId } }),
    actor.type === "api_key"
      ? prisma.apiKey.findUniqueOrThrow({ where: { id: actor.id ?? "" } })
      : null,
  ]);
  const { id, name, slug, timeZone, tier } = organization;
  const { perMinute, perDay, bookingsPerMonth } = planLimits(tier);
  const key = row === null ? null : callingKey(apiKeyResource(row));
  return {
    type: key === null ? "service" : "api_key",
    organization: { id, name, slug, timezone: timeZone, tier },
    mode: isTest ? "test" : "live",
    is_test: isTest,
    key,
    scopes: key?.scopes ?? ["*"],
    limits: {
      api_calls_per_minute: perMinute,
      api_calls_per_day: perDay,
      bookings_per_month: bookingsPerMonth,
    },
  };
}

const callingKey = (key: ReturnType<typeof apiKeyResource>): NonNullable<Me["key"]> => ({
  id: key.id,
  name: key.name,
  key_prefix: key.key_prefix,
  scopes: key.scopes,
  expires_at: key.expires_at,
  allowed_ips: key.allowed_ips,
});
