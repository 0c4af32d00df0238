import { dropOldest } from "../drop-oldest";
import type { BusyTime } from "./provider";

/** A stretch of time that was read, or is being read. */
export type Reading = {
  fromMs: number;
  toMs: number;
  /** `performance.now()` and epoch milliseconds when it began. */
  startedAt: number;
  startedMs: number;
  /** Null: it could not be read. Never rejected. */
  busy: Promise<BusyTime[] | null>;
  /** What `busy` came to; undefined while it is under way. */
  settled: BusyTime[] | null | undefined;
};

/** How long a host's calendar may have changed without our seeing it in the list; booking reads it anew. */
const freshMs = 45_000;
/** How soon one that could not be read is asked again: often enough to open soon, not with every question. */
const failedMs = 5_000;
/** Months that visitors turn to and fro. */
const maxReadings = 4;
/** At some 10 kB each, 40 MB. */
const maxConnections = 1_000;

// One process holds two module graphs (see db.ts): what the dashboard forgets, REST must not remember.
declare global {
  var astrocalReadings: Map<string, Reading[]> | undefined;
}
const readings = (globalThis.astrocalReadings ??= new Map<string, Reading[]>());

/** The last reading that covers the range, is still good and began no longer ago; under way ones included. */
export function usableReading(
  connectionId: string,
  range: { fromMs: number; toMs: number },
  maxAgeMs: number,
): Reading | undefined {
  const since = performance.now() - maxAgeMs;
  return readings
    .get(connectionId)
    ?.findLast(
      (each) =>
        each.startedAt >= since &&
        each.fromMs <= range.fromMs &&
        each.toMs >= range.toMs &&
        isGood(each),
    );
}

function isGood({ settled, startedAt }: Reading): boolean {
  const age = performance.now() - startedAt;
  return age < (settled === null ? failedMs : freshMs);
}

/** Keeps a reading, in the place of those that are no longer good. */
export function keepReading(connectionId: string, reading: Reading): void {
  const good = (readings.get(connectionId) ?? []).filter(isGood);
  readings.delete(connectionId);
  readings.set(connectionId, [...good, reading].slice(-maxReadings));
  dropOldest(readings, maxConnections);
}

/** To be called when we wrote into a connection's calendars, or chose others of them. */
export const forgetReadings = (connectionId: string): boolean => readings.delete(connectionId);
