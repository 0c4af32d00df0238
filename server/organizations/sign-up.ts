import type { z } from "zod";
import { prisma, sqlState } from "../db";
import { env } from "../env";
import { AppError } from "../errors";
import { throttleSignUp } from "../rate-limit/throttle";
import type { Scope } from "../scope";
import { hashPassword, verifyPassword } from "../users/password";
import { type CreatedOrganization, createOrganization } from "./create";
import type { NewOrganization, SignUp } from "./schema";

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

/**
 * Makes an organization for a new person, or a further one for a known person who gives the right password.
 * @throws forbidden where sign-up is closed; rate_limit_exceeded; conflict for a known address with another password
 */
export async function signUp(facts: Facts, input: SignUp): Promise<CreatedOrganization> {
  await requireSignUp(facts.ipAddress);
  const { organization_name: name, timezone: timeZone, email, password } = input;
  const known = await prisma.user.findUnique({ where: { email } });
  const passwordHash = await hashPassword(password);
  if (known === null) {
    const owner = { name: input.name, email, passwordHash };
    return await createOrganization(facts, { name, timeZone, owner }).catch(addressTaken);
  }
  if (!(await verifyPassword(password, known.passwordHash))) {
    return addressTaken({ code: "23505" });
  }
  return await createOrganization(facts, {
    name,
    timeZone,
    owner: { userId: known.id, name: known.name },
  });
}

async function requireSignUp(ipAddress: string | null): Promise<void> {
  if (!env.ASTROCAL_SIGN_UP) {
    throw new AppError(
      "forbidden",
      "Sign-up is closed on this server. Ask its operator for an account.",
    );
  }
  if (!(await throttleSignUp(ipAddress))) {
    throw new AppError(
      "rate_limit_exceeded",
      "Too many sign-ups from your network. Try again in an hour.",
    );
  }
}

/**
 * Makes a further organization for a signed-in person, who will be its owner.
 * @throws forbidden for who is no person, and where sign-up is closed; rate_limit_exceeded
 */
export async function createOwnOrganization(
  { actor, ...facts }: Scope,
  { name, timezone: timeZone }: z.output<typeof NewOrganization>,
): Promise<CreatedOrganization> {
  if (actor.type !== "user" || actor.id === null) {
    throw new AppError("forbidden", "Only a signed-in person can make an organization.");
  }
  await requireSignUp(facts.ipAddress);
  const owner = { userId: actor.id, name: actor.name };
  return await createOrganization(facts, { name, timeZone, owner });
}

function addressTaken(error: unknown): never {
  if (sqlState(error) === "23505") {
    throw new AppError(
      "conflict",
      "This address cannot be used with this password. If it is yours, sign in.",
      {
        details: { email: "cannot be used with this password; if it is yours, sign in" },
        cause: error,
      },
    );
  }
  throw error;
}
