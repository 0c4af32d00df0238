import type { z } from "zod";
import { transaction } from "../db";
import { AppError } from "../errors";
import { changedFields } from "../events/changes";
import { recordEvent } from "../events/record";
import { forgetReadings } from "./busy-cache";
import { providerNames, releaseReceiving } from "./connect";
import { requireCalendar, type Viewer } from "./read";
import { calendarResource, calendarsOf } from "./resource";
import type { AccountCalendar, Calendar, UpdateCalendar } from "./schema";

/**
 * Chooses which of an account's calendars count as busy, and which one receives the member's bookings. Bookings ahead follow
 * to the calendar that is chosen.
 * @throws not_found; validation_error for a calendar that is not the account's, or cannot be written
 */
export async function updateCalendar(
  viewer: Viewer,
  { id, calendar_id: receiving, busy_calendar_ids: busy }: z.output<typeof UpdateCalendar>,
): Promise<Calendar> {
  const { scope } = viewer;
  const calendar = await transaction(async (tx) => {
    const row = await requireCalendar(viewer, id, tx);
    // The same lock as connecting's: which account receives is decided among all of a member's.
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${row.memberId}::uuid FOR UPDATE`;
    const calendars = calendarsOf(row);
    requireKnown(calendars, busy ?? [], "busy_calendar_ids");
    if (receiving !== undefined && receiving !== null) {
      const writable = calendars.filter((each) => each.is_writable);
      requireKnown(writable, [receiving], "calendar_id");
      await releaseReceiving(tx, row.memberId);
    }
    const before = calendarResource(row);
    const updated = await tx.calendarConnection.update({
      where: { id },
      data: {
        ...(receiving === undefined ? {} : { calendarId: receiving }),
        ...(busy === undefined
          ? {}
          : {
              calendars: calendars.map((each) => ({ ...each, is_busy: busy.includes(each.id) })),
            }),
      },
    });
    const after = calendarResource(updated);
    await recordEvent(tx, scope, {
      action: "calendar.updated",
      resourceType: "calendar",
      resourceId: id,
      summary: `Changed how ${providerNames[row.provider]} (${row.accountEmail ?? ""}) is used`,
      changes: changedFields(before, after),
    });
    return after;
  });
  forgetReadings(id);
  return calendar;
}

function requireKnown(calendars: AccountCalendar[], ids: string[], field: string): void {
  if (ids.every((id) => calendars.some((each) => each.id === id))) {
    return;
  }
  const known = calendars.map((each) => each.id);
  throw new AppError("validation_error", `${field} names a calendar that the account lacks`, {
    details: {
      [field]:
        known.length === 0 ? "must be empty for this account" : `must be of: ${known.join(", ")}`,
    },
  });
}
