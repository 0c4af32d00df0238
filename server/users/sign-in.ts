import type { z } from "zod";
import { prisma } from "../db";
import { AppError } from "../errors";
import { throttleSignIn } from "../rate-limit/throttle";
import { hashPassword, verifyPassword } from "./password";
import type { SessionClaims, SignIn } from "./schema";
import { claimsOf } from "./session";

/** Verified when nobody has the address, so that the answer takes as long. */
const nobodysHash = hashPassword("nobody has this password");

/**
 * What the session of the user with this address and password is to carry, else null. Neither answer nor time tells
 * whether the address exists.
 * @throws rate_limit_exceeded after too many attempts for the address or from the caller's network address
 */
export async function signIn(
  { email, password }: z.output<typeof SignIn>,
  ipAddress: string | null,
): Promise<SessionClaims | null> {
  const allowed = await throttleSignIn(email, ipAddress);
  if (!allowed) {
    throw new AppError("rate_limit_exceeded", "Too many attempts. Wait 15 minutes and try again.");
  }
  const user = await prisma.user.findUnique({
    where: { email },
    // Read together: a password that is replaced while it is being verified ends this session, too.
    select: { id: true, passwordHash: true, sessionsValidFrom: true },
  });
  const matches = await verifyPassword(password, user?.passwordHash ?? (await nobodysHash));
  return user !== null && matches ? claimsOf(user) : null;
}
