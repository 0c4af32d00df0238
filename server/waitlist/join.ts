import { requireDuration } from "../availability/duration";
import { requireVisible } from "../availability/list";
import { loadAvailability } from "../availability/load";
import type { Caller } from "../bookings/access";
import { sqlState, transaction } from "../db";
import { AppError } from "../errors";
import { recordEvent } from "../events/record";
import { newId, newToken } from "../ids";
import { provenOrganization, type Scope } from "../scope";
import { readEntry } from "./read";
import type { JoinWaitlist, WaitlistEntry } from "./schema";

/**
 * Puts somebody at the end of an event type's line, for a certain start or any. Whoever comes at once for the last place
 * of a line waits for the others.
 * @throws not_found; bad_request where the waitlist is not enabled, for a duration that is not offered or a start that is
 * past; conflict when the line is full or the person is in it
 */
export async function joinWaitlist(caller: Caller, input: JoinWaitlist): Promise<WaitlistEntry> {
  const { event_type_id: eventTypeId, start_time: startMs = null } = input;
  const wishedMinutes = input.duration_minutes ?? null;
  return await transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`waitlist of ${eventTypeId}`}, 0))::text`;
    const range = { fromMs: caller.nowMs, toMs: caller.nowMs + 1 };
    const type = await loadAvailability(tx, eventTypeId, range);
    requireVisible(type, caller.scope);
    if (!type.waitlistEnabled || !type.active) {
      throw new AppError("bad_request", "The waitlist of this event type is not enabled.");
    }
    if (wishedMinutes !== null) {
      requireDuration(type, wishedMinutes);
    }
    if (startMs !== null && startMs <= caller.nowMs + type.clockOffsetMs) {
      throw new AppError("bad_request", "start_time is past", {
        details: { start_time: "is past" },
      });
    }
    if (type.waitlistMaxSize !== null && type.waiting >= type.waitlistMaxSize) {
      throw new AppError("conflict", "The waitlist is full.");
    }
    const id = newId();
    const organizationId = provenOrganization(type.organizationId);
    await tx.waitlistEntry.create({
      data: {
        id,
        organizationId,
        isTest: type.isTest,
        eventTypeId,
        inviteeName: input.invitee_name,
        inviteeEmail: input.invitee_email,
        inviteeTimeZone: input.invitee_timezone,
        notes: input.notes ?? null,
        wishedStartAt: startMs === null ? null : new Date(startMs),
        wishedMinutes,
        cancelToken: newToken(),
      },
    });
    const scope: Scope = caller.scope ?? {
      nowMs: caller.nowMs,
      requestId: caller.requestId,
      ipAddress: caller.ipAddress,
      organizationId,
      isTest: type.isTest,
      actor: { type: "invitee", id, name: input.invitee_name },
    };
    await recordEvent(tx, scope, {
      action: "waitlist.joined",
      resourceType: "waitlist_entry",
      resourceId: id,
      summary: `${input.invitee_name} waits for "${type.title}"`,
    });
    return await readEntry(tx, id, { withToken: true });
  }).catch((error: unknown) => {
    if (sqlState(error) === "23505") {
      throw new AppError("conflict", "This person waits for it already.", {
        details: { invitee_email: "is in the line already" },
        cause: error,
      });
    }
    throw error;
  });
}
