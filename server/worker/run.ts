import { Logger, run, type TaskList } from "graphile-worker";
import { closeTransport } from "../emails/send";
import { sendDueEmails } from "../emails/send-due";
import { env } from "../env";
import { log } from "../log";
import { expireDueHolds } from "../waitlist/expire-due";
import { freeAbandonedJobs } from "./abandoned";
import { startDeliveries } from "./deliveries";
import { calendarHandlers, handlers, urgentHandlers } from "./handlers";
import { heartbeatMs, newHeartbeat } from "./heartbeat";
import { drainOutbox } from "./outbox";
import { repeat } from "./repeat";

/** How soon after its commit an event is seen. Asking costs one index look-up. */
const outboxPauseMs = 100;
/** How soon a mail is sent that a reaction has written. */
const mailPauseMs = 1_000;
/** How late the hold of a place may end. */
const holdPauseMs = 5_000;
/** Urgent jobs at once: they wait for the database more than they compute. */
const urgentAtOnce = 8;
/** Calls to calendars at once: a worker waits for them more than it does anything. */
const calendarsAtOnce = 8;
/** Of the others, which render mails: more would hold up the urgent ones, as they share a processor. */
const othersAtOnce = 2;

const loud = new Set<string>(["error", "warning"]);
const logger = new Logger(() => (level, message, meta) => {
  if (loud.has(level)) {
    log.warn({ meta }, message);
  }
});

const runJobs = async (taskList: TaskList, concurrency: number) =>
  await run({
    connectionString: env.DATABASE_URL,
    maxPoolSize: 3,
    concurrency,
    taskList,
    // This process's own handler lets everything end in order.
    noHandleSignals: true,
    logger,
  });

/**
 * Starts a worker in this process: the outbox becomes jobs, jobs are done. Any number of workers may run at once.
 * @returns stops it, after what is in flight
 */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const runners = await Promise.all([
    runJobs(urgentHandlers, urgentAtOnce),
    runJobs(calendarHandlers, calendarsAtOnce),
    runJobs(handlers, othersAtOnce),
  ]);
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
      await Promise.all([deliveries.stop(), ...[...loops, ...runners].map((each) => each.stop())]);
      closeTransport();
      await heartbeat.end();
    },
  };
}
