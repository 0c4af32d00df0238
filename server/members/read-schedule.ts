import { StoredHours } from "../availability/off-hours";
import { windowResource } from "../availability/schema";
import { type Db, prisma } from "../db";
import { notFound } from "../errors";
import type { Scope } from "../scope";
import { mayChange } from "./read";
import type { MemberSchedule } from "./schema";

/**
 * A member's own hours and days off. Who never set any has none, in the organization's zone.
 * @throws not_found, for a test key too: the organization's people belong to its live side
 */
export async function getMemberSchedule(
  scope: Scope,
  id: string,
  db: Db = prisma,
): Promise<MemberSchedule> {
  const where = { id, organizationId: scope.organizationId, removedAt: null };
  const row = mayChange(scope)
    ? await db.member.findFirst({ where, include: { organization: true } })
    : null;
  if (row === null) {
    throw notFound("Member");
  }
  const hours = row.hours === null ? null : StoredHours.parse(row.hours);
  return {
    member_id: id,
    timezone: hours?.timeZone ?? row.organization.timeZone,
    rules:
      hours?.weekly?.map(([day, start, end]) => ({
        day_of_week: day,
        ...windowResource(start, end),
      })) ?? null,
    overrides: (hours?.overrides ?? []).map(({ date, windows }) => ({
      date,
      windows: windows.map(([start, end]) => windowResource(start, end)),
    })),
  };
}
