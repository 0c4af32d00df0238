import type { Invitation as InvitationRow, Prisma } from "../generated/prisma/client";
import { instant } from "../schema";
import type { Invitation, Member } from "./schema";

/** What a member is read with. */
export const memberInclude = {
  user: { select: { id: true, name: true, email: true } },
  _count: { select: { hosts: true } },
} as const satisfies Prisma.MemberInclude;

type MemberRow = Prisma.MemberGetPayload<{ include: typeof memberInclude }>;

export const memberResource = ({ user, _count, ...row }: MemberRow): Member => ({
  id: row.id,
  user_id: user.id,
  name: user.name,
  email: user.email,
  role: row.role,
  event_types_hosted: _count.hosts,
  created_at: instant(row.createdAt),
});

export const invitationResource = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  // The database knows no invitation to be the owner.
  role: row.role === "admin" ? "admin" : "member",
  invited_by: row.invitedByName,
  expires_at: instant(row.expiresAt),
  created_at: instant(row.createdAt),
});
