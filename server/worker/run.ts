import { Logger, run } from "graphile-worker";
import { closeTransport } from "../emails/send";
import { sendDueEmails } from "../emails/send-due";
import { env } from "../env";
import { log } from "../log";
import { expireDueHolds } from "../waitlist/expire-due";
import { freeAbandonedJobs } from "./abandoned";
import { startDeliveries } from "./deliveries";
import { handlers } from "./handlers";
import { heartbeatMs, newHeartbeat } from "./heartbeat";
import { drainOutbox } from "./outbox";
import { repeat } from "./repeat";

/** How soon after its commit an event is seen. Asking costs one index look-up. */
const outboxPauseMs = 100;
/** How soon a mail is sent that a reaction has written. */
const mailPauseMs = 1_000;
/** How late the hold of a place may end. */
const holdPauseMs = 5_000;
/** Reactions at once: they wait for the database more than they compute. */
const concurrency = 10;

const loud = new Set<string>(["error", "warning"]);
const logger = new Logger(() => (level, message, meta) => {
  if (loud.has(level)) {
    log.warn({ meta }, message);
  }
});

/**
 * Starts a worker in this process: the outbox becomes jobs, jobs are done. Any number of workers may run at once.
 * @returns stops it, after what is in flight
 */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const jobs = await run({
    connectionString: env.DATABASE_URL,
    maxPoolSize: 4,
    concurrency,
    taskList: handlers,
    // This process's own handler lets everything end in order.
    noHandleSignals: true,
    logger,
  });
  const heartbeat = newHeartbeat();
  const loops = [
    repeat("the outbox", outboxPauseMs, async () => ({ more: (await drainOutbox()) > 0 })),
    repeat("sending mail", mailPauseMs, async () => ({ more: (await sendDueEmails()) > 0 })),
    repeat("ending holds", holdPauseMs, async () => ({ more: (await expireDueHolds()) > 0 })),
    repeat("the heartbeat", heartbeatMs, async () => {
      await heartbeat.beat();
      await freeAbandonedJobs();
      return { more: false };
    }),
  ];
  const deliveries = startDeliveries();
  return {
    stop: async () => {
      await Promise.all([deliveries.stop(), ...loops.map((loop) => loop.stop()), jobs.stop()]);
      closeTransport();
      await heartbeat.end();
    },
  };
}
