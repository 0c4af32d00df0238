import type { z } from "zod";
import { type Db, sqlState, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { eventTypeColumns, requireConsistent } from "./fields";
import { eventTypeResource } from "./resource";
import type { CreateEventType, EventType } from "./schema";

/** Monday to Friday. */
const workingDays = [1, 2, 3, 4, 5];
const openingSeconds = 9 * 3600;
const closingSeconds = 17 * 3600;

/**
 * Makes an event type, open Monday to Friday 09:00–17:00 in the organization's zone (contract §3).
 * @throws validation_error when fields contradict each other; conflict when the slug is in use.
 */
export async function createEventType(
  scope: Scope,
  input: z.output<typeof CreateEventType>,
): Promise<EventType> {
  requireConsistent(input);
  return await transaction((tx) => insertEventType(tx, scope, input)).catch(slugTaken);
}

/** Within a transaction of the caller's; see `createEventType`. */
export async function insertEventType(
  tx: Db,
  scope: Scope,
  input: z.output<typeof CreateEventType>,
): Promise<EventType> {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { timeZone: true },
  });
  const { title, slug, duration_minutes: durationMinutes } = input;
  const row = await tx.eventType.create({
    data: {
      id: newId(),
      organizationId: scope.organizationId,
      isTest: scope.isTest,
      timeZone: organization.timeZone,
      ...eventTypeColumns(input),
      title,
      slug,
      durationMinutes,
    },
    include: { organization: { select: { slug: true } } },
  });
  await tx.availabilityRule.createMany({
    data: workingDays.map((dayOfWeek) => ({
      id: newId(),
      eventTypeId: row.id,
      dayOfWeek,
      startSeconds: openingSeconds,
      endSeconds: closingSeconds,
    })),
  });
  await recordEvent(tx, scope, {
    action: "event_type.created",
    resourceType: "event_type",
    resourceId: row.id,
    summary: `Created event type "${row.title}"`,
  });
  return eventTypeResource(row);
}

/** Translates the slug's unique index. */
export function slugTaken(error: unknown): never {
  if (sqlState(error) === "23505") {
    throw new AppError("conflict", "Another event type has this slug. Choose a different one.", {
      details: { slug: "is in use" },
      cause: error,
    });
  }
  throw error;
}
