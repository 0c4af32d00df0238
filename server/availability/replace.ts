import type { z } from "zod";
import { offerFreed } from "../bookings/offer-freed";
import { type Db, transaction } from "../db";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { getAvailabilityRules } from "./read";
import type { AvailabilityRules, ReplaceAvailability } from "./schema";

/**
 * Puts these windows and overrides in place of all there were. Bookings made stay as they are; what is
 * offered more than before is held for who waits for it.
 * @throws not_found
 */
export async function replaceAvailability(
  scope: Scope,
  input: z.output<typeof ReplaceAvailability>,
): Promise<AvailabilityRules> {
  return await transaction(async (tx) => {
    const change = { scope, eventTypeIds: [input.id] };
    return await offerFreed(tx, change, () => replace(tx, scope, input));
  });
}

async function replace(
  tx: Db,
  scope: Scope,
  input: z.output<typeof ReplaceAvailability>,
): Promise<AvailabilityRules> {
  // Two replacements at once would leave both sets: the second waits here.
  await tx.$queryRaw`SELECT id FROM event_types WHERE id = ${input.id}::uuid FOR UPDATE`;
  const before = await getAvailabilityRules(scope, input.id, tx);
  await tx.availabilityRule.deleteMany({ where: { eventTypeId: input.id } });
  await tx.availabilityOverride.deleteMany({ where: { eventTypeId: input.id } });
  await tx.eventType.update({
    where: { id: input.id },
    data: { timeZone: input.timezone, updatedAt: new Date(scope.nowMs) },
  });
  await tx.availabilityRule.createMany({
    data: input.rules.map((rule) => ({
      id: newId(),
      eventTypeId: input.id,
      dayOfWeek: rule.day_of_week,
      startSeconds: rule.start_time,
      endSeconds: rule.end_time,
    })),
  });
  await tx.availabilityOverride.createMany({
    data: (input.overrides ?? []).map(({ date, windows }) => ({
      id: newId(),
      eventTypeId: input.id,
      date: new Date(`${date}T00:00:00.000Z`),
      startSeconds: windows.map((window) => window.start_time),
      endSeconds: windows.map((window) => window.end_time),
    })),
  });
  const after = await getAvailabilityRules(scope, input.id, tx);
  await recordEvent(tx, scope, {
    action: "event_type.availability_updated",
    resourceType: "event_type",
    resourceId: input.id,
    summary: "Changed when the event type can be booked",
    changes: changedFields(comparable(before), comparable(after)),
  });
  return after;
}

/** Rules without their ids, which a replacement always changes. */
const comparable = ({ timezone, rules, overrides }: AvailabilityRules) => ({
  timezone,
  rules: rules.map(({ day_of_week, start_time, end_time }) => ({
    day_of_week,
    start_time,
    end_time,
  })),
  overrides,
});
