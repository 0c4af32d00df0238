import { type Db, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import type { CalendarConnection, CalendarProvider } from "../generated/prisma/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import { forgetReadings } from "./busy-cache";
import { type CalendarAccount, CalendarError, type ListedCalendar } from "./provider";
import { calendarsOf } from "./resource";
import type { AccountCalendar } from "./schema";
import { forgetNoted } from "./status";
import type { Whose } from "./whose";

/** An account that has let us in, with the calendars it has. */
export type Opened = {
  provider: CalendarProvider;
  accountEmail: string;
  serverUrl: string | null;
  calendars: ListedCalendar[];
  /** Which of them is to receive bookings, if the caller has said. */
  receiving: string | null;
  /** Whether a connection of the same provider, person and server is to this very account. */
  isSame: (row: CalendarConnection) => boolean;
  /** What the column holds, for the id the connection is given. */
  seal: (connectionId: string) => string;
};

/** As many calendars as a member may connect: each is read for every question. */
const maxConnections = 10;

export const providerNames = {
  google: "Google Calendar",
  microsoft: "Microsoft 365",
  caldav: "CalDAV",
  ics: "Calendar feed",
} as const satisfies Record<CalendarProvider, string>;

/**
 * Keeps an account that was just let in. One that its member had connected already is connected anew, with the choice of
 * calendars made then; a new one counts whole as busy, and receives bookings where no other of the member's does.
 * @throws bad_request for more accounts than a member may connect
 */
export async function connectAccount(
  scope: Scope,
  whose: Whose,
  opened: Opened,
): Promise<CalendarConnection> {
  const row = await transaction(async (tx) => {
    // Two at once would both think theirs is the first.
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${whose.id}::uuid FOR UPDATE`;
    const live = await tx.calendarConnection.findMany({
      where: { memberId: whose.id, disconnectedAt: null },
    });
    const same = live.find((each) => isSame(each, opened));
    return same === undefined
      ? await insert(tx, scope, { whose, opened, live })
      : await renew(tx, scope, { row: same, opened, whose });
  });
  forgetReadings(row.id);
  forgetNoted(row.id);
  return row;
}

const isSame = (row: CalendarConnection, opened: Opened): boolean =>
  row.provider === opened.provider &&
  row.accountEmail === opened.accountEmail &&
  row.serverUrl === opened.serverUrl &&
  opened.isSame(row);

async function insert(
  tx: Db,
  scope: Scope,
  { whose, opened, live }: { whose: Whose; opened: Opened; live: CalendarConnection[] },
): Promise<CalendarConnection> {
  if (live.length >= maxConnections) {
    throw new AppError(
      "bad_request",
      `A member can connect ${maxConnections} accounts. Disconnect one first.`,
    );
  }
  const id = newId();
  const writable = opened.calendars.filter((each) => each.isWritable);
  const isFirst = live.every(({ calendarId }) => calendarId === null);
  const receiving =
    opened.receiving ??
    (isFirst ? (writable.find((each) => each.isPrimary) ?? writable[0])?.id : undefined);
  if (opened.receiving !== null) {
    await releaseReceiving(tx, whose.id);
  }
  const row = await tx.calendarConnection.create({
    data: {
      id,
      organizationId: scope.organizationId,
      memberId: whose.id,
      provider: opened.provider,
      accountEmail: opened.accountEmail,
      serverUrl: opened.serverUrl,
      secret: opened.seal(id),
      calendars: opened.calendars.map((each) => stored(each, true)),
      calendarId: receiving ?? null,
      syncStatus: "ok",
      lastSyncAt: new Date(scope.nowMs),
    },
  });
  await recordEvent(tx, scope, {
    action: "calendar.connected",
    resourceType: "calendar",
    resourceId: id,
    summary: `Connected ${providerNames[opened.provider]} (${opened.accountEmail}) of ${whose.name}`,
  });
  return row;
}

async function renew(
  tx: Db,
  scope: Scope,
  { row, opened, whose }: { row: CalendarConnection; opened: Opened; whose: Whose },
): Promise<CalendarConnection> {
  const isThere = opened.calendars.some(({ id }) => id === row.calendarId);
  const data = {
    secret: opened.seal(row.id),
    calendars: withChoices(opened.calendars, row),
    calendarId: isThere ? row.calendarId : null,
    status: "connected" as const,
    syncStatus: "ok" as const,
    syncError: null,
    lastSyncAt: new Date(scope.nowMs),
  };
  const renewed = await tx.calendarConnection.update({ where: { id: row.id }, data });
  await recordEvent(tx, scope, {
    action: "calendar.reconnected",
    resourceType: "calendar",
    resourceId: row.id,
    summary: `Connected ${providerNames[row.provider]} (${opened.accountEmail}) of ${whose.name} again`,
  });
  return renewed;
}

/** Lets none of a member's accounts receive bookings, so that another may. */
export const releaseReceiving = async (tx: Db, memberId: string): Promise<unknown> =>
  await tx.calendarConnection.updateMany({
    where: { memberId, calendarId: { not: null } },
    data: { calendarId: null },
  });

const stored = ({ id, name, isWritable }: ListedCalendar, isBusy: boolean): AccountCalendar => ({
  id,
  name,
  is_writable: isWritable,
  is_busy: isBusy,
});

/** An account's calendars as listed now, with what was chosen of them before; one that is new counts as busy, as all did at first. */
export function withChoices(
  listed: ListedCalendar[],
  row: Pick<CalendarConnection, "calendars">,
): AccountCalendar[] {
  const before = new Map(calendarsOf(row).map((each) => [each.id, each.is_busy]));
  return listed.map((each) => stored(each, before.get(each.id) ?? true));
}

/**
 * The calendars of an account that somebody wants to connect.
 * @param field the input that is to blame
 * @param refusedField the one that is when we are not let in
 * @throws bad_request, in the provider's words, when it does not let us in
 */
export async function openAccount(
  account: Pick<CalendarAccount, "listCalendars">,
  field: string,
  refusedField = field,
): Promise<ListedCalendar[]> {
  try {
    return await account.listCalendars();
  } catch (error) {
    if (error instanceof CalendarError) {
      throw new AppError("bad_request", `${error.message}.`, {
        details: { [error.reason === "refused" ? refusedField : field]: error.message },
        cause: error,
      });
    }
    throw error;
  }
}
