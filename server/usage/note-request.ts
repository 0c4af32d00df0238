import { log } from "../log";
import { pruneRequests } from "./prune-requests";
import { batchSize, type NotedRequest, RequestLog } from "./request-log";
import { writeBatch } from "./write-batch";

/** How long a request may wait to be written, and so what a crash can lose. */
const everyMs = 1_000;

type State = {
  requests: RequestLog;
  timer: NodeJS.Timeout | null;
  /** What was said of the present trouble, so that it is said once. */
  trouble: "none" | "kept" | "dropped";
  /** Requests that went unlogged in troubles before. */
  droppedBefore: number;
};

// One process holds two module graphs (see db.ts), which count together.
declare global {
  var astrocalRequests: State | undefined;
}
const state = (globalThis.astrocalRequests ??= {
  requests: new RequestLog(writeBatch),
  timer: null,
  trouble: "none",
  droppedBefore: 0,
});

/** Counts a request for usage and puts it into its key's log, both in batches: the answer never waits for it. */
export function noteRequest(request: NotedRequest): void {
  state.requests.note(request);
  if (state.requests.waiting === batchSize) {
    void writeWaiting();
  }
  schedule();
}

/**
 * Writes what this process has noted so far: before it ends, and before usage is read.
 * @throws what Postgres or the connection says
 */
export const flushRequests = async (): Promise<void> => await state.requests.flush();

function schedule(): void {
  state.timer ??= setTimeout(() => {
    state.timer = null;
    void writeWaiting();
  }, everyMs).unref();
}

async function writeWaiting(): Promise<void> {
  try {
    await flushRequests();
    endTrouble();
    pruneRequests();
  } catch (error) {
    warnOnce(error);
    schedule();
  }
}

function warnOnce(error: unknown): void {
  const trouble = state.requests.dropped > state.droppedBefore ? "dropped" : "kept";
  if (trouble !== state.trouble) {
    state.trouble = trouble;
    const then = { kept: "all is kept", dropped: "the oldest requests go unlogged, but counted" };
    log.warn({ err: error }, `usage not written, tried again every second: ${then[trouble]}`);
  }
}

function endTrouble(): void {
  if (state.trouble !== "none") {
    const unlogged = state.requests.dropped - state.droppedBefore;
    log.info({ unlogged }, "usage is written again");
    state.trouble = "none";
    state.droppedBefore = state.requests.dropped;
  }
}
