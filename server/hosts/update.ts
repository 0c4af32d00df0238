import type { z } from "zod";
import { transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { readHost, requireEventType } from "./read";
import type { Host, UpdateHost } from "./schema";

/** Changes a host's place in the order. @throws not_found */
export async function updateHost(
  scope: Scope,
  { id, host_id: hostId, priority }: z.output<typeof UpdateHost>,
): Promise<Host> {
  return await transaction(async (tx) => {
    const { title } = await requireEventType(scope, id, tx, "Host");
    const before = await readHost(tx, id, hostId);
    await tx.eventTypeHost.update({ where: { id: before.id }, data: { priority } });
    await recordEvent(tx, scope, {
      action: "event_type.host_updated",
      resourceType: "event_type",
      resourceId: id,
      summary: `Changed the priority of ${before.member_name} in "${title}"`,
      changes: { priority: { before: before.priority, after: priority } },
    });
    return { ...before, priority };
  });
}
