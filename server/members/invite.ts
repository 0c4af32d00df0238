import type { z } from "zod";
import { transaction } from "../db";
import { invitationEmail } from "../emails/invitation";
import { writeEmail } from "../emails/write";
import { env } from "../env";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId, newToken } from "../ids";
import { withLogo } from "../organizations/logo";
import type { Scope } from "../scope";
import { hashOfToken } from "../users/reset-token";
import { mayChange, openInvitations } from "./read";
import { invitationResource } from "./resource";
import type { Invite, InvitationWithLink } from "./schema";

const weekMs = 7 * 86_400_000;

/** People who were asked and did not answer yet: more is somebody's mistake, or a list of strangers. */
const maxOpen = 200;

/**
 * Invites a person by mail. A further invitation of the same address takes the place of the one before, whose link ends.
 * @throws forbidden for a test key; conflict for who is a member already; bad_request when too many are open
 */
export async function inviteMember(
  scope: Scope,
  { email, role }: z.output<typeof Invite>,
): Promise<z.infer<typeof InvitationWithLink>> {
  if (!mayChange(scope)) {
    throw new AppError("forbidden", "Members are real people: invite them with a live key.");
  }
  const token = newToken();
  const url = `${env.PUBLIC_URL}/invitations/${token}`;
  return await transaction(async (tx) => {
    const { organizationId, actor, nowMs } = scope;
    const key = `invitations of ${organizationId}`;
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
    const isMember = { organizationId, removedAt: null, user: { email } };
    if ((await tx.member.findFirst({ where: isMember })) !== null) {
      throw new AppError("conflict", `${email} is a member already.`, {
        details: { email: "is a member already" },
      });
    }
    await tx.invitation.updateMany({
      where: { ...openInvitations(scope), email },
      data: { revokedAt: new Date(nowMs) },
    });
    if ((await tx.invitation.count({ where: openInvitations(scope) })) >= maxOpen) {
      throw new AppError("bad_request", `${maxOpen} invitations wait for an answer. Revoke some.`);
    }
    const row = await tx.invitation.create({
      data: {
        id: newId(),
        organizationId,
        email,
        role,
        tokenHash: hashOfToken(token),
        invitedByName: actor.name,
        expiresAt: new Date(nowMs + weekMs),
      },
      include: { organization: withLogo },
    });
    const { organization } = row;
    await writeEmail(
      tx,
      { organizationId, isTest: false },
      {
        kind: "invitation",
        eventId: row.id,
        recipient: email,
        mail: await invitationEmail({ organization, by: actor.name, role, url }),
      },
    );
    await recordEvent(tx, scope, {
      action: "member.invited",
      resourceType: "invitation",
      resourceId: row.id,
      summary: `Invited ${email} as ${role}`,
    });
    return { ...invitationResource(row), url };
  });
}
