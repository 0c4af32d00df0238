import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Sql } from "../sql";
import type { EventAction, ResourceType } from "./schema";

export type NewEvent = {
  action: EventAction;
  resourceType: ResourceType;
  resourceId: string;
  /** One sentence for the activity log, without secrets. */
  summary: string;
  /** Field → values before and after; only fields that changed. */
  changes?: Record<string, { before: unknown; after: unknown }>;
};

/**
 * Writes what happened, in the caller's own transaction: if the change is committed, so is its event, and
 * nothing that follows from it can be lost.
 */
export async function recordEvent(tx: Sql, scope: Scope, event: NewEvent): Promise<void> {
  const { actor } = scope;
  const changes = event.changes === undefined ? null : JSON.stringify(event.changes);
  await tx.$executeRaw`
    INSERT INTO events (id, organization_id, is_test, action, actor_type, actor_id, actor_name,
                        resource_type, resource_id, summary, changes, request_id, ip_address)
    VALUES (${newId()}::uuid, ${scope.organizationId}::uuid, ${scope.isTest}, ${event.action},
            ${actor.type}::actor_type, ${actor.id}::uuid, ${actor.name}, ${event.resourceType},
            ${event.resourceId}::uuid, ${event.summary}, ${changes}::jsonb, ${scope.requestId}, ${scope.ipAddress})`;
}
