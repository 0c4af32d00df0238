import { createHash } from "node:crypto";
import type { Sql } from "../sql";

const minuteMs = 60_000;

/**
 * When people are reminded of what starts at `startMs`: so many minutes of elapsed time before it, whatever the clocks
 * do meanwhile; never in the past.
 */
export const reminderTimes = (
  startMs: number,
  intervals: readonly number[],
  nowMs: number,
): { minutes: number; atMs: number }[] =>
  [...new Set(intervals)]
    .map((minutes) => ({ minutes, atMs: startMs - minutes * minuteMs }))
    .filter(({ atMs }) => atMs > nowMs);

export type Reminder = { bookingId: string; minutes: number; startMs: number };

/** The reminder's id: one for a booking, a start and an interval, so that its mails are written once. */
export function reminderId({ bookingId, minutes, startMs }: Reminder): string {
  const bytes = createHash("sha256").update(`${bookingId} ${startMs} ${minutes}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.subarray(0, 16).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const jobName = "send_reminder";

/** An event type has at most so many (contract §3). A booking's jobs have keys by place, and so are found by index. */
const most = 5;
const keysOf = (bookingId: string): string[] =>
  Array.from({ length: most }, (_, place) => `reminder:${bookingId}:${place}`);

/**
 * Sets a booking's reminders as jobs for their time, in place of those it had: after a move they are at other times,
 * after a cancellation there are none. They are those that its event type had then.
 */
export async function replaceReminders(
  tx: Sql,
  bookingId: string,
  reminders: { minutes: number; atMs: number; startMs: number }[],
): Promise<void> {
  const keys = keysOf(bookingId);
  await tx.$queryRaw`
    SELECT count(graphile_worker.remove_job(key)) FROM unnest(${keys}::text[]) AS had (key)`;
  for (const [place, { minutes, atMs, startMs }] of reminders.slice(0, most).entries()) {
    await tx.$queryRaw`
      SELECT graphile_worker.add_job(${jobName}, json_build_object('bookingId', ${bookingId}::text,
          'minutes', ${minutes}::int, 'startMs', ${startMs}::float8),
        run_at := ${new Date(atMs)}, job_key := ${keys[place]})::text`;
  }
}
