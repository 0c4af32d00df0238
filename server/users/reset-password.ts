import type { z } from "zod";
import { prisma } from "../db";
import { AppError } from "../errors";
import { hashOfToken } from "./reset-token";
import type { ResetPassword } from "./schema";
import { setPassword } from "./set-password";

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

/**
 * Sets a new password by a link that was mailed, once and in time. Every session of the person ends, and every other
 * link of theirs.
 * @throws bad_request for a link that was used, is over or never was
 */
export async function resetPassword(
  facts: Facts,
  { token, password }: z.output<typeof ResetPassword>,
): Promise<{ email: string }> {
  const now = new Date(facts.nowMs);
  const reset = await prisma.passwordReset.findUnique({
    where: { tokenHash: hashOfToken(token) },
    include: { user: true },
  });
  const isGood = reset !== null && reset.usedAt === null && reset.expiresAt > now;
  if (!isGood) {
    throw linkOver();
  }
  const { user } = reset;
  const actor = { type: "user" as const, id: user.id, name: user.name };
  await setPassword({ ...facts, actor }, { email: user.email, password }, async (tx) => {
    // All of the person's links at once; whoever comes second with one finds none.
    const { count } = await tx.passwordReset.updateMany({
      where: { userId: user.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) {
      throw linkOver();
    }
  });
  return { email: user.email };
}

const linkOver = () =>
  new AppError(
    "bad_request",
    "This link was used already or is older than an hour. Ask for another one.",
  );
