import { type Db, transaction } from "../db";
import { notFound } from "../errors";
import { recordEvent } from "../events/record";
import { type Scope, provenOrganization } from "../scope";
import { hashPassword } from "./password";

/**
 * Gives a person a new password, which ends the sessions they have, and says so in the log of every organization they
 * are in.
 * @param email in lower case
 * @param within what else belongs to it, first in its transaction
 * @throws not_found
 */
export async function setPassword(
  by: Omit<Scope, "organizationId" | "isTest">,
  { email, password }: { email: string; password: string },
  within: (tx: Db) => Promise<void> = async () => {},
): Promise<{ userId: string }> {
  const passwordHash = await hashPassword(password);
  return await transaction(async (tx) => {
    await within(tx);
    const found = await tx.user.findUnique({
      where: { email },
      include: { members: { where: { removedAt: null } } },
    });
    if (found === null) {
      throw notFound("User");
    }
    const sessionsValidFrom = new Date(by.nowMs);
    await tx.user.update({ where: { id: found.id }, data: { passwordHash, sessionsValidFrom } });
    for (const { organizationId } of found.members) {
      const scope = { ...by, organizationId: provenOrganization(organizationId), isTest: false };
      await recordEvent(tx, scope, {
        action: "user.password_changed",
        resourceType: "user",
        resourceId: found.id,
        summary: `Changed the password of ${found.name}`,
      });
    }
    return { userId: found.id };
  });
}
