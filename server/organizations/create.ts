import { randomInt } from "node:crypto";
import { type Db, transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Tier } from "../generated/prisma/client";
import { newId } from "../ids";
import { provenOrganization } from "../scope";
import { slugOf } from "./slug";

export type NewOrganization = {
  name: string;
  timeZone: string;
  tier?: Tier;
  /** An existing user's id, or the person to make one of. */
  owner: { userId: string; name: string } | { name: string; email: string; passwordHash: string };
};

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

export type CreatedOrganization = { organizationId: string; userId: string; memberId: string };

/**
 * Makes an organization with its owner, and the owner's user where it is a new one. The slug comes from the name, with
 * digits behind it when that is taken. An address that is taken ends as Postgres' unique violation (23505).
 */
export async function createOrganization(
  facts: Facts,
  { name, timeZone, tier = "free", owner }: NewOrganization,
): Promise<CreatedOrganization> {
  return await transaction(async (tx) => {
    const userId = "userId" in owner ? owner.userId : newId();
    if ("email" in owner) {
      const { email, passwordHash } = owner;
      await tx.user.create({ data: { id: userId, email, name: owner.name, passwordHash } });
    }
    const organization = await tx.organization.create({
      data: { id: newId(), name, timeZone, tier, slug: await freeSlug(tx, slugOf(name)) },
    });
    const member = await tx.member.create({
      data: { id: newId(), organizationId: organization.id, userId, role: "owner" },
    });
    const scope = {
      ...facts,
      organizationId: provenOrganization(organization.id),
      isTest: false,
      actor: { type: "user" as const, id: userId, name: owner.name },
    };
    await recordEvent(tx, scope, {
      action: "organization.created",
      resourceType: "organization",
      resourceId: organization.id,
      summary: `Created organization "${name}"`,
    });
    return { organizationId: organization.id, userId, memberId: member.id };
  });
}

async function freeSlug(tx: Db, wished: string): Promise<string> {
  // Two organizations of one name made at once must not both find the same one free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug:${wished}`}, 0))`;
  let slug = wished;
  while ((await tx.organization.findUnique({ where: { slug }, select: { id: true } })) !== null) {
    slug = `${wished}-${randomInt(100_000, 1_000_000)}`;
  }
  return slug;
}
