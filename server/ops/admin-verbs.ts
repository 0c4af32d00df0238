import { z } from "zod";
import { createApiKey } from "../api-keys/create";
import { revokeApiKey } from "../api-keys/revoke";
import { CreateApiKey } from "../api-keys/schema";
import { pool, prisma, sqlState } from "../db";
import { isUuid } from "../ids";
import { createOrganization } from "../organizations/create";
import { tiers } from "../organizations/schema";
import { setTier } from "../organizations/set-tier";
import { rotateSecrets } from "../rotate-secrets";
import { line, TimeZone } from "../schema";
import { provenOrganization, type Scope } from "../scope";
import { hashPassword } from "../users/password";
import { Password, SignInEmail } from "../users/schema";
import { setPassword } from "../users/set-password";

// What `npm run admin` does in the database: the product's own verbs, called for the operator.

const Tier = z.enum(tiers);

const operator = () => ({
  nowMs: Date.now(),
  requestId: null,
  ipAddress: null,
  actor: { type: "system" as const, id: null, name: "npm run admin" },
});

const scopeOf = (organizationId: string): Scope => ({
  ...operator(),
  organizationId: provenOrganization(organizationId),
  isTest: false,
});

/** @param named an organization's id or slug */
async function findOrganization(named: string) {
  const where = isUuid(named) ? { id: named } : { slug: named };
  const found = await prisma.organization.findUnique({ where });
  if (found === null) {
    throw new Error(
      `There is no organization ${JSON.stringify(named)}. See: npm run admin -- org list`,
    );
  }
  return found;
}

const Bootstrap = z.object({
  org: line(1, 100),
  email: SignInEmail,
  password: Password,
  tier: Tier.default("free"),
  timezone: TimeZone.default("UTC"),
});

/** An organization with its owner and a key of each mode, from nothing. */
export async function bootstrap(values: unknown) {
  const { org, email, password, tier, timezone } = Bootstrap.parse(values);
  const owner = {
    name: email.split("@")[0] ?? email,
    email,
    passwordHash: await hashPassword(password),
  };
  const wanted = { name: org, timeZone: timezone, tier, owner };
  const made = await createOrganization(operator(), wanted).catch((error: unknown) => {
    throw sqlState(error) === "23505"
      ? new Error(`There is a user ${email} already.`, { cause: error })
      : error;
  });
  const scope = scopeOf(made.organizationId);
  const live = await createApiKey(scope, { name: "Live key", mode: "live" });
  const test = await createApiKey(scope, { name: "Test key", mode: "test" });
  return {
    organization_id: made.organizationId,
    user_id: made.userId,
    member_id: made.memberId,
    live_key: live.key,
    test_key: test.key,
  };
}

/** A key for an existing organization. */
export async function keyCreate(values: unknown) {
  const { org, ...input } = CreateApiKey.extend({ org: z.string() }).parse(values);
  const organization = await findOrganization(org);
  return await createApiKey(scopeOf(organization.id), input);
}

/** @throws when no key has the id */
export async function keyRevoke(values: unknown) {
  const { id } = z.object({ id: z.guid("must be a key's id (a UUID)") }).parse(values);
  const key = await prisma.apiKey.findUnique({ where: { id } });
  if (key === null) {
    throw new Error(`There is no API key ${id}.`);
  }
  await revokeApiKey(scopeOf(key.organizationId), id);
  return { id, revoked: true };
}

/** All organizations, oldest first. */
export async function orgList() {
  const rows = await prisma.organization.findMany({
    orderBy: { id: "asc" },
    include: { _count: { select: { members: true, bookings: true } } },
  });
  return rows.map(({ _count: { members, bookings }, ...row }) => ({
    id: row.id,
    name: row.name,
    slug: row.slug,
    tier: row.tier,
    timezone: row.timeZone,
    members,
    bookings,
    created_at: row.createdAt.toISOString(),
  }));
}

export async function orgSetTier(values: unknown) {
  const { org, tier } = z.object({ org: z.string(), tier: Tier }).parse(values);
  const organization = await findOrganization(org);
  await setTier(scopeOf(organization.id), tier);
  return { id: organization.id, name: organization.name, tier };
}

export async function userSetPassword(values: unknown) {
  const { email, password } = z.object({ email: SignInEmail, password: Password }).parse(values);
  const { userId } = await setPassword(operator(), { email, password });
  return { user_id: userId, email };
}

/** Puts the newest encryption key in the place of the others. */
export const secretsRotate = async () => await rotateSecrets();

/** Lets go of the database. */
export async function close(): Promise<void> {
  await prisma.$disconnect();
  await pool.end();
}
