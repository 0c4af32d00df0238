import { z } from "zod";
import { sql } from "./sql";

const Row = z.object({
  workers: z.int(),
  last_seen: z.date().nullable(),
  outbox: z.number(),
  jobs: z.number(),
  webhooks: z.number(),
  emails: z.number(),
});

/** Since when, in seconds, the longest waiting of each queue has been due; 0 where nothing is. */
export type Waiting = { outbox: number; jobs: number; webhooks: number; emails: number };
export type Queues = { workers: number; lastSeenAt: Date | null; waiting: Waiting };

/** A worker says every five seconds that it lives (worker/heartbeat.ts). */
const livesFor = "15 seconds";

/** How the work beside the requests stands: workers that live, and what waits for one. */
export async function readQueues(): Promise<Queues> {
  const [found] = await sql.$queryRaw<unknown[]>`
    SELECT
      (SELECT count(*)::int FROM worker_heartbeats WHERE seen_at > now() - ${livesFor}::interval) AS workers,
      (SELECT max(seen_at) FROM worker_heartbeats) AS last_seen,
      (SELECT coalesce(date_part('epoch', now() - min(e.created_at)), 0)
         FROM (SELECT event_id FROM outbox ORDER BY event_id LIMIT 1) o JOIN events e ON e.id = o.event_id) AS outbox,
      (SELECT coalesce(date_part('epoch', now() - min(run_at)), 0) FROM graphile_worker.jobs
         WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts) AS jobs,
      (SELECT coalesce(date_part('epoch', now() - min(next_attempt_at)), 0) FROM webhook_deliveries
         WHERE status = 'pending' AND next_attempt_at <= now()) AS webhooks,
      (SELECT coalesce(date_part('epoch', now() - min(next_attempt_at)), 0) FROM emails
         WHERE status = 'queued' AND next_attempt_at <= now()) AS emails`;
  const { workers, last_seen: lastSeenAt, ...waiting } = Row.parse(found);
  return { workers, lastSeenAt, waiting };
}
