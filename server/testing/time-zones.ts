import { Temporal } from "temporal-polyfill";

/** A moment at which a zone's clocks change. */
export type Transition = { timeZone: string; atMs: number };

/** Every change of clocks in 2026 to 2030, of every zone that has one, according to Temporal. */
export function transitionsOf2026To2030(): Transition[] {
  return Intl.supportedValuesOf("timeZone").flatMap(transitionsIn);
}

function transitionsIn(timeZone: string): Transition[] {
  const found: Transition[] = [];
  const endMs = Date.UTC(2031, 0, 1);
  let clock = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 0, 1)).toZonedDateTimeISO(
    timeZone,
  );
  while (true) {
    const next = clock.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds >= endMs) return found;
    found.push({ timeZone, atMs: next.epochMilliseconds });
    clock = next;
  }
}
