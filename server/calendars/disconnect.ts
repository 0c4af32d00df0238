import { type Db, transaction } from "../db";
import { recordEvent } from "../events/record";
import type { CalendarConnection } from "../generated/prisma/client";
import { log } from "../log";
import type { Scope } from "../scope";
import { forgetReadings } from "./busy-cache";
import { providerNames } from "./connect";
import { revokeGrant } from "./oauth";
import { requireCalendar, type Viewer } from "./read";
import { registeredProvider } from "./registered";
import { GrantSecret, openSecret } from "./secret";

/**
 * Disconnects a calendar: its busy times no longer count, its bookings are no longer written, and what let us in is
 * forgotten, and taken back where the provider can. The events already written stay in the calendar.
 * @throws not_found
 */
export async function disconnectCalendar(viewer: Viewer, id: string): Promise<void> {
  const row = await transaction(async (tx) => {
    const found = await requireCalendar(viewer, id, tx);
    await disconnect(tx, viewer.scope, found);
    return found;
  });
  forgetReadings(id);
  await takeBack(row);
}

/** Disconnects all of a member's calendars, in the transaction that ends the membership. */
export async function disconnectMember(tx: Db, scope: Scope, memberId: string): Promise<void> {
  const rows = await tx.calendarConnection.findMany({ where: { memberId, disconnectedAt: null } });
  for (const row of rows) {
    await disconnect(tx, scope, row);
  }
}

async function disconnect(tx: Db, scope: Scope, row: CalendarConnection): Promise<void> {
  const { id } = row;
  await tx.calendarConnection.update({
    where: { id },
    data: { disconnectedAt: new Date(scope.nowMs), secret: null, calendarId: null },
  });
  await tx.calendarEvent.deleteMany({ where: { connectionId: id } });
  await tx.booking.updateMany({
    where: { calendarConnectionId: id },
    data: { calendarConnectionId: null, calendarEventId: null, calendarEventStatus: null },
  });
  await recordEvent(tx, scope, {
    action: "calendar.disconnected",
    resourceType: "calendar",
    resourceId: id,
    summary: `Disconnected ${providerNames[row.provider]} (${row.accountEmail ?? ""})`,
  });
}

/** What the provider does not take back ends by itself, and nobody here knows it any more. */
async function takeBack({ id, provider, secret }: CalendarConnection): Promise<void> {
  if ((provider !== "google" && provider !== "microsoft") || secret === null) {
    return;
  }
  const registered = registeredProvider(provider);
  if (registered === null) {
    return;
  }
  const { refreshToken } = openSecret(GrantSecret, id, secret);
  await revokeGrant(registered, refreshToken).catch((error: unknown) => {
    log.warn({ err: error, connection: id }, "a grant could not be taken back");
  });
}
