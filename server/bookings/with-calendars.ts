import { slotReachMs } from "../availability/load";
import { type ExternalBusy, readExternalBusy } from "../calendars/read-busy";
import { AppError } from "../errors";

/** Thrown out of a transaction that would give a host's time away before the host's calendars are read. */
export class CalendarsUnread extends Error {
  readonly connectionIds: string[];

  constructor(connectionIds: string[]) {
    super("calendars are still to be read");
    this.name = "CalendarsUnread";
    this.connectionIds = connectionIds;
  }
}

/** A host who connects a calendar between two attempts is waited for once more. */
const maxAttempts = 3;

/**
 * Does work that may give away a host's time at `startMs`. Calendars are outside and slow, so they are never read while the
 * hosts' locks are held: work that finds some unread is rolled back, they are read, and it begins again with them. Where
 * nobody has connected a calendar, that costs nothing.
 */
export async function withCalendars<T>(
  startMs: number,
  work: (external: ExternalBusy) => Promise<T>,
): Promise<T> {
  const range = { fromMs: startMs - slotReachMs, toMs: startMs + slotReachMs };
  let external: ExternalBusy = new Map();
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    try {
      return await work(external);
    } catch (error) {
      if (!(error instanceof CalendarsUnread)) {
        throw error;
      }
      const read = await readExternalBusy(error.connectionIds, range, { isFresh: true });
      external = new Map([...external, ...read]);
    }
  }
  throw new AppError("conflict", "The hosts' calendars are being changed. Try again.");
}
