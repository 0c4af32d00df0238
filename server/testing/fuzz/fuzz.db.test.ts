import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { serveDoor } from "../over-http";
import { operations } from "../rest";
import type { RawRequest } from "../transport";
import { curlOf } from "./curl";
import { newJudge, newTally } from "./judge";
import { requests, requestsFor, resolved } from "./requests";
import { newWorld } from "./world";

// Requests that nobody thought of, made from the OpenAPI document. `npm run fuzz -- --requests N --seed S` sends more,
// or the same again.

// Before the server reads it: each request says its own address, where wrong tokens are counted by address.
vi.hoisted(() => {
  process.env["TRUSTED_PROXIES"] = "127.0.0.1";
});

const count = Number(process.env["FUZZ_REQUESTS"] ?? 3_000);
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const inOrder = (numbers: Map<number, number>) =>
  [...numbers].toSorted(([a], [b]) => a - b).map((pair) => pair.join(" × "));

test(`${count} requests of every kind get the answers they should`, { timeout: 0 }, async () => {
  const world = await newWorld();
  const port = await serveDoor();
  const tally = newTally();
  const judge = newJudge(world, port, tally);
  let sent = 0;

  console.info(`${count} requests, seed ${seed}`);
  const startedMs = performance.now();

  /** Sends up to so many requests, until there are enough, and expects that none of them goes wrong. */
  async function send(
    planned: fc.Arbitrary<RawRequest>,
    atMost: number,
    isEnough = (): boolean => false,
  ): Promise<void> {
    let found: { request: RawRequest; problem: string } | null = null;
    const law = fc.asyncProperty(planned, async (plan) => {
      if (isEnough()) return;
      const ipAddress = `198.18.${Math.floor(sent / 256) % 256}.${sent % 256}`;
      const request = { ...resolved(plan, world.lookUp), ipAddress };
      try {
        await judge(request);
      } catch (error) {
        found = { request, problem: error instanceof Error ? error.message : String(error) };
        throw error;
      }
      if (++sent % 1_000 === 0) {
        const seconds = (performance.now() - startedMs) / 1000;
        console.info(
          `${sent} of ${count}, ${seconds.toFixed()} s: ${inOrder(tally.statuses).join(", ")}`,
        );
      }
    });
    const { failed, numShrinks } = await fc.check(law, { numRuns: atMost, seed });
    // Shrinking ends with the smallest request that still goes wrong, but not always with trying it.
    const { request, problem } = found ?? { request: null, problem: "" };
    const line = request === null ? "" : curlOf(request, "http://localhost:3000");
    expect(failed ? `${problem}\nseed ${seed}, ${numShrinks} shrinks\n${line}` : "").toBe("");
  }

  await send(requests, count);
  console.info(
    [...tally.operations]
      .map(([name, { done, refused }]) => `${name} ${done}/${refused}`)
      .toSorted()
      .join(", "),
  );

  // What chance has passed over is asked by itself: every operation is to have done and refused something.
  const isTold = ({ name }: { name: string }): boolean => {
    const { done = 0, refused = 0 } = tally.operations.get(name) ?? {};
    return done > 0 && refused > 0;
  };
  for (const operation of operations.filter((each) => !isTold(each))) {
    await send(requestsFor(operation.name), 1_000, () => isTold(operation));
  }
  expect(operations.filter((each) => !isTold(each)).map(({ name }) => name)).toEqual([]);
});
