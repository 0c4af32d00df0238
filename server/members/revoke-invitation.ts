import { transaction } from "../db";
import { notFound } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { mayChange, openInvitations } from "./read";

/**
 * Takes an invitation back: its link ends.
 * @throws not_found, also for one that was accepted or taken back already
 */
export async function revokeInvitation(scope: Scope, id: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM invitations WHERE id = ${id}::uuid FOR UPDATE`;
    const row = mayChange(scope)
      ? await tx.invitation.findFirst({ where: { ...openInvitations(scope), id } })
      : null;
    if (row === null) {
      throw notFound("Invitation");
    }
    await tx.invitation.update({ where: { id }, data: { revokedAt: new Date(scope.nowMs) } });
    await recordEvent(tx, scope, {
      action: "member.invitation_revoked",
      resourceType: "invitation",
      resourceId: id,
      summary: `Took back the invitation of ${row.email}`,
    });
  });
}
