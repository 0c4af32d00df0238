import { offerFreed } from "../bookings/offer-freed";
import { disconnectMember } from "../calendars/disconnect";
import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { lockMember, ownMemberId } from "./read";

/**
 * Ends a membership, by others or by the member. From the next request on the person sees nothing of the organization, and
 * the API keys they made are revoked. Their calendars are disconnected. They are no host any more; their bookings stay theirs until they are reassigned.
 * Bookings that are just being made come before or after: under the same lock (bookings/lock.ts).
 * @throws not_found; bad_request for the owner
 */
export async function removeMember(scope: Scope, id: string): Promise<void> {
  const remove = async (tx: Db) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}::text, 0))`;
    const member = await lockMember(scope, id, tx);
    if (member.role === "owner") {
      throw new AppError(
        "bad_request",
        "The owner cannot be removed, nor leave. Hand ownership over to another member first.",
      );
    }
    const now = new Date(scope.nowMs);
    await tx.member.update({ where: { id }, data: { removedAt: now } });
    await tx.eventTypeHost.deleteMany({ where: { memberId: id } });
    await disconnectMember(tx, scope, id);
    const { count: keys } = await tx.apiKey.updateMany({
      where: {
        organizationId: scope.organizationId,
        createdByType: "user",
        createdById: member.userId,
        revokedAt: null,
      },
      data: { revokedAt: now },
    });
    const left = scope.actor.type === "user" && scope.actor.id === member.userId;
    await recordEvent(tx, scope, {
      action: "member.removed",
      resourceType: "member",
      resourceId: id,
      summary: `${left ? `${member.user.name} left` : `Removed ${member.user.name}`}${keysInWords(keys)}`,
    });
  };
  // What they hosted alone, the owner hosts now.
  const change = { scope, eventTypeIds: [], hostedBy: id, hostIds: [id] };
  await transaction((tx) => offerFreed(tx, change, () => remove(tx)));
}

const keysInWords = (count: number): string =>
  count === 0 ? "" : ` and revoked the ${count === 1 ? "key" : `${count} keys`} they made`;

/**
 * Ends the caller's own membership; see removeMember.
 * @throws forbidden for who is no person; bad_request for the owner
 */
export async function leaveOrganization(scope: Scope): Promise<void> {
  const id = await ownMemberId(scope);
  if (id === null) {
    throw new AppError("forbidden", "Only a signed-in person can leave.");
  }
  await removeMember(scope, id);
}
