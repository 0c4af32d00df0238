import { createHash, timingSafeEqual } from "node:crypto";
import type { Db } from "../db";
import { AppError, notFound } from "../errors";
import type { BookingStatus } from "../generated/prisma/client";
import { provenOrganization, type Scope } from "../scope";

export type Caller = {
  scope: Scope | null;
  nowMs: number;
  requestId: string | null;
  ipAddress: string | null;
};

export type AccessibleBooking = {
  id: string;
  eventTypeId: string;
  allocationId: string;
  hostId: string;
  status: BookingStatus;
  startAt: Date;
  endAt: Date;
  seats: number;
  title: string;
  /** By how much its side's time is ahead of the real one (the test clock). */
  clockOffsetMs: number;
  /** The event type was deleted: what is booked stays, nothing new is offered. */
  typeDeleted: boolean;
  /** On whose behalf the caller acts: its own organization, or, with the token, this booking's. */
  scope: Scope;
  byToken: boolean;
};

type Row = Omit<AccessibleBooking, "scope" | "byToken"> & {
  organizationId: string;
  isTest: boolean;
  inviteeName: string;
  cancelToken: string;
};

/**
 * The booking if the caller may act on it: a key of its organization and mode, or its invitee by token, which is
 * good for this booking alone. `lock` holds the row for the rest of the transaction.
 * @throws not_found for a key that may not see it; unauthorized for a wrong or missing token, the same for a
 * booking that is not there.
 */
export async function accessBooking(
  db: Db,
  caller: Caller,
  { id, token, lock }: { id: string; token: string | undefined; lock: boolean },
): Promise<AccessibleBooking> {
  if (lock) {
    await db.$queryRaw`SELECT id FROM bookings WHERE id = ${id}::uuid FOR UPDATE`;
  }
  const [row] = await db.$queryRaw<Row[]>`
    SELECT b.id, b.organization_id AS "organizationId", b.is_test AS "isTest", b.event_type_id AS "eventTypeId",
      b.allocation_id AS "allocationId", a.host_id AS "hostId", b.status::text AS status, b.start_at AS "startAt",
      b.end_at AS "endAt", b.attendee_count AS seats, e.title, e.deleted_at IS NOT NULL AS "typeDeleted", b.invitee_name AS "inviteeName",
      b.cancel_token AS "cancelToken",
      CASE WHEN b.is_test THEN o.test_clock_offset_ms ELSE 0 END::float8 AS "clockOffsetMs"
    FROM bookings b
    JOIN organizations o ON o.id = b.organization_id
    JOIN allocations a ON a.id = b.allocation_id
    JOIN event_types e ON e.id = b.event_type_id
    WHERE b.id = ${id}::uuid`;
  if (caller.scope !== null) {
    return byKey(row, caller.scope);
  }
  if (token === undefined) {
    throw new AppError("unauthorized", "Missing or invalid Authorization header");
  }
  if (row === undefined || !sameText(token, row.cancelToken)) {
    throw new AppError("unauthorized", "Invalid cancel token");
  }
  return byInvitee(row, caller);
}

function byKey(row: Row | undefined, scope: Scope): AccessibleBooking {
  if (
    row === undefined ||
    row.organizationId !== scope.organizationId ||
    row.isTest !== scope.isTest
  ) {
    throw notFound("Booking");
  }
  return { ...row, scope, byToken: false };
}

const byInvitee = (row: Row, { nowMs, requestId, ipAddress }: Caller): AccessibleBooking => ({
  ...row,
  byToken: true,
  scope: {
    nowMs,
    requestId,
    ipAddress,
    organizationId: provenOrganization(row.organizationId),
    isTest: row.isTest,
    actor: { type: "invitee", id: row.id, name: row.inviteeName },
  },
});

/** Compares in a time that tells nothing of where two texts differ, nor of their lengths. */
function sameText(a: string, b: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** @throws bad_request when an invitee comes after the booking has begun (contract §3). */
export function requireNotBegun(booking: AccessibleBooking): void {
  const { byToken, startAt, scope, clockOffsetMs } = booking;
  if (byToken && startAt.getTime() <= scope.nowMs + clockOffsetMs) {
    throw new AppError(
      "bad_request",
      "This booking has begun, so it can no longer be changed here. Please contact the organizer.",
    );
  }
}
