import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import { withLogo, logoUrl } from "../organizations/logo";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { eventTypeResource } from "./resource";
import type { EventType, EventTypeList, EventTypePage, ListEventTypes } from "./schema";

const include = { organization: { select: { slug: true } } } as const;

/** What a caller may see: the organization's and mode's types that were not deleted. */
const visible = (scope: Scope) => ({
  organizationId: scope.organizationId,
  isTest: scope.isTest,
  deletedAt: null,
});

/**
 * The event types of the caller's organization and mode, newest first.
 * @throws validation_error for an unknown cursor.
 */
export async function listEventTypes(
  scope: Scope,
  input: z.output<typeof ListEventTypes>,
): Promise<z.infer<typeof EventTypeList>> {
  const limit = input.limit ?? defaultLimit;
  if (input.starting_after !== undefined) {
    const where = { organizationId: scope.organizationId, isTest: scope.isTest };
    const cursor = await prisma.eventType.findFirst({
      where: { ...where, id: input.starting_after },
    });
    if (cursor === null) {
      throw unknownCursor();
    }
  }
  const rows = await prisma.eventType.findMany({
    where: {
      ...visible(scope),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...(input.starting_after === undefined ? {} : { id: { lt: input.starting_after } }),
    },
    include,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(eventTypeResource), limit);
}

/** @throws not_found */
export async function getEventType(scope: Scope, id: string, db: Db = prisma): Promise<EventType> {
  const row = await db.eventType.findFirst({ where: { ...visible(scope), id }, include });
  if (row === null) {
    throw notFound("Event type");
  }
  return eventTypeResource(row);
}

/**
 * A type as a stranger may see it: active, and live (contract §2).
 * @throws not_found
 */
export async function getPublicEventType(id: string): Promise<EventType> {
  const row = await prisma.eventType.findFirst({
    where: { id, active: true, isTest: false, deletedAt: null },
    include,
  });
  if (row === null) {
    throw notFound("Event type");
  }
  return eventTypeResource(row);
}

/** What the hosted page shows of a type, found by its address; test types are shown to who has that address. */
export async function getEventTypeBySlug(
  organizationSlug: string,
  slug: string,
  isTest: boolean,
): Promise<EventTypePage> {
  const row = await prisma.eventType.findFirst({
    where: {
      slug,
      isTest,
      active: true,
      deletedAt: null,
      organization: { slug: organizationSlug },
    },
    include: { organization: withLogo },
  });
  if (row === null) {
    throw notFound("Event type");
  }
  const { id, name, brandColor, logo } = row.organization;
  return {
    ...eventTypeResource(row),
    organization_name: name,
    brand_color: brandColor,
    logo_url: logoUrl(id, logo),
  };
}
