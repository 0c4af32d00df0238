import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { getEventType } from "./read";

/**
 * Hides an event type for good: it can no longer be seen or booked, its slug is free again, its bookings stay.
 * @throws not_found
 */
export async function deleteEventType(scope: Scope, id: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM event_types WHERE id = ${id}::uuid FOR UPDATE`;
    const { title } = await getEventType(scope, id, tx);
    await tx.eventType.update({ where: { id }, data: { deletedAt: new Date(scope.nowMs) } });
    await recordEvent(tx, scope, {
      action: "event_type.deleted",
      resourceType: "event_type",
      resourceId: id,
      summary: `Deleted event type "${title}"`,
    });
  });
}
