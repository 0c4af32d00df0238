import { prisma } from "../db";
import { newId } from "../ids";
import { hashOfToken } from "../users/reset-token";

/** A mail of an organization that was kept. @returns its id */
export async function keptEmailOf(organizationId: string): Promise<string> {
  const mail = { kind: "booking_confirmed", recipient: "ada@example.com", subject: "Booked" };
  const body = { html: "<p>Booked</p>", text: "Booked", status: "kept" as const };
  const id = newId();
  await prisma.email.create({ data: { id, organizationId, ...mail, ...body } });
  return id;
}

/** A link to set a new password, as a mail would bring it. */
export async function resetLinkOf(userId: string): Promise<{ token: string }> {
  const token = newId();
  const expiresAt = new Date(Date.now() + 60_000);
  await prisma.passwordReset.create({
    data: { id: newId(), userId, tokenHash: hashOfToken(token), expiresAt },
  });
  return { token };
}
