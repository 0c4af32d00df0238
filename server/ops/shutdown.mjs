/** @type {Array<() => unknown>} */
const cleanups = [];
let stopping = false;

/**
 * Registers what must be undone before this process ends; undone in reverse order.
 * @param {() => unknown} cleanup may be async
 */
export function beforeExit(cleanup) {
  cleanups.push(cleanup);
}

/**
 * Undoes everything that was registered and ends the process. Further calls wait for the first.
 * @param {number} code
 * @returns {Promise<never>}
 */
export async function shutDown(code) {
  if (stopping) {
    await new Promise(() => {});
  }
  stopping = true;
  let exitCode = code;
  for (const cleanup of cleanups.toReversed()) {
    try {
      await cleanup();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      exitCode = 1;
    }
  }
  return process.exit(exitCode);
}

/** Whether the process is on its way out: what fails now fails because it was stopped. */
export const isStopping = () => stopping;

/**
 * Ends in order on Ctrl-C, SIGTERM and a closed terminal. A terminal and npm both pass Ctrl-C on, so it arrives twice:
 * once is enough.
 * @param {(signal: string) => void} announce
 */
export function stopOnSignals(announce) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (!stopping) {
        announce(signal);
        void shutDown(0);
      }
    });
  }
}
