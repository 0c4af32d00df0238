import type { Event } from "../generated/prisma/client";
import { instant } from "../schema";
import { type ActivityEntry, Changes, EventAction, ResourceType } from "./schema";

/** The row as REST and the dashboard see it. */
export const activityEntry = (row: Event): ActivityEntry => ({
  id: row.id,
  action: EventAction.parse(row.action),
  actor: { type: row.actorType, id: row.actorId, name: row.actorName },
  resource_type: ResourceType.parse(row.resourceType),
  resource_id: row.resourceId,
  summary: row.summary,
  changes: Changes.nullable().parse(row.changes),
  ip_address: row.ipAddress,
  request_id: row.requestId,
  is_test: row.isTest,
  created_at: instant(row.createdAt),
});
