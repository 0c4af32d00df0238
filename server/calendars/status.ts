import { dropOldest } from "../drop-oldest";
import { eventValues } from "../events/record";
import { log } from "../log";
import { astrocal, provenOrganization } from "../scope";
import { sql } from "../sql";
import type { Connection } from "./connection";
import { CalendarError } from "./provider";

type Noted = { error: string | null; atMs: number };

// One process holds two module graphs (see db.ts), which note together.
declare global {
  var astrocalNotedCalendars: Map<string, Noted> | undefined;
}
/** What this process last wrote of each connection: readings come by the second, and few say anything new. */
const noted = (globalThis.astrocalNotedCalendars ??= new Map<string, Noted>());
const maxNoted = 10_000;
/** How old `last_sync_at` may grow while all is well. */
const renewMs = 30_000;

type Known = Pick<Connection, "id" | "organizationId">;

/** Notes that a connection was read or written in full. */
export async function noteSuccess({ id }: Known): Promise<void> {
  if (isNews(id, null)) {
    await sql.$executeRaw`
      UPDATE calendar_connections SET sync_status = 'ok', sync_error = NULL, last_sync_at = now()
      WHERE id = ${id}::uuid AND disconnected_at IS NULL`;
  }
}

/**
 * Notes why a connection could not be read or written. One that no longer lets us in needs to be connected again, which is
 * an event, once: its member is told. In statements of their own, whatever transaction the caller is about to open.
 * @returns the error as one of a calendar's
 */
export async function noteFailure(connection: Known, thrown: unknown): Promise<CalendarError> {
  const error = asCalendarError(connection, thrown);
  const { id, organizationId } = connection;
  if (error.reason === "refused") {
    const event = eventValues(systemScope(organizationId), {
      action: "calendar.needs_reconnect",
      resourceType: "calendar",
      resourceId: id,
      summary: "A calendar no longer lets Astrocal in",
    });
    await sql.$executeRaw`
      WITH ended AS (
        UPDATE calendar_connections
        SET status = 'needs_reconnect', sync_status = 'failing', sync_error = ${error.message}
        WHERE id = ${id}::uuid AND status = 'connected' AND disconnected_at IS NULL RETURNING id)
      INSERT INTO events (id, organization_id, is_test, action, actor_type, actor_id, actor_name,
                          resource_type, resource_id, summary)
      SELECT ${event.id}::uuid, ${organizationId}::uuid, false, ${event.action}, 'system', NULL, ${event.actorName},
             ${event.resourceType}, ended.id, ${event.summary}
      FROM ended`;
  } else if (isNews(id, error.message)) {
    await sql.$executeRaw`
      UPDATE calendar_connections SET sync_status = 'failing', sync_error = ${error.message}
      WHERE id = ${id}::uuid AND status = 'connected' AND disconnected_at IS NULL`;
  }
  return error;
}

/** What is done by nobody in person. */
const systemScope = (organizationId: string) => ({
  organizationId: provenOrganization(organizationId),
  isTest: false,
  actor: astrocal,
  nowMs: Date.now(),
  requestId: null,
  ipAddress: null,
});

/** What a provider's code did not foresee is no reason to think a host free. */
function asCalendarError({ id }: Known, thrown: unknown): CalendarError {
  if (thrown instanceof CalendarError) {
    return thrown;
  }
  log.error({ err: thrown, connection: id }, "a calendar failed in an unknown way");
  return new CalendarError("invalid", "The calendar's answer could not be understood", {
    cause: thrown,
  });
}

function isNews(id: string, error: string | null): boolean {
  const before = noted.get(id);
  const nowMs = performance.now();
  if (before !== undefined && before.error === error && nowMs - before.atMs < renewMs) {
    return false;
  }
  noted.delete(id);
  noted.set(id, { error, atMs: nowMs });
  dropOldest(noted, maxNoted);
  return true;
}

/** To be called when a connection was changed by other means: what is noted next is news. */
export const forgetNoted = (id: string): boolean => noted.delete(id);
