import { transaction } from "../db";
import { insertEventType } from "../event-types/create";
import type { OrgId } from "../scope";

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

/**
 * Gives the test side of an organization its Test Event (contract §4), once: of any number of first requests one finds
 * the mark unset, the others wait for its transaction and find it set.
 */
export async function seedSandbox(facts: Facts, organizationId: OrgId): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: organizationId, sandboxSeededAt: null },
      data: { sandboxSeededAt: new Date(facts.nowMs) },
    });
    const taken = await tx.eventType.count({
      where: { organizationId, isTest: true, slug: "test-event", deletedAt: null },
    });
    if (count === 1 && taken === 0) {
      const actor = { type: "system" as const, id: null, name: "Sandbox" };
      const scope = { ...facts, organizationId, isTest: true, actor };
      await insertEventType(tx, scope, {
        title: "Test Event",
        slug: "test-event",
        duration_minutes: 30,
      });
    }
  });
}
