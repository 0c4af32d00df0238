import { END_OF_YEAR_9999_MS } from "../time";
import type { LoadedAvailability } from "./load";
import type { SlotQuery } from "./slots";

/**
 * The slot engine's question for a loaded event type: the one place where stored rules become slot rules, for the
 * list, the booking and the reschedule alike. An inactive type has nobody to host it.
 * @param range `nowMs`: the real time; a test side's clock is added here
 */
export function slotQuery(
  loaded: LoadedAvailability,
  range: { fromMs: number; toMs: number; nowMs: number; durationMinutes: number },
): SlotQuery {
  const { bookingCap: limit, bookingCapPeriod: period } = loaded;
  return {
    ...range,
    // A slot that ends after the year 9999 could not be said on the wire.
    toMs: Math.min(range.toMs, END_OF_YEAR_9999_MS - range.durationMinutes * 60_000),
    nowMs: range.nowMs + loaded.clockOffsetMs,
    schedule: loaded.schedule,
    bufferBeforeMinutes: loaded.bufferBeforeMinutes,
    bufferAfterMinutes: loaded.bufferAfterMinutes,
    slotIntervalMinutes: loaded.slotIntervalMinutes,
    minimumNoticeMinutes: loaded.minimumNoticeMinutes,
    bookingWindowDays: loaded.bookingWindowDays,
    maxAttendees: loaded.maxAttendees,
    sessions: loaded.active ? loaded.sessions : [],
    hosts: loaded.active ? loaded.hosts : [],
    cap: limit === null || period === null ? null : { limit, period, starts: loaded.capStarts },
  };
}
