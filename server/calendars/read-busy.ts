import type { Busy } from "../availability/busy";
import { env } from "../env";
import { sql } from "../sql";
import { accountOf } from "./account";
import { keepReading, leaveAlone, type Reading, usableReading } from "./busy-cache";
import { type Connection, readConnections } from "./connection";
import { noteMoved, notOurs } from "./own-events";
import { type BusyTime, CalendarError } from "./provider";
import { noteFailure, noteSuccess } from "./status";

/** Connection → when its member is busy by it. */
export type ExternalBusy = ReadonlyMap<string, Busy[]>;

type Range = { fromMs: number; toMs: number };

const dayMs = 86_400_000;

/** So that a hundred callers for one slot ask its host's calendar once. */
const justNowMs = 1_000;

/** What nobody waits for any more may still come, and be there for who asks next. */
const patienceMs = 15_000;

/**
 * When members are busy by their connected calendars within a range. All are read at once; one that does not answer within
 * CALENDAR_TIMEOUT_MS, or fails, makes its member busy throughout. What bookings themselves put there is left out.
 * @param isFresh whether to read anew, as booking does, and not to take what was read up to 45 s ago
 */
export async function readExternalBusy(
  connectionIds: string[],
  range: Range,
  { isFresh }: { isFresh: boolean },
): Promise<ExternalBusy> {
  const wholeDays = {
    fromMs: Math.floor(range.fromMs / dayMs) * dayMs,
    toMs: Math.ceil(range.toMs / dayMs) * dayMs,
  };
  const maxAgeMs = isFresh ? justNowMs : Number.POSITIVE_INFINITY;
  const known = connectionIds.map((id) => [id, usableReading(id, wholeDays, maxAgeMs)] as const);
  const found = new Map(
    known.flatMap(([id, reading]) => (reading ? [[id, reading] as const] : [])),
  );
  const missing = connectionIds.filter((id) => !found.has(id));
  if (missing.length > 0) {
    // Before anything is waited for, so that who asks next finds the reading under way.
    const rows = readConnections(missing);
    missing.forEach((id) => found.set(id, beginReading(id, wholeDays, rows)));
  }
  const entries = await Promise.all(
    [...found].map(async ([id, reading]) => [id, await settledBusy(reading, range)] as const),
  );
  return new Map(entries);
}

function beginReading(id: string, range: Range, rows: Promise<Connection[]>): Reading {
  const reading: Reading = {
    ...range,
    startedAt: performance.now(),
    startedMs: Date.now(),
    busy: readBusy(id, range, rows, (error) => {
      leaveAlone(reading, error instanceof CalendarError ? error.retryAfterMs : null);
    }),
    settled: undefined,
    quietUntil: 0,
  };
  void reading.busy.then((busy) => (reading.settled = busy));
  keepReading(id, reading);
  return reading;
}

/** Never rejects. @returns null when it could not be read */
async function readBusy(
  id: string,
  range: Range,
  rows: Promise<Connection[]>,
  onFailure: (error: unknown) => void,
): Promise<BusyTime[] | null> {
  const connection = await rows.then(
    (all) => all.find((each) => each.id === id) ?? "disconnected",
    () => null,
  );
  if (connection === "disconnected") {
    return [];
  }
  if (connection === null || connection.needsReconnect) {
    return null;
  }
  try {
    const startedMs = Date.now();
    const busy = await accountOf(connection, patienceMs).readBusy(
      connection.busyCalendarIds,
      range,
    );
    await noteSuccess(connection);
    await noteMoved(connection, range, { busy, startedMs });
    return busy;
  } catch (error) {
    onFailure(error);
    // The database may be what failed; then there is no telling either.
    await noteFailure(connection, error).catch(() => {});
    return null;
  }
}

/** What of a reading concerns the range, as the slot engine takes it. */
async function settledBusy(reading: Reading, range: Range): Promise<Busy[]> {
  const busy = reading.settled === undefined ? await withinDeadline(reading.busy) : reading.settled;
  if (busy === null) {
    return [{ startMs: range.fromMs, endMs: range.toMs, reason: "calendar_unreachable" }];
  }
  const near = busy.filter(({ startMs, endMs }) => startMs < range.toMs && endMs > range.fromMs);
  const foreign = await notOurs(sql, near, reading.startedMs);
  return foreign.map(({ startMs, endMs }) => ({ startMs, endMs, reason: "external_calendar" }));
}

async function withinDeadline(busy: Promise<BusyTime[] | null>): Promise<BusyTime[] | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, env.CALENDAR_TIMEOUT_MS, null);
  });
  try {
    return await Promise.race([busy, late]);
  } finally {
    clearTimeout(timer);
  }
}
