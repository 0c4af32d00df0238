import type { z } from "zod";
import { lockHosts } from "../bookings/lock";
import { offerFreed } from "../bookings/offer-freed";
import { type Db, sqlState, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { readHost, requireEventType } from "./read";
import type { AddHost, Host } from "./schema";

/** Each is asked whether they are free, for every slot. */
const maxHosts = 200;

/**
 * Makes a member a host of an event type. The first one takes the place of the organization's owner, who hosts types
 * without any. What only they have time for is held for who waits for it.
 * @throws not_found for the event type; validation_error for who is no member; conflict for who is a host already;
 * bad_request when there are too many
 */
export async function addHost(scope: Scope, input: z.output<typeof AddHost>): Promise<Host> {
  return await transaction(async (tx) => {
    const change = { scope, eventTypeIds: [input.id], hostIds: [input.member_id] };
    return await offerFreed(tx, change, () => add(tx, scope, input));
  }).catch((error: unknown) => {
    if (sqlState(error) === "23505") {
      throw new AppError("conflict", "This member is a host of the event type already.", {
        details: { member_id: "is a host already" },
        cause: error,
      });
    }
    throw error;
  });
}

async function add(
  tx: Db,
  scope: Scope,
  { id, member_id: memberId, priority = 0 }: z.output<typeof AddHost>,
): Promise<Host> {
  const { title } = await requireEventType(scope, id, tx);
  // Bookings that are just being made come before or after.
  await lockHosts(tx, id, [memberId]);
  const where = { id: memberId, organizationId: scope.organizationId, removedAt: null };
  const member = await tx.member.findFirst({ where, include: { user: true } });
  if (member === null) {
    throw new AppError("validation_error", "member_id names no member", {
      details: { member_id: "must be a member of the organization" },
    });
  }
  if ((await tx.eventTypeHost.count({ where: { eventTypeId: id } })) >= maxHosts) {
    throw new AppError("bad_request", `An event type has at most ${maxHosts} hosts.`);
  }
  const hostId = newId();
  await tx.eventTypeHost.create({ data: { id: hostId, eventTypeId: id, memberId, priority } });
  await recordEvent(tx, scope, {
    action: "event_type.host_added",
    resourceType: "event_type",
    resourceId: id,
    summary: `Made ${member.user.name} a host of "${title}"`,
  });
  return await readHost(tx, id, hostId);
}
