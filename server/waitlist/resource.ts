import type { Prisma } from "../generated/prisma/client";
import { instant, instantOrNull } from "../schema";
import type { WaitlistEntry } from "./schema";

/** What an entry is read with. */
export const entryInclude = {
  allocation: { select: { startAt: true } },
} as const satisfies Prisma.WaitlistEntryInclude;

type Row = Prisma.WaitlistEntryGetPayload<{ include: typeof entryInclude }>;

/** @param position its place in the line while it waits */
export const entryResource = (
  row: Row,
  position: number | null,
  { withToken }: { withToken: boolean },
): WaitlistEntry => ({
  id: row.id,
  event_type_id: row.eventTypeId,
  status: row.status,
  position: row.status === "waiting" ? position : null,
  invitee_name: row.inviteeName,
  invitee_email: row.inviteeEmail,
  invitee_timezone: row.inviteeTimeZone,
  notes: row.notes,
  start_time: instantOrNull(row.allocation?.startAt ?? row.wishedStartAt),
  booking_id: row.bookingId,
  cancel_token: withToken ? row.cancelToken : null,
  expires_at: instantOrNull(row.expiresAt),
  created_at: instant(row.createdAt),
});
