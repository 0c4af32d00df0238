import type { CalendarProvider } from "../generated/prisma/client";
import { type Sql, sql } from "../sql";

/** A connection with what it takes to use it. */
export type Connection = {
  id: string;
  organizationId: string;
  memberId: string;
  provider: CalendarProvider;
  serverUrl: string | null;
  /** Encrypted; see secret.ts. */
  secret: string;
  /** Ids of the calendars whose busy times count. */
  busyCalendarIds: string[];
  /** Which receives bookings. */
  calendarId: string | null;
  needsReconnect: boolean;
  /** IANA zone of times and dates that come without one: the member's own, else the organization's. */
  timeZone: string;
};

/** Connections that are still connected, by their ids; the others are left out. */
export const readConnections = async (ids: string[], db: Sql = sql): Promise<Connection[]> =>
  await db.$queryRaw<Connection[]>`
    SELECT c.id, c.organization_id AS "organizationId", c.member_id AS "memberId", c.provider::text AS provider,
      c.server_url AS "serverUrl", c.secret, c.calendar_id AS "calendarId",
      ARRAY(SELECT each->>'id' FROM jsonb_array_elements(c.calendars) each WHERE (each->>'is_busy')::boolean)
        AS "busyCalendarIds",
      c.status = 'needs_reconnect' AS "needsReconnect",
      coalesce(m.hours->>'timeZone', o.time_zone) AS "timeZone"
    FROM calendar_connections c
    JOIN members m ON m.id = c.member_id
    JOIN organizations o ON o.id = c.organization_id
    WHERE c.id = ANY(${ids}::uuid[]) AND c.disconnected_at IS NULL`;
