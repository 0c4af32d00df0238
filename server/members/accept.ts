import type { z } from "zod";
import { prisma, sqlState, transaction } from "../db";
import { AppError, notFound } from "../errors";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import { throttleSignIn } from "../rate-limit/throttle";
import { provenOrganization } from "../scope";
import { hashPassword, verifyPassword } from "../users/password";
import { hashOfToken } from "../users/reset-token";
import type { AcceptInvitation, InvitationLink, ShownInvitation } from "./schema";

type Facts = { nowMs: number; requestId: string | null; ipAddress: string | null };

/**
 * What the page behind an invitation's link shows.
 * @throws not_found for a link that never was, or was used, taken back or replaced
 */
export async function readInvitation(
  { nowMs }: Facts,
  { token }: z.output<typeof InvitationLink>,
): Promise<ShownInvitation> {
  const { email, role, invitedByName, organization, expiresAt } = await openInvitation(token);
  const user = await prisma.user.findUnique({ where: { email }, select: { id: true } });
  return {
    email,
    role: role === "admin" ? "admin" : "member",
    invited_by: invitedByName,
    organization_name: organization.name,
    is_over: expiresAt.getTime() <= nowMs,
    has_account: user !== null,
  };
}

async function openInvitation(token: string) {
  const row = await prisma.invitation.findUnique({
    where: { tokenHash: hashOfToken(token) },
    include: { organization: true },
  });
  if (row === null || row.acceptedAt !== null || row.revokedAt !== null) {
    throw notFound("Invitation");
  }
  return row;
}

/**
 * Makes the invited person a member: somebody new with the password they choose, or who has the address already, with the
 * password they have, which stays as it is. Of any number at once one does.
 * @throws not_found; bad_request for an invitation that is over; unauthorized for a known person's wrong password;
 * rate_limit_exceeded
 */
export async function acceptInvitation(
  facts: Facts,
  { token, name, password }: z.output<typeof AcceptInvitation>,
): Promise<{ organization_id: string; email: string }> {
  const invitation = await openInvitation(token);
  const { id, email, role, organizationId, expiresAt } = invitation;
  if (expiresAt.getTime() <= facts.nowMs) {
    throw new AppError(
      "bad_request",
      `This invitation was good for a week. Ask ${invitation.invitedByName} for another one.`,
    );
  }
  if (!(await throttleSignIn(email, facts.ipAddress))) {
    throw new AppError("rate_limit_exceeded", "Too many attempts. Wait 15 minutes and try again.");
  }
  const person = await personOf({ email, name, password });
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM invitations WHERE id = ${id}::uuid FOR UPDATE`;
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: new Date(facts.nowMs) },
    });
    if (count === 0) {
      throw notFound("Invitation");
    }
    if ("passwordHash" in person) {
      await tx.user.create({ data: { ...person, email } });
    }
    const member = await tx.member.upsert({
      where: { organizationId_userId: { organizationId, userId: person.id } },
      create: { id: newId(), organizationId, userId: person.id, role },
      update: { role, removedAt: null },
    });
    const scope = {
      ...facts,
      organizationId: provenOrganization(organizationId),
      isTest: false,
      actor: { type: "user" as const, id: person.id, name: person.name },
    };
    await recordEvent(tx, scope, {
      action: "member.joined",
      resourceType: "member",
      resourceId: member.id,
      summary: `${person.name} joined as ${role}`,
    });
  }).catch((error: unknown) => {
    // Made by somebody else meanwhile: by sign-up, or by another invitation.
    throw sqlState(error) === "23505" ? wrongPassword() : error;
  });
  return { organization_id: organizationId, email };
}

type Person = { id: string; name: string } | { id: string; name: string; passwordHash: string };

async function personOf(typed: {
  email: string;
  name: string | undefined;
  password: string;
}): Promise<Person> {
  const known = await prisma.user.findUnique({ where: { email: typed.email } });
  if (known !== null) {
    if (!(await verifyPassword(typed.password, known.passwordHash))) {
      throw wrongPassword();
    }
    return { id: known.id, name: known.name };
  }
  if (typed.name === undefined) {
    throw new AppError("validation_error", "name is required", {
      details: { name: "is required" },
    });
  }
  return { id: newId(), name: typed.name, passwordHash: await hashPassword(typed.password) };
}

const wrongPassword = () =>
  new AppError("unauthorized", "That is not the password of this account.", {
    details: { password: "is not that of this account" },
  });
