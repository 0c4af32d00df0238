import { spawn } from "node:child_process";
import { once } from "node:events";
import { createEventType } from "../server/event-types/create";
import { freePort } from "../server/ops/ports.mjs";
import { addTenant } from "./data";
import type { HttpRow } from "./http.bench";
import { getRepeatedly, inTurns, ratioOf, typical } from "./load";

const seconds = 6;

/** Each adds one step to those before. */
const stages = [
  { name: "GET /v1/event-types, the procedure alone", steps: "" },
  { name: "  + key check", steps: "key" },
  { name: "  + rate limits", steps: "key,limits" },
  { name: "  + log and usage", steps: "key,limits,notes" },
];

/** All of them together may cost a quarter of the procedure alone: 1 / 1.25. */
const aim = 0.8;

/** What key check, limiter, request log and usage cost, step by step, in a process that does nothing else. */
export async function benchSteps(): Promise<HttpRow[]> {
  const { key, organizationId, scope } = await addTenant(30);
  for (let count = 1; count < 10; count += 1) {
    await createEventType(scope, { title: "Bench", slug: `bench-${count}`, duration_minutes: 30 });
  }
  const port = await freePort();
  const server = spawn(process.execPath, ["--import", "tsx", "bench/steps-server.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "info",
      PORT: String(port),
      BENCH_ORGANIZATION: organizationId,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(server.stdout, "data");
  // The log's lines are read and dropped, as a collector would.
  server.stdout.resume();
  const url = `http://127.0.0.1:${port}/v1/event-types`;
  const headers = { authorization: `Bearer ${key}` };
  const measure = async (steps: string, duration: number) =>
    await getRepeatedly(url, duration, { ...headers, "x-bench-steps": steps });
  await measure("key,limits,notes", 3);
  const measured = await inTurns(
    stages.map(
      ({ steps }) =>
        (turn) =>
          measure(steps, turn),
    ),
    seconds,
  );
  server.kill("SIGTERM");
  const [alone] = measured;
  return stages.map(({ name }, index) => {
    const rounds = measured[index];
    const ratio = ratioOf(rounds, alone);
    const last = index === stages.length - 1;
    return {
      name,
      ...typical(rounds),
      ratio,
      ...(last ? { aim: `≥ ${aim}`, met: ratio >= aim } : {}),
    };
  });
}
