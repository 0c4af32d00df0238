import type { z } from "zod";
import { type Db, prisma } from "../db";
import { env } from "../env";
import { notFound, unknownCursor } from "../errors";
import type { Email } from "../generated/prisma/client";
import { defaultLimit, page } from "../schema";
import { reachesPeople, type Scope } from "../scope";
import { emailResource } from "./resource";
import type { EmailList, ListEmails, WholeEmail } from "./schema";

/** The test side has no mail. @throws not_found */
export async function readEmail(scope: Scope, id: string, db: Db): Promise<Email> {
  const where = { id, organizationId: scope.organizationId };
  const row = reachesPeople(scope) ? await db.email.findFirst({ where }) : null;
  if (row === null) {
    throw notFound("E-mail");
  }
  return row;
}

/** @throws not_found */
export async function getEmail(scope: Scope, id: string): Promise<WholeEmail> {
  const row = await readEmail(scope, id, prisma);
  return { ...emailResource(row), html: row.html, text: row.text, ics: row.ics };
}

/**
 * The organization's mail, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listEmails(
  scope: Scope,
  { limit = defaultLimit, starting_after: after, status }: z.output<typeof ListEmails>,
): Promise<EmailList> {
  const sends = env.SMTP_URL !== undefined;
  if (!reachesPeople(scope)) {
    return { data: [], has_more: false, sends };
  }
  const mine = { organizationId: scope.organizationId };
  if (after !== undefined) {
    const cursor = await prisma.email.findFirst({ where: { ...mine, id: after } });
    if (cursor === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.email.findMany({
    where: {
      ...mine,
      ...(status === undefined ? {} : { status }),
      ...(after === undefined ? {} : { id: { lt: after } }),
    },
    omit: { html: true, text: true, ics: true },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return { ...page(rows.map(emailResource), limit), sends };
}
