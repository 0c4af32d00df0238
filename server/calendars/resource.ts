import { z } from "zod";
import type { CalendarConnection } from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import { AccountCalendar, type Calendar } from "./schema";

const Calendars = z.array(AccountCalendar);

/** The calendars of an account as their column holds them. */
export const calendarsOf = ({ calendars }: Pick<CalendarConnection, "calendars">) =>
  Calendars.parse(calendars);

/** The row as REST and dashboard see it: never what lets us in. */
export const calendarResource = (row: CalendarConnection): Calendar => ({
  id: row.id,
  member_id: row.memberId,
  provider: row.provider,
  calendar_id: row.calendarId,
  account_email: row.accountEmail,
  connected_at: instant(row.connectedAt),
  status: row.status,
  last_sync_at: instantOrNull(row.lastSyncAt),
  sync_status: row.syncStatus,
  sync_error: row.syncError,
  provider_metadata: { server_url: row.serverUrl, calendars: calendarsOf(row) },
});
