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
  /** `performance.now()` until when the provider asked to be left alone; 0 when it did not. */
  quietUntil: number;
};

/** How long a host's calendar may have changed without our seeing it in the list; booking reads it anew. */
const freshMs = 45_000;
/** How soon one that could not be read is asked again: often enough to open soon, not with every question. */
const failedMs = 5_000;
/** However long a provider asks for: nobody is to wait for hours on the word of one answer. */
const maxQuietMs = 60_000;
/** Months that visitors turn to and fro. */
const maxReadings = 4;
/** At some 10 kB each, 40 MB. */
const maxConnections = 1_000;

// One process holds two module graphs (see db.ts): what the dashboard forgets, REST must not remember.
declare global {
  var astrocalReadings: Map<string, Reading[]> | undefined;
}
const readings = (globalThis.astrocalReadings ??= new Map<string, Reading[]>());

/**
 * The last reading that covers the range, is still good and began no longer ago; under way ones included. While the provider
 * wants to be left alone, it is the one that was told so, whatever was asked.
 */
export function usableReading(
  connectionId: string,
  range: { fromMs: number; toMs: number },
  maxAgeMs: number,
): Reading | undefined {
  const now = performance.now();
  const kept = readings.get(connectionId);
  return (
    kept?.find(({ quietUntil }) => quietUntil > now) ??
    kept?.findLast(
      (each) =>
        each.startedAt >= now - maxAgeMs &&
        each.fromMs <= range.fromMs &&
        each.toMs >= range.toMs &&
        isGood(each),
    )
  );
}

/** Heeds a provider that has had enough of our questions. @param forMs as it asked, or null when it did not */
export function leaveAlone(reading: Reading, forMs: number | null): void {
  reading.quietUntil = forMs === null ? 0 : performance.now() + Math.min(forMs, maxQuietMs);
}

function isGood({ settled, startedAt, quietUntil }: Reading): boolean {
  const age = performance.now() - startedAt;
  return age < (settled === null ? failedMs : freshMs) || quietUntil > performance.now();
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
