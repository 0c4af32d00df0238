import { log } from "../log";

/** After a failure (the database is gone) a loop waits this long before it tries again. */
const failurePauseMs = 1_000;

/**
 * Does `work` again and again: at once while it says there is more, else after the pause. A failure is logged and
 * waited out.
 * @returns stops it; resolves when what is in flight has ended
 */
export function repeat(
  name: string,
  pauseMs: number,
  work: () => Promise<{ more: boolean }>,
): { stop: () => Promise<void>; wake: () => void } {
  const stop = new AbortController();
  let wake = () => {};
  const pause = (durationMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const attempt = async (): Promise<number> => {
    try {
      return (await work()).more ? 0 : pauseMs;
    } catch (error) {
      log.error({ err: error }, `${name} failed`);
      return failurePauseMs;
    }
  };
  const run = async () => {
    while (!stop.signal.aborted) {
      const pauseFor = await attempt();
      if (!stop.signal.aborted && pauseFor > 0) {
        await pause(pauseFor);
      }
    }
  };
  const ended = run();
  return {
    wake: () => wake(),
    stop: async () => {
      stop.abort();
      wake();
      await ended;
    },
  };
}
