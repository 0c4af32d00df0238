import { CalendarError } from "./provider";

type Times = { startMs: number; endMs: number };

/**
 * Holds how an event stands in its calendar against how we left it, before it is written again. At its new time it stands
 * when an earlier call was heard and its answer was not: that is no drift.
 * @param standsAt whether it stands at a time; null: it is gone
 * @throws CalendarError `drift` when the host moved or deleted it
 */
export function requireUnmoved(
  standsAt: ((times: Times) => boolean) | null,
  written: Times,
  event: Times,
): void {
  if (standsAt === null) {
    throw new CalendarError("drift", "The event was deleted in the calendar", { drift: "deleted" });
  }
  if (!standsAt(written) && !standsAt(event)) {
    throw new CalendarError("drift", "The event was moved in the calendar", { drift: "moved" });
  }
}
