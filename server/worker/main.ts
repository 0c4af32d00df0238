import { pool } from "../db";
import { log } from "../log";
import { startWorker } from "./run";

/** How long a stopping worker waits for what is in flight (guarantees: faults); what is cut off is done again. */
const stopDeadlineMs = 10_000;

async function main(): Promise<void> {
  const worker = await startWorker();
  process.stdout.write("working\n");
  const stop = () => {
    setTimeout(() => process.exit(0), stopDeadlineMs).unref();
    void worker
      .stop()
      .catch((error: unknown) => log.error({ err: error }, "the worker did not stop cleanly"))
      .then(() => pool.end())
      .then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
