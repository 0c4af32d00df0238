import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { invitationResource, memberInclude, memberResource } from "./resource";
import type { InvitationList, ListInvitations, ListMembers, MemberList } from "./schema";

/**
 * A member who is still one. The organization's people are the same on its live and its test side; only the live side
 * changes them.
 * @throws not_found
 */
export async function lockMember(scope: Scope, id: string, tx: Db) {
  await tx.$queryRaw`SELECT id FROM members WHERE id = ${id}::uuid FOR UPDATE`;
  const where = { id, organizationId: scope.organizationId, removedAt: null };
  const row = mayChange(scope)
    ? await tx.member.findFirst({ where, include: memberInclude })
    : null;
  if (row === null) {
    throw notFound("Member");
  }
  return row;
}

/** A test key changes nobody's membership; a person may, whichever side they look at. */
export const mayChange = ({ isTest, actor }: Scope): boolean => !isTest || actor.type === "user";

/** The caller's own membership's id; null for who is no member in person. */
export async function ownMemberId({ organizationId, actor }: Scope): Promise<string | null> {
  if (actor.type !== "user" || actor.id === null) {
    return null;
  }
  const where = { organizationId, userId: actor.id, removedAt: null };
  return (await prisma.member.findFirst({ where }))?.id ?? null;
}

/**
 * The organization's members, those who came first before others.
 * @throws validation_error for an unknown cursor
 */
export async function listMembers(
  { organizationId }: Scope,
  { limit = defaultLimit, starting_after: after }: z.output<typeof ListMembers>,
): Promise<z.infer<typeof MemberList>> {
  const mine = { organizationId, removedAt: null };
  if (after !== undefined) {
    const where = { organizationId, id: after };
    if ((await prisma.member.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.member.findMany({
    where: { ...mine, ...(after === undefined ? {} : { id: { lt: after } }) },
    include: memberInclude,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(memberResource), limit);
}

/** Accepted and revoked ones are no more; one that is over is still there, to be sent again or revoked. */
export const openInvitations = ({ organizationId }: Pick<Scope, "organizationId">) => ({
  organizationId,
  acceptedAt: null,
  revokedAt: null,
});

/**
 * The invitations that wait for an answer, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listInvitations(
  scope: Scope,
  { limit = defaultLimit, starting_after: after }: z.output<typeof ListInvitations>,
): Promise<z.infer<typeof InvitationList>> {
  if (after !== undefined) {
    const where = { organizationId: scope.organizationId, id: after };
    if ((await prisma.invitation.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.invitation.findMany({
    where: { ...openInvitations(scope), ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(invitationResource), limit);
}
