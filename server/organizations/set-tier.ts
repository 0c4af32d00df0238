import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Tier } from "../generated/prisma/client";
import type { Scope } from "../scope";

/** Moves an organization to another plan; its limits hold from the next request on. */
export async function setTier(scope: Scope, tier: Tier): Promise<void> {
  const { organizationId } = scope;
  await transaction(async (tx) => {
    const before = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    if (before.tier === tier) {
      return;
    }
    await tx.organization.update({ where: { id: organizationId }, data: { tier } });
    await recordEvent(tx, scope, {
      action: "organization.tier_changed",
      resourceType: "organization",
      resourceId: organizationId,
      summary: `Moved to the ${tier} plan`,
      changes: { tier: { before: before.tier, after: tier } },
    });
  });
}
