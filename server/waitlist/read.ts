import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Caller } from "../bookings/access";
import { type Db, prisma } from "../db";
import { env } from "../env";
import { AppError, notFound, unknownCursor } from "../errors";
import { logoSelect, logoUrl } from "../organizations/logo";
import { defaultLimit, page } from "../schema";
import { provenOrganization, type Scope } from "../scope";
import { entryInclude, entryResource } from "./resource";
import {
  GuestEntry,
  type ListWaitlist,
  type WaitlistEntry,
  type WaitlistEntryId,
  type WaitlistList,
} from "./schema";

const Questions = GuestEntry.shape.questions;

/** Places in the line by entry, of those who wait. */
async function positions(db: Db, ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; position: number }[]>`
    SELECT w.id, (SELECT count(*)::int FROM waitlist_entries before
                  WHERE before.event_type_id = w.event_type_id AND before.status = 'waiting' AND before.id <= w.id) AS position
    FROM waitlist_entries w WHERE w.id = ANY(${ids}::uuid[]) AND w.status = 'waiting'`;
  return new Map(rows.map(({ id, position }) => [id, position]));
}

/** @throws not_found */
export async function readEntry(
  db: Db,
  id: string,
  options: { withToken: boolean },
): Promise<WaitlistEntry> {
  const row = await db.waitlistEntry.findUnique({ where: { id }, include: entryInclude });
  if (row === null) {
    throw notFound("Waitlist entry");
  }
  return entryResource(row, (await positions(db, [id])).get(id) ?? null, options);
}

export type AccessibleEntry = Awaited<ReturnType<typeof accessEntry>>;

/**
 * The entry if the caller may act on it: a key of its organization and mode, or its guest by token. `lock` holds the row
 * for the rest of the transaction.
 * @throws not_found for a key that may not see it; unauthorized for a wrong or missing token, the same for one that is
 * not there
 */
export async function accessEntry(
  db: Db,
  caller: Caller,
  { id, token, lock }: { id: string; token: string | undefined; lock: boolean },
) {
  if (lock) {
    await db.$queryRaw`SELECT id FROM waitlist_entries WHERE id = ${id}::uuid FOR UPDATE`;
  }
  const row = await db.waitlistEntry.findUnique({
    where: { id },
    include: {
      eventType: { include: { organization: true } },
      allocation: true,
    },
  });
  if (caller.scope !== null) {
    const { organizationId, isTest } = caller.scope;
    if (row === null || row.organizationId !== organizationId || row.isTest !== isTest) {
      throw notFound("Waitlist entry");
    }
    return { ...row, scope: caller.scope, byToken: false, clockOffsetMs: offsetOf(row) };
  }
  if (token === undefined) {
    throw new AppError("unauthorized", "Missing or invalid Authorization header");
  }
  if (row === null || !sameText(token, row.cancelToken)) {
    throw new AppError("unauthorized", "Invalid cancel token");
  }
  const scope: Scope = {
    nowMs: caller.nowMs,
    requestId: caller.requestId,
    ipAddress: caller.ipAddress,
    organizationId: provenOrganization(row.organizationId),
    isTest: row.isTest,
    actor: { type: "invitee", id: row.id, name: row.inviteeName },
  };
  return { ...row, scope, byToken: true, clockOffsetMs: offsetOf(row) };
}

/** By how much its side's time is ahead of the real one. */
const offsetOf = (row: {
  isTest: boolean;
  eventType: { organization: { testClockOffsetMs: bigint } };
}): number => (row.isTest ? Number(row.eventType.organization.testClockOffsetMs) : 0);

/** Compares in a time that tells nothing of where two texts differ, nor of their lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** @throws not_found */
export async function getEntry(scope: Scope, id: string): Promise<WaitlistEntry> {
  await accessEntry(prisma, { ...scope, scope }, { id, token: undefined, lock: false });
  return await readEntry(prisma, id, { withToken: true });
}

/**
 * An entry with what its guest's page says of it.
 * @throws not_found, unauthorized
 */
export async function getEntryForGuest(
  caller: Caller,
  { id, token }: z.output<typeof WaitlistEntryId>,
): Promise<z.infer<typeof GuestEntry>> {
  const { eventType } = await accessEntry(prisma, caller, { id, token, lock: false });
  const { organization } = eventType;
  const logo = await prisma.organizationLogo.findUnique({
    where: { organizationId: organization.id },
    select: logoSelect,
  });
  const mode = eventType.isTest ? "?mode=test" : "";
  return {
    entry: await readEntry(prisma, id, { withToken: false }),
    title: eventType.title,
    booking_page: `${env.PUBLIC_URL}/${organization.slug}/${eventType.slug}${mode}`,
    organization_name: organization.name,
    brand_color: organization.brandColor,
    logo_url: logoUrl(organization.id, logo),
    questions: Questions.parse(eventType.questions),
  };
}

/**
 * Who waits, or waited, in the caller's organization and mode, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listWaitlist(
  { organizationId, isTest }: Scope,
  input: z.output<typeof ListWaitlist>,
): Promise<z.infer<typeof WaitlistList>> {
  const { limit = defaultLimit, starting_after: after, event_type_id: eventTypeId, status } = input;
  const mine = { organizationId, isTest };
  if (after !== undefined) {
    if ((await prisma.waitlistEntry.findFirst({ where: { ...mine, id: after } })) === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.waitlistEntry.findMany({
    where: {
      ...mine,
      ...(eventTypeId === undefined ? {} : { eventTypeId }),
      ...(status === undefined ? {} : { status }),
      ...(after === undefined ? {} : { id: { lt: after } }),
    },
    include: entryInclude,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const places = await positions(
    prisma,
    rows.map(({ id }) => id),
  );
  return page(
    rows.map((row) => entryResource(row, places.get(row.id) ?? null, { withToken: true })),
    limit,
  );
}
