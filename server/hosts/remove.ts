import type { z } from "zod";
import { lockHosts } from "../bookings/lock";
import { offerFreed } from "../bookings/offer-freed";
import { type Db, transaction } from "../db";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { readHost, requireEventType } from "./read";
import type { HostId } from "./schema";

/**
 * Takes a host off an event type. Their bookings stay theirs. Without any host left the organization's owner hosts it.
 * @throws not_found
 */
export async function removeHost(
  scope: Scope,
  { id, host_id: hostId }: z.output<typeof HostId>,
): Promise<void> {
  const remove = async (tx: Db) => {
    const { title } = await requireEventType(scope, id, tx, "Host");
    await lockHosts(tx, id);
    const host = await readHost(tx, id, hostId);
    await tx.eventTypeHost.delete({ where: { id: host.id } });
    await recordEvent(tx, scope, {
      action: "event_type.host_removed",
      resourceType: "event_type",
      resourceId: id,
      summary: `Took ${host.member_name} off the hosts of "${title}"`,
    });
  };
  await transaction((tx) => offerFreed(tx, { scope, eventTypeIds: [id] }, () => remove(tx)));
}
