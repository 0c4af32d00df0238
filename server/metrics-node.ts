import type { IncomingMessage, ServerResponse } from "node:http";
import { Gauge } from "prom-client";
import { pool } from "./db";
import { log } from "./log";
import { metrics } from "./metrics";
import { type Queues, readQueues } from "./queues";
import { isServiceKey } from "./service-key";

const registers = [metrics.registry];
const connections = new Gauge({
  name: "astrocal_database_connections",
  help: "Connections of this process by state; waiting are requests that have none yet.",
  labelNames: ["state"],
  registers,
});
const workers = new Gauge({
  name: "astrocal_workers",
  help: "Worker processes that live, of this installation.",
  registers,
});
const waiting = new Gauge({
  name: "astrocal_queue_waiting_seconds",
  help: "For how long the longest waiting of each queue has been due.",
  labelNames: ["queue"],
  registers,
});

/** GET /metrics, for who has the service key: nothing in it is for strangers. */
export async function serveMetrics(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (token === undefined || !isServiceKey(token)) {
    response.writeHead(401, { "www-authenticate": "Bearer", "content-type": "text/plain" });
    response.end("GET /metrics takes the service key as a Bearer token.\n");
    return;
  }
  setGauges(
    await readQueues().catch((error: unknown) => {
      log.warn({ err: error }, "the queues could not be measured");
      return null;
    }),
  );
  const text = await metrics.registry.metrics();
  response.writeHead(200, { "content-type": metrics.registry.contentType });
  response.end(text);
}

/** What the database cannot tell is left out, not shown as 0. */
function setGauges(queues: Queues | null): void {
  connections.set({ state: "open" }, pool.totalCount);
  connections.set({ state: "idle" }, pool.idleCount);
  connections.set({ state: "waiting" }, pool.waitingCount);
  workers.reset();
  waiting.reset();
  if (queues !== null) {
    workers.set(queues.workers);
    for (const [queue, seconds] of Object.entries(queues.waiting)) {
      waiting.set({ queue }, Math.max(0, seconds));
    }
  }
}
