import type { z } from "zod";
import { offerFreed } from "../bookings/offer-freed";
import { type Db, transaction } from "../db";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { slugTaken } from "./create";
import { eventTypeColumns, requireConsistent } from "./fields";
import { getEventType } from "./read";
import { eventTypeResource } from "./resource";
import type { EventType, UpdateEventType } from "./schema";

/**
 * Changes the fields given; bookings made keep the time and buffers they were made with. What is offered more than
 * before is held for who waits for it.
 * @throws not_found; validation_error when the fields, old and new together, contradict each other;
 * conflict when the slug is in use.
 */
export async function updateEventType(
  scope: Scope,
  input: z.output<typeof UpdateEventType>,
): Promise<EventType> {
  return await transaction(async (tx) => {
    const change = { scope, eventTypeIds: [input.id] };
    return await offerFreed(tx, change, () => update(tx, scope, input));
  }).catch(slugTaken);
}

async function update(
  tx: Db,
  scope: Scope,
  { id, ...given }: z.output<typeof UpdateEventType>,
): Promise<EventType> {
  await tx.$queryRaw`SELECT id FROM event_types WHERE id = ${id}::uuid FOR UPDATE`;
  const before = await getEventType(scope, id, tx);
  requireConsistent({ ...before, ...given });
  const row = await tx.eventType.update({
    where: { id },
    data: { ...eventTypeColumns(given), updatedAt: new Date(scope.nowMs) },
    include: { organization: { select: { slug: true } } },
  });
  const after = eventTypeResource(row);
  const { updated_at: _, ...changes } = changedFields(before, after);
  await recordEvent(tx, scope, {
    action: "event_type.updated",
    resourceType: "event_type",
    resourceId: id,
    summary: `Updated event type "${row.title}"`,
    changes,
  });
  return after;
}
