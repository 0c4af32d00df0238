import type { z } from "zod";
import { type Db, prisma } from "../db";
import { notFound, unknownCursor } from "../errors";
import type { CalendarConnection } from "../generated/prisma/client";
import { mayChange, ownMemberId } from "../members/read";
import { defaultLimit, page } from "../schema";
import type { Scope } from "../scope";
import { calendarResource } from "./resource";
import type { Calendar, CalendarList, ListCalendars } from "./schema";

/** Who asks, and whether for their own alone: a member sees and changes nobody else's calendars. */
export type Viewer = { scope: Scope; isOwnOnly: boolean };

/** Calendars belong to the live side: a test key has none, a person has theirs whichever side they look at. */
async function visible({ scope, isOwnOnly }: Viewer) {
  const memberId = isOwnOnly ? await ownMemberId(scope) : undefined;
  const isThere = mayChange(scope) && memberId !== null;
  return isThere
    ? {
        organizationId: scope.organizationId,
        disconnectedAt: null,
        ...(memberId === undefined ? {} : { memberId }),
      }
    : null;
}

/**
 * The connected calendars, newest first.
 * @throws validation_error for an unknown cursor
 */
export async function listCalendars(
  viewer: Viewer,
  { limit = defaultLimit, starting_after: after, member_id }: z.output<typeof ListCalendars>,
): Promise<z.infer<typeof CalendarList>> {
  const mine = await visible(viewer);
  if (after !== undefined) {
    const where = { id: after, organizationId: viewer.scope.organizationId };
    if (mine === null || (await prisma.calendarConnection.findFirst({ where })) === null) {
      throw unknownCursor();
    }
  }
  if (mine === null) {
    return { data: [], has_more: false };
  }
  const rows = await prisma.calendarConnection.findMany({
    where: {
      AND: [mine, ...(member_id === undefined ? [] : [{ memberId: member_id }])],
      ...(after === undefined ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return page(rows.map(calendarResource), limit);
}

/**
 * A connected calendar's row.
 * @throws not_found
 */
export async function requireCalendar(
  viewer: Viewer,
  id: string,
  db: Db = prisma,
): Promise<CalendarConnection> {
  const mine = await visible(viewer);
  const row = mine && (await db.calendarConnection.findFirst({ where: { AND: [mine, { id }] } }));
  if (!row) {
    throw notFound("Calendar");
  }
  return row;
}

/** @throws not_found */
export const getCalendar = async (viewer: Viewer, id: string): Promise<Calendar> =>
  calendarResource(await requireCalendar(viewer, id));
