import { prisma } from "../db";
import { AppError, notFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { ownMemberId } from "../members/read";
import { reachesPeople } from "../scope";
import type { Viewer } from "./read";

/** A member with what their calendars need to know of them. */
export type Whose = { id: string; userId: string; name: string; timeZone: string };

/** What a member is read with, to be made one of these. */
export const whoseInclude = {
  user: true,
  organization: true,
} as const satisfies Prisma.MemberInclude;

type Read = Prisma.MemberGetPayload<{ include: typeof whoseInclude }>;

export const whoseOf = ({ id, user, organization }: Read): Whose => ({
  id,
  userId: user.id,
  name: user.name,
  timeZone: organization.timeZone,
});

/**
 * Whose calendar is to be connected: the member named, else the person themselves, else, for a key, the owner.
 * @throws forbidden for a test key, which touches no calendar, and for a member who names another; not_found for who is no
 * member
 */
export async function requireWhose(
  { scope, isOwnOnly }: Viewer,
  named: string | undefined,
): Promise<Whose> {
  if (!reachesPeople(scope) && scope.actor.type !== "user") {
    throw new AppError("forbidden", "Test mode touches no calendar. Use a live key.");
  }
  const own = await ownMemberId(scope);
  if (isOwnOnly && named !== undefined && named !== own) {
    throw new AppError("forbidden", "An admin can connect others' calendars; you can your own.");
  }
  const id = named ?? own;
  const row = await prisma.member.findFirst({
    where: {
      organizationId: scope.organizationId,
      removedAt: null,
      ...(id === null ? { role: "owner" as const } : { id }),
    },
    include: whoseInclude,
  });
  if (row === null) {
    throw notFound("Member");
  }
  return whoseOf(row);
}
