import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotsByTheRules } from "../testing/slot-oracle";
import { slotQueries } from "../testing/slot-queries";
import { transitionsOf2026To2030 } from "../testing/time-zones";
import type { SlotQuery } from "./slots";
import { listSlots } from "./slots";

const HOUR_MS = 3_600_000;
const transitions = transitionsOf2026To2030();

/** Three days about a change of clocks, open where that hurts: around midnight, and in the night. */
function daysAround(timeZone: string, atMs: number): SlotQuery {
  const windows = [
    { startSeconds: 0, endSeconds: 2.5 * 3600 },
    { startSeconds: 2.5 * 3600, endSeconds: 4 * 3600 },
    { startSeconds: 9 * 3600, endSeconds: 17 * 3600 },
    { startSeconds: 22 * 3600, endSeconds: 24 * 3600 },
  ];
  const weekly = [0, 1, 2, 3, 4, 5, 6].flatMap((dayOfWeek) =>
    windows.map(({ startSeconds, endSeconds }) => ({ dayOfWeek, startSeconds, endSeconds })),
  );
  return {
    schedule: { timeZone, weekly, overrides: [] },
    durationMinutes: 25,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: null,
    minimumNoticeMinutes: 0,
    bookingWindowDays: null,
    maxAttendees: 1,
    sessions: [],
    cap: null,
    hosts: [{ hostId: "ada", busy: [] }],
    nowMs: atMs - 96 * HOUR_MS,
    fromMs: atMs - 36 * HOUR_MS,
    toMs: atMs + 36 * HOUR_MS,
  };
}

describe(
  "the slots around every change of clocks in 2026 to 2030, in every zone",
  { timeout: 30_000 },
  () => {
    it("are those of the rules said with Temporal", () => {
      for (const { timeZone, atMs } of transitions) {
        const query = daysAround(timeZone, atMs);
        const { slots } = listSlots(query);
        expect(slots.length).toBeGreaterThan(50);
        expect(slots, `${timeZone} around ${atMs}`).toEqual(slotsByTheRules(query));
      }
    });

    it("are those of the rules for any schedule, limits, sessions and busy hosts", () => {
      const queries = fc
        .constantFrom(...transitions)
        .chain(({ timeZone, atMs }) => slotQueries(timeZone, atMs));
      fc.assert(
        fc.property(queries, (query) => {
          expect(listSlots(query).slots).toEqual(slotsByTheRules(query));
        }),
        { numRuns: 600 },
      );
    });
  },
);
