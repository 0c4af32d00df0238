import type { z } from "zod";
import { readExternalBusy } from "../calendars/read-busy";
import { AppError, notFound } from "../errors";
import type { Scope } from "../scope";
import { sql } from "../sql";
import { addDays, daysBetween, formatInstant, wallClockToInstant } from "../time";
import { requireDuration } from "./duration";
import {
  calendarsOf,
  type Excluded,
  type LoadedAvailability,
  loadAvailability,
  slotReachMs,
  withExternalBusy,
} from "./load";
import { slotQuery } from "./query";
import { type Availability, type ListAvailability, maxRangeDays } from "./schema";
import { explainSlots, listSlots, type Slot, type SlotQuery } from "./slots";

type Caller = { scope: Scope | null; nowMs: number };

/** Zones reach from UTC-12 to UTC+14, so a civil date lies within these of its UTC namesake. */
const zoneReachMs = 14 * 3_600_000;

/**
 * The slots of an event type that start on the civil dates `start` to `end` of `timezone`. Strangers may ask for any
 * active type, of either mode; a key for its own organization's and mode's.
 * @throws not_found; unauthorized for an explanation without a key; validation_error for a range that is reversed or too long; bad_request for a duration that is
 * not offered.
 */
export async function listAvailability(
  { scope, nowMs }: Caller,
  input: z.output<typeof ListAvailability>,
  moving?: Excluded & { durationMinutes: number },
): Promise<Availability> {
  requireRange(input.start, input.end);
  const dayAfter = addDays(input.end, 1);
  const range = {
    fromMs: wallClockToInstant("UTC", input.start, 0) - zoneReachMs,
    toMs: wallClockToInstant("UTC", dayAfter, 0) + zoneReachMs,
  };
  const stored = await loadAvailability(sql, input.event_type_id, {
    ...range,
    ...(moving === undefined ? {} : { except: moving }),
  });
  requireVisible(stored, scope);
  const loaded = await withCalendars(stored, range, nowMs);
  const timezone = input.timezone ?? loaded.timeZone;
  const query = slotQuery(loaded, {
    nowMs,
    // A booking keeps its duration when it moves, also one that is no longer offered.
    durationMinutes:
      input.duration === undefined && moving !== undefined
        ? moving.durationMinutes
        : requireDuration(loaded, input.duration),
    fromMs: wallClockToInstant(timezone, input.start, 0),
    toMs: wallClockToInstant(timezone, dayAfter, 0),
  });
  const { slots, capped } = listSlots(query);
  return {
    event_type_id: loaded.id,
    timezone,
    start: input.start,
    end: input.end,
    slots: slots.map((slot) => slotResource(slot, loaded.maxAttendees)),
    capped,
    ...waitlistOf(loaded),
    explanations: input.explain === true ? explanations(query, scope) : null,
  };
}

/** With the hosts' calendars as they were less than a minute ago; of what is past, nothing is asked. */
async function withCalendars(
  loaded: LoadedAvailability,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  nowMs: number,
): Promise<LoadedAvailability> {
  const calendars = calendarsOf(loaded);
  if (calendars.length === 0 || !loaded.active || toMs < nowMs) {
    return loaded;
  }
  const reach = { fromMs: Math.max(fromMs, nowMs) - slotReachMs, toMs: toMs + slotReachMs };
  return withExternalBusy(loaded, await readExternalBusy(calendars, reach, { isFresh: false }));
}

/** Whether one can wait, and in which place of the line one would. */
function waitlistOf({ active, waitlistEnabled, waitlistMaxSize, waiting }: LoadedAvailability) {
  const hasRoom = waitlistMaxSize === null || waiting < waitlistMaxSize;
  const isAvailable = active && waitlistEnabled && hasRoom;
  return {
    waitlist_available: isAvailable,
    waitlist_position: isAvailable ? waiting + 1 : null,
  };
}

/** Why times of the grid are not offered. What is booked is not for strangers to see. @throws unauthorized without a key */
function explanations(query: SlotQuery, scope: Scope | null) {
  if (scope === null) {
    throw new AppError("unauthorized", "explain needs an API key");
  }
  return explainSlots(query).map(({ startMs, reason }) => ({
    start_time: formatInstant(startMs),
    reason,
  }));
}

/** A listed slot can be booked, so it is never capped or waited for itself. */
const slotResource = (slot: Slot, maxAttendees: number) => ({
  start_time: formatInstant(slot.startMs),
  end_time: formatInstant(slot.endMs),
  spots_remaining: slot.spotsRemaining,
  total_capacity: maxAttendees,
  capped: false,
  waitlist_available: false,
  waitlist_position: null,
});

function requireRange(start: string, end: string): void {
  const days = daysBetween(start, end) + 1;
  if (days < 1) {
    throw new AppError("validation_error", "end must not be before start", {
      details: { end: "must not be before start" },
    });
  }
  if (days > maxRangeDays) {
    throw new AppError("validation_error", `end must be within ${maxRangeDays} days of start`, {
      details: { end: `must be at most ${maxRangeDays} days from start, both included` },
    });
  }
}

/** Another organization's or mode's type is not there for a key; an inactive one is not there for strangers. */
export function requireVisible(loaded: LoadedAvailability, scope: Scope | null): void {
  const visible =
    scope === null
      ? loaded.active
      : loaded.organizationId === scope.organizationId && loaded.isTest === scope.isTest;
  if (!visible) {
    throw notFound("Event type");
  }
}
