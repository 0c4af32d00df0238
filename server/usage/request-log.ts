import { newId } from "../ids";
import { withoutKeys } from "../redact";
import type { OrgId } from "../scope";

/** An answered request of an API key. */
export type NotedRequest = {
  organizationId: OrgId;
  isTest: boolean;
  apiKeyId: string;
  method: string;
  /** Without the query string. */
  path: string;
  status: number;
  durationMs: number;
  ipAddress: string | null;
  requestId: string;
  /** When it arrived: it belongs to that day (UTC). */
  nowMs: number;
  /** Whether it counts towards the plan (contract §5); it is logged in any case. */
  counted: boolean;
};

export type LoggedRequest = Omit<NotedRequest, "organizationId" | "isTest" | "counted"> & {
  id: string;
};

export type DayCount = {
  organizationId: string;
  isTest: boolean;
  /** Days since the epoch (UTC). */
  day: number;
  apiCalls: number;
  rateLimited: number;
};

/** What is written in one statement, or not at all: requests, the oldest first, and what is to be added to the counts. */
export type Batch = { requests: LoggedRequest[]; counts: DayCount[] };

const dayMs = 86_400_000;
/** A batch has at most so many requests: it takes Postgres a tenth of a second. */
export const batchSize = 5_000;
/** Requests that wait at most, some 20 MB, while the database is away. */
export const waitingSize = 50_000;
/** A path that is longer is none of ours. */
const maxPathLength = 500;

const loggedRequest = (request: NotedRequest): LoggedRequest => ({
  id: newId(),
  apiKeyId: request.apiKeyId,
  method: request.method,
  path: withoutKeys(request.path.slice(0, maxPathLength)).replaceAll("\0", ""),
  status: request.status,
  durationMs: request.durationMs,
  ipAddress: request.ipAddress,
  requestId: withoutKeys(request.requestId),
  nowMs: request.nowMs,
});

/**
 * The requests and counts that are yet to be written. A batch stays as it is until it is known to be written, so that
 * it can be tried again without being counted twice.
 */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #counts = new Map<string, DayCount>();
  /** What is being written, or could not be: `upTo` is how many were noted up to its last request. */
  #batch: (Batch & { upTo: number }) | null = null;
  #noted = 0;
  #written = 0;
  #dropped = 0;
  #writing: Promise<void> | null = null;
  readonly #write: (batch: Batch) => Promise<void>;

  constructor(write: (batch: Batch) => Promise<void>) {
    this.#write = write;
  }

  /** Requests that wait, but for those that are being written. */
  get waiting(): number {
    return this.#requests.length;
  }

  /** Requests that were counted, but not logged, because too many waited. */
  get dropped(): number {
    return this.#dropped;
  }

  note(request: NotedRequest): void {
    this.#noted += 1;
    this.#requests.push(loggedRequest(request));
    if (this.#requests.length >= waitingSize + batchSize) {
      this.#requests.splice(0, batchSize);
      this.#dropped += batchSize;
    }
    if (request.status === 429) {
      this.#countOf(request).rateLimited += 1;
    } else if (request.counted) {
      this.#countOf(request).apiCalls += 1;
    }
  }

  #countOf({ organizationId, isTest, nowMs }: NotedRequest): DayCount {
    const day = Math.floor(nowMs / dayMs);
    const key = `${organizationId}${isTest ? "t" : "l"}${day}`;
    const known = this.#counts.get(key);
    if (known !== undefined) {
      return known;
    }
    const count = { organizationId, isTest, day, apiCalls: 0, rateLimited: 0 };
    this.#counts.set(key, count);
    return count;
  }

  /**
   * Writes what was noted before the call.
   * @throws what the writing throws; what was not written is tried again the next time
   */
  async flush(): Promise<void> {
    const target = this.#noted;
    while (this.#written < target) {
      this.#writing ??= this.#writeBatch().finally(() => (this.#writing = null));
      await this.#writing;
    }
  }

  async #writeBatch(): Promise<void> {
    this.#batch ??= this.#nextBatch();
    await this.#write(this.#batch);
    this.#written = this.#batch.upTo;
    this.#batch = null;
  }

  #nextBatch(): Batch & { upTo: number } {
    const requests = this.#requests.splice(0, batchSize);
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    return { requests, counts, upTo: this.#noted - this.#requests.length };
  }
}
