import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridByTheRules, overriddenByTheRules } from "../testing/slot-oracle";
import { slotQueries } from "../testing/slot-queries";
import type { Busy, SlotQuery } from "./slots";
import { explainSlots, findSlot, listSlots } from "./slots";

const MINUTE_MS = 60_000;

const queries = fc
  .tuple(
    fc.constantFrom("America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"),
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
  )
  .chain(([timeZone, atMs]) => slotQueries(timeZone, atMs - (atMs % MINUTE_MS)));

function holds(law: (query: SlotQuery) => void): void {
  fc.assert(fc.property(queries, law), { numRuns: 200 });
}

const startsOf = (query: SlotQuery) => listSlots(query).slots.map(({ startMs }) => startMs);

describe("laws of the list", { timeout: 30_000 }, () => {
  it("no slot meets busy time of a host it names, buffers included", () => {
    holds((query) => {
      for (const slot of listSlots(query).slots.filter(({ sessionId }) => sessionId === null)) {
        const fromMs = slot.startMs - query.bufferBeforeMinutes * MINUTE_MS;
        const toMs = slot.endMs + query.bufferAfterMinutes * MINUTE_MS;
        for (const { hostId, busy, off = [] } of query.hosts) {
          const met =
            busy.some((its) => its.startMs < toMs && its.endMs > fromMs) ||
            off.some((its) => its.startMs < slot.endMs && its.endMs > slot.startMs);
          expect(slot.hostIds.includes(hostId)).toBe(!met);
        }
        expect(slot.hostIds).not.toEqual([]);
      }
    });
  });

  it("what is listed can be booked, and what is not cannot, for the reason explained", () => {
    holds((query) => {
      for (const slot of listSlots(query).slots) {
        expect(findSlot(query, slot.startMs)).toEqual({ slot });
      }
      for (const { startMs, reason } of explainSlots(query)) {
        expect(findSlot(query, startMs)).toEqual({ refusal: reason });
      }
    });
  });

  it("any instant can be booked exactly when it is listed", () => {
    const instants = fc.array(fc.nat(3 * 24 * 60 * 60), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(queries, instants, (query, offsets) => {
        const listed = new Set(startsOf(query));
        for (const seconds of offsets) {
          const startMs = query.fromMs + seconds * 1000;
          const bookable = "slot" in findSlot(query, startMs);
          expect(bookable && startMs < query.toMs).toBe(listed.has(startMs));
        }
      }),
    );
  });

  it("what is listed and what is explained are together the grid, and nothing is both", () => {
    holds((query) => {
      const durationMs = query.durationMinutes * MINUTE_MS;
      const sessions = query.sessions
        .filter(({ startMs, endMs }) => endMs - startMs === durationMs)
        .filter(({ startMs }) => startMs >= query.fromMs && startMs < query.toMs);
      const grid = new Set([
        ...gridByTheRules(query),
        ...overriddenByTheRules(query),
        ...sessions.map(({ startMs }) => startMs),
      ]);
      const refused = explainSlots(query).map(({ startMs }) => startMs);
      const all = [...startsOf(query), ...refused];
      expect(all.toSorted((a, b) => a - b)).toEqual([...grid].toSorted((a, b) => a - b));
    });
  });

  it("is ascending and has no start twice, and so has the explanation", () => {
    holds((query) => {
      const explained = explainSlots(query).map(({ startMs }) => startMs);
      for (const starts of [startsOf(query), explained]) {
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      }
    });
  });

  it("a range is the sum of its parts", () => {
    holds((query) => {
      const middleMs = query.fromMs + Math.floor((query.toMs - query.fromMs) / 3);
      const before = listSlots({ ...query, toMs: middleMs });
      const after = listSlots({ ...query, fromMs: middleMs });
      expect(listSlots(query)).toEqual({
        slots: [...before.slots, ...after.slots],
        capped: before.capped || after.capped,
      });
    });
  });

  it("more busy time never adds a slot, nor a host to one", () => {
    fc.assert(
      fc.property(queries, queries, (query, { hosts }) => {
        const hostsNow = query.hosts.map(({ busy, ...host }, index) => {
          const more = hosts[index]?.busy ?? [];
          const moved = more.map((its, at) => shifted(its, query.fromMs + at * 40 * MINUTE_MS));
          return { ...host, busy: [...busy, ...moved] };
        });
        const before = new Map(listSlots(query).slots.map((slot) => [slot.startMs, slot.hostIds]));
        for (const slot of listSlots({ ...query, hosts: hostsNow }).slots) {
          expect(before.get(slot.startMs)).toEqual(expect.arrayContaining(slot.hostIds));
        }
      }),
    );
  });

  it("the order of hosts, busy times, sessions and rules changes nothing but the order of hosts", () => {
    holds((query) => {
      const hosts = query.hosts
        .map((host) => ({ ...host, busy: host.busy.toReversed() }))
        .toReversed();
      const { timeZone, weekly, overrides } = query.schedule;
      const schedule = { timeZone, weekly: weekly.toReversed(), overrides: overrides.toReversed() };
      const sessions = query.sessions.toReversed();
      const turned = listSlots({ ...query, schedule, hosts, sessions });
      const straight = listSlots(query);
      expect(new Set(turned.slots.map(canonical))).toEqual(new Set(straight.slots.map(canonical)));
      expect(turned.capped).toBe(straight.capped);
    });
  });

  it("without the cap nothing is lost, and something is won exactly when it says so", () => {
    holds((query) => {
      const capped = listSlots(query);
      const free = listSlots({ ...query, cap: null });
      expect(free.slots.map(canonical)).toEqual(
        expect.arrayContaining(capped.slots.map(canonical)),
      );
      expect(free.slots.length > capped.slots.length).toBe(capped.capped);
      expect(free.capped).toBe(false);
    });
  });

  it("the same question has the same answer, and is left as it was", () => {
    holds((query) => {
      const before = structuredClone(query);
      const first = [listSlots(query), explainSlots(query)];
      expect([listSlots(query), explainSlots(query)]).toEqual(first);
      expect(query).toEqual(before);
    });
  });
});

function shifted(busy: Busy, startMs: number): Busy {
  return { startMs, endMs: startMs + busy.endMs - busy.startMs, reason: busy.reason };
}

function canonical(slot: { hostIds: string[] }): string {
  return JSON.stringify({ ...slot, hostIds: slot.hostIds.toSorted() });
}
