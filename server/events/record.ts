import { newId } from "../ids";
import { withoutKeys } from "../redact";
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
 * An event's row; for `recordEvent`, and for the one statement (a booking's) that has no round trip to spare for it. A
 * key that somebody wrote into a title would stay here for ever: it is left out.
 */
export function eventValues({ actor, ...scope }: Scope, event: NewEvent) {
  return {
    id: newId(),
    organizationId: scope.organizationId,
    isTest: scope.isTest,
    action: event.action,
    actorType: actor.type,
    actorId: actor.id,
    actorName: withoutKeys(actor.name),
    resourceType: event.resourceType,
    resourceId: event.resourceId,
    summary: withoutKeys(event.summary),
    changes: event.changes === undefined ? null : withoutKeys(JSON.stringify(event.changes)),
    requestId: scope.requestId === null ? null : withoutKeys(scope.requestId),
    ipAddress: scope.ipAddress,
  };
}

/**
 * Writes what happened, in the caller's own transaction: if the change is committed, so is its event, and
 * nothing that follows from it can be lost.
 */
export async function recordEvent(tx: Sql, scope: Scope, event: NewEvent): Promise<void> {
  const row = eventValues(scope, event);
  await tx.$executeRaw`
    INSERT INTO events (id, organization_id, is_test, action, actor_type, actor_id, actor_name,
                        resource_type, resource_id, summary, changes, request_id, ip_address)
    VALUES (${row.id}::uuid, ${row.organizationId}::uuid, ${row.isTest}, ${row.action},
            ${row.actorType}::actor_type, ${row.actorId}::uuid, ${row.actorName}, ${row.resourceType},
            ${row.resourceId}::uuid, ${row.summary}, ${row.changes}::jsonb, ${row.requestId}, ${row.ipAddress})`;
}
