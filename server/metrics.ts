import { Counter, Histogram, Registry } from "prom-client";

function newMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "astrocal_http_request_seconds",
      help: "Answered requests of /v1, /health and /mcp by operation and status.",
      labelNames: ["operation", "status"],
      // The aims of the bench lie between the first ones; the database gives up at 5 s.
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    retriedTransactions: new Counter({
      name: "astrocal_transactions_retried_total",
      help: "Transactions done again after a deadlock or serialization failure; should be 0.",
      registers,
    }),
    limiterFallbacks: new Counter({
      name: "astrocal_limiter_fallbacks_total",
      help: "How often the rate limits' store stopped answering.",
      registers,
    }),
  };
}

// One process holds two module graphs (see db.ts), which count together.
declare global {
  var astrocalMetrics: ReturnType<typeof newMetrics> | undefined;
}

/** What this process counts of itself, in the form that Prometheus reads (metrics-node.ts). */
export const metrics = (globalThis.astrocalMetrics ??= newMetrics());

/** @param operation method and path as the document has them; what it does not have is counted together */
export function measureRequest(operation: string | null, status: number, ms: number): void {
  metrics.requests.observe({ operation: operation ?? "none", status }, ms / 1_000);
}
