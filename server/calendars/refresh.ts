import { transaction } from "../db";
import { notFound } from "../errors";
import { recordEvent } from "../events/record";
import { accountOf } from "./account";
import { forgetReadings } from "./busy-cache";
import { providerNames, withChoices } from "./connect";
import { type Connection, readConnections } from "./connection";
import type { ListedCalendar } from "./provider";
import { requireCalendar, type Viewer } from "./read";
import { calendarResource } from "./resource";
import type { Calendar } from "./schema";
import { forgetNoted, noteFailure } from "./status";

/**
 * Asks a calendar's account now: whether it lets us in, and which calendars it has; those that are new count as busy. What
 * came of it is in the status.
 * @throws not_found
 */
export async function refreshCalendar(viewer: Viewer, id: string): Promise<Calendar> {
  await requireCalendar(viewer, id);
  const [connection] = await readConnections([id]);
  if (connection === undefined) {
    throw notFound("Calendar");
  }
  forgetReadings(id);
  forgetNoted(id);
  const listed = await ask(connection);
  return await transaction(async (tx) => {
    const row = await requireCalendar(viewer, id, tx);
    const updated =
      listed === undefined
        ? row
        : await tx.calendarConnection.update({
            where: { id },
            data: {
              calendars: withChoices(listed, row),
              syncStatus: "ok",
              syncError: null,
              lastSyncAt: new Date(),
            },
          });
    await recordEvent(tx, viewer.scope, {
      action: "calendar.refreshed",
      resourceType: "calendar",
      resourceId: id,
      summary: `Asked ${providerNames[row.provider]} (${row.accountEmail ?? ""}) anew`,
    });
    return calendarResource(updated);
  });
}

/** Undefined when it does not answer, or needs to be connected again; that is noted. */
async function ask(connection: Connection): Promise<ListedCalendar[] | undefined> {
  if (connection.needsReconnect) {
    return undefined;
  }
  try {
    return await accountOf(connection).listCalendars();
  } catch (error) {
    await noteFailure(connection, error);
    return undefined;
  }
}
