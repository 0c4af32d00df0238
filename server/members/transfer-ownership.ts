import { offerFreed } from "../bookings/offer-freed";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { lockMember } from "./read";
import { memberResource } from "./resource";
import type { Member } from "./schema";

/**
 * Makes another member the owner, and who was it an admin. There is one owner at every moment: the database says so, too.
 * @throws not_found; conflict when somebody else became the owner meanwhile
 */
export async function transferOwnership(scope: Scope, id: string): Promise<Member> {
  return await transaction(async (tx) => {
    const { organizationId } = scope;
    const key = `owner of ${organizationId}`;
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
    const before = await tx.member.findFirstOrThrow({ where: { organizationId, role: "owner" } });
    // Event types without hosts go along.
    const change = { scope, eventTypeIds: [], hostedBy: before.id, hostIds: [id] };
    return await offerFreed(tx, change, () => handOver(tx, scope, before, id));
  });
}

async function handOver(
  tx: Db,
  scope: Scope,
  before: { id: string; userId: string },
  id: string,
): Promise<Member> {
  const next = await lockMember(scope, id, tx);
  if (before.userId !== scope.actor.id) {
    throw new AppError("conflict", "You are not the owner any more. Reload the page.");
  }
  if (next.id === before.id) {
    return memberResource(next);
  }
  await tx.member.update({ where: { id: before.id }, data: { role: "admin" } });
  await tx.member.update({ where: { id }, data: { role: "owner" } });
  await recordEvent(tx, scope, {
    action: "organization.ownership_transferred",
    resourceType: "organization",
    resourceId: scope.organizationId,
    summary: `Handed ownership over to ${next.user.name}`,
  });
  return memberResource({ ...next, role: "owner" });
}
