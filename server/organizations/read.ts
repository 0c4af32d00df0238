import { prisma } from "../db";
import { AppError } from "../errors";
import type { Scope } from "../scope";
import type { Membership } from "./schema";

/**
 * The signed-in person's place in the organization of this request.
 * @throws forbidden when the caller is no person
 */
export async function getMembership(scope: Scope): Promise<Membership> {
  const member = await prisma.member.findFirst({
    where: { organizationId: scope.organizationId, userId: scope.actor.id ?? "", removedAt: null },
    include: { user: true, organization: true },
  });
  if (scope.actor.type !== "user" || member === null) {
    throw new AppError("forbidden", "Only a signed-in person has a membership");
  }
  const { user, organization, role } = member;
  return {
    user: { id: user.id, name: user.name, email: user.email },
    role,
    organization: {
      id: organization.id,
      name: organization.name,
      slug: organization.slug,
      timezone: organization.timeZone,
      tier: organization.tier,
    },
  };
}
