import { afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { log } from "../log";
import { deadlocks } from "./booking-laws";
import { call, type CallOptions, type OperationName, type RawAnswer } from "./rest";

export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Answers by status, so that a race's outcome is one comparison. */
export function tally(answers: RawAnswer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** The answers with none of these statuses: what a race must not come to. */
export const besides = (answers: RawAnswer[], ...statuses: number[]): string[] =>
  answers.flatMap(({ status, text }) => (statuses.includes(status) ? [] : [`${status} ${text}`]));

/** Runs them all at once and prints how long the slowest hundredth took. */
export async function race(name: string, runs: (() => Promise<RawAnswer>)[]): Promise<RawAnswer[]> {
  const took: number[] = [];
  const answers = await Promise.all(
    runs.map(async (run) => {
      const startedMs = performance.now();
      const answer = await run();
      took.push(performance.now() - startedMs);
      return answer;
    }),
  );
  const sorted = took.toSorted((a, b) => a - b);
  const p99 = (sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0).toFixed(0);
  console.info(`${name}: ${runs.length} at once, p99 ${p99} ms, ${JSON.stringify(tally(answers))}`);
  return answers;
}

type Server = { call: typeof call; log: typeof log };
const servers: [Server, ...Server[]] = [{ call, log }];
let asked = 0;

/** A call that is yet to be made, of the next server in turn. */
export const ask = (name: OperationName, options: CallOptions) => async (): Promise<RawAnswer> => {
  asked += 1;
  const server = servers[asked % servers.length] ?? servers[0];
  return await server.call(name, options);
};

/** A booking that is yet to be made, of the next server in turn. */
export const book = (body: unknown, key?: string) =>
  ask("bookings.create", key === undefined ? { body } : { key, body });

/**
 * Puts three more servers on this file's database, each with modules of its own, which `ask` asks in turn: callers that
 * stand in one server's line (bookings/in-line.ts) would never meet in the database. They share the pool.
 */
export function raceSeveralServers(): void {
  beforeAll(async () => {
    for (const _ of times(3, (index) => index)) {
      vi.resetModules();
      const [rest, itsLog] = [await import("./rest"), await import("../log")];
      servers.push({ call: rest.call, log: itsLog.log });
    }
  });
}

/** Fails each test of the file in which Postgres broke a transaction off for another one's sake. */
export function expectNoDeadlocks(): void {
  let before = 0;
  beforeEach(async () => {
    // Each retry is logged; Postgres' own count may come late.
    for (const server of servers) vi.spyOn(server.log, "warn");
    before = await deadlocks();
  });
  afterEach(async () => {
    for (const server of servers) expect(server.log.warn).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(await deadlocks()).toBe(before);
  });
}
