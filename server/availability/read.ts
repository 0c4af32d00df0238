import { type Db, prisma } from "../db";
import { notFound } from "../errors";
import { instant } from "../schema";
import type { Scope } from "../scope";
import { type AvailabilityRules, windowResource } from "./schema";

/**
 * An event type's weekly windows and date overrides, by day and time.
 * @throws not_found
 */
export async function getAvailabilityRules(
  scope: Scope,
  eventTypeId: string,
  db: Db = prisma,
): Promise<AvailabilityRules> {
  const { organizationId, isTest } = scope;
  const row = await db.eventType.findFirst({
    where: { id: eventTypeId, organizationId, isTest, deletedAt: null },
    include: {
      rules: { orderBy: [{ dayOfWeek: "asc" }, { startSeconds: "asc" }] },
      overrides: { orderBy: { date: "asc" } },
    },
  });
  if (row === null) {
    throw notFound("Event type");
  }
  return {
    event_type_id: row.id,
    timezone: row.timeZone,
    rules: row.rules.map((rule) => ({
      id: rule.id,
      event_type_id: row.id,
      day_of_week: rule.dayOfWeek,
      ...windowResource(rule.startSeconds, rule.endSeconds),
      created_at: instant(rule.createdAt),
    })),
    overrides: row.overrides.map((override) => ({
      date: override.date.toISOString().slice(0, "YYYY-MM-DD".length),
      windows: override.startSeconds.map((startSeconds, index) =>
        windowResource(startSeconds, override.endSeconds[index] ?? startSeconds),
      ),
    })),
  };
}
