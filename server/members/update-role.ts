import type { z } from "zod";
import { transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { Scope } from "../scope";
import { lockMember } from "./read";
import { memberResource } from "./resource";
import type { Member, UpdateMember } from "./schema";

/**
 * Makes a member an admin or an admin a member.
 * @throws not_found; bad_request for the owner, who hands ownership over instead
 */
export async function updateMemberRole(
  scope: Scope,
  { id, role }: z.output<typeof UpdateMember>,
): Promise<Member> {
  return await transaction(async (tx) => {
    const before = await lockMember(scope, id, tx);
    if (before.role === "owner") {
      throw new AppError(
        "bad_request",
        "The owner stays the owner until they hand ownership over to another member.",
      );
    }
    if (before.role === role) {
      return memberResource(before);
    }
    await tx.member.update({ where: { id }, data: { role } });
    await recordEvent(tx, scope, {
      action: "member.role_changed",
      resourceType: "member",
      resourceId: id,
      summary: `Made ${before.user.name} ${role === "admin" ? "an admin" : "a member"}`,
      changes: { role: { before: before.role, after: role } },
    });
    return memberResource({ ...before, role });
  });
}
