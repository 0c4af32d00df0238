import { pathToFileURL } from "node:url";
import type { Busy, SlotQuery } from "../server/availability/slots";
import { listSlots } from "../server/availability/slots";
import { wallClockToInstant } from "../server/time";

/** One measurement of many runs; `budgetMs` is what its median may be. */
export type Row = { name: string; p50Ms: number; p99Ms: number; budgetMs: number };

type Size = { days: number; hosts: number; busyEach: number };

const small: Size = { days: 30, hosts: 1, busyEach: 50 };
const nLogN = (n: number) => n * Math.log2(n);
const linear = (n: number) => n;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const timeZone = "America/New_York";
// Eight days before the clocks go forward: every query of the bench crosses a change.
const fromMs = wallClockToInstant(timeZone, "2026-02-28", 0);
// What a machine busy with other things may add to the cost of growing.
const GROWTH_TOLERANCE = 1.25;

/** Measures the slot engine; takes some ten seconds. */
export async function benchSlots(): Promise<Row[]> {
  return [...fixedRows(), ...growthRows()];
}

function fixedRows(): Row[] {
  const month = (hosts: number, busyEach: number, budgetMs: number) => ({
    ...measure(officeHours({ days: 30, hosts, busyEach })),
    name: `30 days of 30 min, ${hosts} × ${busyEach} busy`,
    budgetMs,
  });
  return [
    month(1, 0, 0.5),
    month(1, 50, 0.5),
    month(1, 500, 0.5),
    month(20, 50, 1.5),
    month(20, 500, 5),
    {
      ...measure(roundTheClock({ days: 90, hosts: 1, busyEach: 2000 })),
      name: "90 days of 5 min round the clock, 2000 busy",
      budgetMs: 20,
    },
  ];
}

function growthRows(): Row[] {
  return [
    ...grow("busy", [1000, 4000, 16_000, 64_000], (busyEach) => ({ ...small, busyEach }), nLogN),
    ...grow("days", [30, 90, 360], (days) => ({ ...small, days }), linear),
    ...grow("hosts", [1, 4, 16, 64], (hosts) => ({ ...small, hosts, busyEach: 500 }), linear),
  ];
}

/** The smallest size sets the budgets of the others: as much more as `cost` says. */
function grow(
  unit: string,
  counts: number[],
  sizeOf: (count: number) => Size,
  cost: (count: number) => number,
): Row[] {
  const measured = counts.map((count) => ({ count, ...measure(officeHours(sizeOf(count))) }));
  const [first] = measured;
  if (first === undefined) return [];
  return measured.map(({ count, p50Ms, p99Ms }) => ({
    name: `growth: ${count} ${unit}, ${microseconds(p50Ms / count)} µs each`,
    p50Ms,
    p99Ms,
    budgetMs: ((first.p50Ms * cost(count)) / cost(first.count)) * GROWTH_TOLERANCE,
  }));
}

/** Monday to Friday 9–17, slots of 30 minutes. */
function officeHours(size: Size): SlotQuery {
  const weekly = openOn([1, 2, 3, 4, 5], 9, 17);
  return { ...query(size), durationMinutes: 30, schedule: { timeZone, weekly, overrides: [] } };
}

/** Every day from midnight to midnight, slots of 5 minutes. */
function roundTheClock(size: Size): SlotQuery {
  const weekly = openOn([0, 1, 2, 3, 4, 5, 6], 0, 24);
  return { ...query(size), durationMinutes: 5, schedule: { timeZone, weekly, overrides: [] } };
}

function openOn(days: number[], fromHour: number, toHour: number) {
  const [startSeconds, endSeconds] = [fromHour * 3600, toHour * 3600];
  return days.map((dayOfWeek) => ({ dayOfWeek, startSeconds, endSeconds }));
}

function query({ days, hosts, busyEach }: Size) {
  const random = randomNumbers(days * 31 + hosts * 7 + busyEach);
  return {
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: null,
    minimumNoticeMinutes: 0,
    bookingWindowDays: null,
    maxAttendees: 1,
    sessions: [],
    cap: null,
    hosts: Array.from({ length: hosts }, (_, index) => ({
      hostId: `host ${index}`,
      busy: Array.from({ length: busyEach }, () => busyTime(random, days)),
    })),
    nowMs: fromMs - DAY_MS,
    fromMs,
    toMs: fromMs + days * DAY_MS,
  };
}

/** 15 to 60 minutes, anywhere in the days asked for: so a host's busy times come in no order. */
function busyTime(random: () => number, days: number): Busy {
  const startMs = fromMs + Math.floor((random() * days * DAY_MS) / MINUTE_MS) * MINUTE_MS;
  const endMs = startMs + 15 * (1 + Math.floor(random() * 4)) * MINUTE_MS;
  return { startMs, endMs, reason: "booked" };
}

/** The same numbers in [0, 1) for the same seed (mulberry32), so that runs compare. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs for half a second after a warm-up. */
function measure(slotQuery: SlotQuery): { p50Ms: number; p99Ms: number } {
  for (const warmUpEndsMs = performance.now() + 150; performance.now() < warmUpEndsMs;) {
    listSlots(slotQuery);
  }
  const times: number[] = [];
  for (const endsMs = performance.now() + 500; performance.now() < endsMs;) {
    const startedMs = performance.now();
    listSlots(slotQuery);
    times.push(performance.now() - startedMs);
  }
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function microseconds(ms: number): string {
  return (ms * 1000).toFixed(2);
}

function print(rows: Row[]): void {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name: string, cells: string[]) =>
    console.log([name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join("  "));
  line("slot engine", ["p50 ms", "p99 ms", "budget", "met"]);
  for (const { name, p50Ms, p99Ms, budgetMs } of rows) {
    const numbers = [p50Ms, p99Ms, budgetMs].map((ms) => ms.toFixed(3));
    line(name, [...numbers, p50Ms <= budgetMs ? "yes" : "NO"]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) print(await benchSlots());
