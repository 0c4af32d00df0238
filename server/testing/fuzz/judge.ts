import type { RestResponse } from "../../rest";
import { everything } from "../doors";
import { fingerprint } from "../factories";
import { overHttp } from "../over-http";
import { hold, operationAt } from "../rest";
import type { RawRequest } from "../transport";
import type { World } from "./world";

/** Contract of the whole surface: no request, however made, takes longer. */
const slowMs = 2_000;
/** Every so many requests, a refusal is held to have changed nothing in the whole database. */
const closeLook = 20;
/** What a refusal may leave: its own answer, for who asks again with its Idempotency-Key. */
const besides = "idempotent_answers";

export type Tally = {
  statuses: Map<number, number>;
  /** By operation: how often it did something, and how often it refused to. */
  operations: Map<string, { done: number; refused: number }>;
};
export const newTally = (): Tally => ({ statuses: new Map(), operations: new Map() });

/** What calls use up, by the calls that do. */
const usedUp: readonly [call: RegExp, things: readonly string[]][] = [
  [/ \/v1\/event-types\/./, ["own.eventType", "own.surveyType", "own.publicType", "own.testType"]],
  [/ \/v1\/bookings\/.*\/cancel/, ["own.booking", "own.testBooking"]],
  [/ \/v1\/api-keys\/./, ["own.apiKey"]],
  [/^DELETE \/v1\/webhooks\/./, ["own.webhook"]],
  [/^POST \/v1\/waitlist\/./, ["own.waiting", "own.held"]],
  [/^DELETE \/v1\/members\/invitations\/./, ["own.invitation"]],
  [/^PUT \/v1\/member-schedules\/./, ["own.further", "own.member"]],
  [/^DELETE \/v1\/members\/./, ["own.further"]],
  [/^DELETE \/v1\/calendars\/./, ["own.calendar"]],
];

/** Sends requests and holds each answer to what is promised of all of them. */
export function newJudge(world: World, port: number, tally: Tally) {
  let count = 0;
  let untouched: string | null = null;

  async function ask(request: RawRequest): Promise<RestResponse> {
    const startedMs = performance.now();
    const answer = await overHttp(port, request);
    const tookMs = performance.now() - startedMs;
    if (tookMs <= slowMs) return answer;
    // A busy machine is slow once; a slow request is slow again.
    const againMs = performance.now();
    const second = await overHttp(port, request);
    const secondMs = performance.now() - againMs;
    if (secondMs > slowMs) throw new Error(`took ${tookMs.toFixed()} and ${secondMs.toFixed()} ms`);
    return second;
  }

  function note(request: RawRequest, status: number): void {
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    const operation = operationAt(request.method, request.url);
    if (operation !== undefined && request.method !== "HEAD") {
      const { done = 0, refused = 0 } = tally.operations.get(operation.name) ?? {};
      const isDone = status < 400;
      tally.operations.set(operation.name, {
        done: done + (isDone ? 1 : 0),
        refused: refused + (isDone ? 0 : 1),
      });
    }
  }

  /** @throws what is wrong with the answer, in a sentence */
  return async (request: RawRequest): Promise<void> => {
    const looksClosely = ++count % closeLook === 0;
    untouched ??= await fingerprint(world.bystander);
    const before = looksClosely ? await everything() : {};
    const answer = await ask(request);
    note(request, answer.status);
    if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${answer.body}`);
    hold(request, answer);
    const said = `${answer.body} ${JSON.stringify(answer.headers)}`;
    const secret = world.secrets.find((each) => said.includes(each));
    if (secret !== undefined) throw new Error(`the answer tells ${secret}: ${said}`);
    const isWrite = answer.status < 300 && !["GET", "HEAD", "OPTIONS"].includes(request.method);
    if ((isWrite || looksClosely) && (await fingerprint(world.bystander)) !== untouched) {
      throw new Error("another organization's rows have changed");
    }
    if (answer.status >= 400 && looksClosely) {
      const after = await everything();
      const changed = Object.keys(after).filter(
        (table) => table !== besides && after[table] !== before[table],
      );
      if (changed.length > 0) throw new Error(`refused, but changed ${changed.join(", ")}`);
    }
    if (isWrite) {
      const used =
        usedUp.find(([call]) => call.test(`${request.method} ${request.url}`))?.[1] ?? [];
      for (const name of used) {
        if (request.url.includes(world.lookUp(name))) await world.renew(name);
      }
    }
  };
}
