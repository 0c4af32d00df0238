import { prisma } from "../db";
import type { SessionClaims } from "./schema";

type User = { id: string; sessionsValidFrom: Date | null };

export const claimsOf = ({ id, sessionsValidFrom }: User): SessionClaims => ({
  userId: id,
  validFromMs: sessionsValidFrom?.getTime() ?? 0,
});

/**
 * The id of the user whose session carries these claims; null once it has ended, by a new password or with the user. The
 * instants are compared for equality, and so need no two clocks to agree.
 */
export async function sessionUser(claims: SessionClaims): Promise<string | null> {
  const user = await prisma.user.findUnique({
    where: { id: claims.userId },
    select: { id: true, sessionsValidFrom: true },
  });
  return user !== null && claimsOf(user).validFromMs === claims.validFromMs ? user.id : null;
}
