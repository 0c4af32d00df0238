import { sql } from "../sql";
import { expireHold } from "./leave";

const atOnce = 20;

/**
 * Ends holds whose time has come, by the clock of their side: a moved test clock is heeded like the real one.
 * @returns how many were due
 */
export async function expireDueHolds(nowMs = Date.now()): Promise<number> {
  const due = await sql.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM waitlist_entries w JOIN organizations o ON o.id = w.organization_id
    WHERE w.status = 'promoted' AND w.booking_id IS NULL
      AND w.expires_at <= ${new Date(nowMs)}::timestamptz
        + CASE WHEN w.is_test THEN o.test_clock_offset_ms ELSE 0 END * interval '1 millisecond'
    ORDER BY w.expires_at, w.id LIMIT ${atOnce}`;
  for (const { id } of due) {
    await expireHold(id, nowMs);
  }
  return due.length;
}
