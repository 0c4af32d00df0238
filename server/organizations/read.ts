import type { z } from "zod";
import { prisma } from "../db";
import { AppError } from "../errors";
import type { Scope } from "../scope";
import { withLogo } from "./logo";
import { organizationResource } from "./resource";
import type { Membership, OwnOrganization } from "./schema";

/**
 * The signed-in person's place in the organization of this request.
 * @throws forbidden when the caller is no person
 */
export async function getMembership(scope: Scope): Promise<Membership> {
  const member = await prisma.member.findFirst({
    where: { organizationId: scope.organizationId, userId: scope.actor.id ?? "", removedAt: null },
    include: { user: true, organization: withLogo },
  });
  if (scope.actor.type !== "user" || member === null) {
    throw new AppError("forbidden", "Only a signed-in person has a membership");
  }
  const { user, organization, role } = member;
  return {
    user: { id: user.id, name: user.name, email: user.email },
    member_id: member.id,
    role,
    organization: organizationResource(organization),
  };
}

/**
 * The organizations that the signed-in person is in, by name.
 * @throws forbidden when the caller is no person
 */
export async function listOwnOrganizations(
  scope: Scope,
): Promise<z.infer<typeof OwnOrganization>[]> {
  if (scope.actor.type !== "user" || scope.actor.id === null) {
    throw new AppError("forbidden", "Only a signed-in person is in organizations");
  }
  const rows = await prisma.member.findMany({
    where: { userId: scope.actor.id, removedAt: null },
    include: { organization: true },
    orderBy: { organization: { name: "asc" } },
  });
  return rows.map(({ organization: { id, name }, role }) => ({ id, name, role }));
}

/** An organization's logo with its bytes, if it is the one of this hash; null else. */
export const findLogo = async (organizationId: string, hash: string) =>
  await prisma.organizationLogo.findFirst({
    where: { organizationId, hash },
    select: { mediaType: true, bytes: true },
  });
