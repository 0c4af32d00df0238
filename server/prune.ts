import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log";

/** Between two runs of one pruner in a process. */
const everyMs = 5 * 60_000;
/** Few enough that a statement takes milliseconds. */
const batchRows = 1_000;
/** Between two batches, in which the database is everyone else's. */
const pauseMs = 50;

/** Deletes at most so many of the oldest rows that are past keeping, `FOR UPDATE SKIP LOCKED`, and says how many. */
export type DeleteSome = (maxRows: number) => Promise<number>;

/** Deletes until nothing is left that is past keeping. */
export async function pruneAll(deleteSome: DeleteSome): Promise<void> {
  while ((await deleteSome(batchRows)) === batchRows) {
    await wait(pauseMs, undefined, { ref: false });
  }
}

// One process holds two module graphs (see db.ts), which prune together.
declare global {
  var astrocalPruned: Map<string, number> | undefined;
}
const nextMs = (globalThis.astrocalPruned ??= new Map<string, number>());

/**
 * What to call, after writing rows that are kept for a while, beside the request and without waiting: it prunes unless
 * this process did so within the last five minutes.
 */
export function pruner(table: string, deleteSome: DeleteSome): () => void {
  return () => {
    if (Date.now() < (nextMs.get(table) ?? 0)) {
      return;
    }
    nextMs.set(table, Infinity);
    void pruneAll(deleteSome)
      .catch((error: unknown) => log.warn({ err: error, table }, "old rows not deleted"))
      .finally(() => nextMs.set(table, Date.now() + everyMs));
  };
}
