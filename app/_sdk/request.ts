import { type Answer, AstrocalConnectionError, AstrocalError, retryAfterMs } from "./error";

/** How a client calls. */
export type ClientOptions = {
  /** Where the server is reached, such as `https://book.example.com`. */
  baseUrl: string;
  /** `ac_live_…` or `ac_test_…`. Without one, only what is public can be called. Never in a page: whoever sees it has it. */
  apiKey?: string | undefined;
  /** How often a request that failed for the moment is sent again: 2 unless said. */
  maxRetries?: number;
  /** How long one attempt may take: 30 seconds unless said. */
  timeoutMs?: number;
  /** The longest that the server's Retry-After is waited for: a minute unless said. Beyond, the error is thrown at once. */
  maxRetryAfterMs?: number;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Instead of the platform's own `fetch`. */
  fetch?: typeof fetch;
  /** Told of every answer, those that are retried among them: for logs, and for the rate limit's headers. */
  onResponse?: (response: Response) => void;
};

/** What one call may have of its own. */
export type CallOptions = Pick<ClientOptions, "maxRetries" | "timeoutMs" | "headers"> & {
  /** Ends the call when it is aborted, also while it waits for its next attempt. */
  signal?: AbortSignal;
  /** Of a POST: your own name of what must happen once, such as an order's id. A random one unless said. */
  idempotencyKey?: string;
};

/** @internal */
export type Request = { method: string; path: string; body: unknown };

const defaults = { maxRetries: 2, timeoutMs: 30_000, maxRetryAfterMs: 60_000 };
const firstDelayMs = 500;
const longestDelayMs = 8_000;

/**
 * Sends a request until it is answered for good. A POST bears one Idempotency-Key in all its attempts, so that it is done
 * once however many of them arrive; every other method may be repeated as it is.
 * @internal
 */
export async function send(
  { method, path, body }: Request,
  client: ClientOptions,
  call: CallOptions,
): Promise<unknown> {
  const settings = { ...defaults, ...client, ...call };
  const url = `${client.baseUrl.replace(/\/+$/, "")}${path}`;
  const init: RequestInit = {
    method,
    headers: {
      accept: "application/json",
      ...(client.apiKey !== undefined && { authorization: `Bearer ${client.apiKey}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(method === "POST" && { "idempotency-key": call.idempotencyKey ?? randomKey() }),
      ...client.headers,
      ...call.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(url, init, settings);
    if (!(answer instanceof AstrocalConnectionError) && answer.status < 400) return answer.json;
    const error = answer instanceof AstrocalConnectionError ? answer : new AstrocalError(answer);
    const delayMs = retryDelayMs(answer, error, attempt);
    if (attempt >= settings.maxRetries || delayMs === null || delayMs > settings.maxRetryAfterMs) {
      throw error;
    }
    await wait(delayMs, call.signal);
  }
}

type Settings = ClientOptions & CallOptions & typeof defaults;

/** One attempt, with its whole answer read. @throws what the caller's signal was aborted with */
async function tryOnce(
  url: string,
  init: RequestInit,
  { signal, timeoutMs, fetch: ask = fetch, onResponse }: Settings,
): Promise<Answer | AstrocalConnectionError> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const both = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const response = await ask(url, { ...init, signal: both });
    onResponse?.(response);
    const json = parse(await response.text());
    return { status: response.status, headers: response.headers, json };
  } catch (error) {
    signal?.throwIfAborted();
    return new AstrocalConnectionError(init.method ?? "GET", url, error);
  }
}

/** An empty answer, or one that is no JSON, is undefined. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How long to wait before the next attempt; null where another would be answered alike. */
function retryDelayMs(
  answer: Answer | AstrocalConnectionError,
  error: AstrocalError | AstrocalConnectionError,
  attempt: number,
): number | null {
  // Half of it is left to chance, so that what failed together does not come again together.
  const ownMs = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt) * (0.5 + Math.random() / 2);
  if (answer instanceof AstrocalConnectionError || error instanceof AstrocalConnectionError) {
    return ownMs;
  }
  const passes =
    answer.status === 429 || answer.status >= 500 || error.code === "idempotency_in_progress";
  return passes ? (retryAfterMs(answer.headers, Date.now()) ?? ownMs) : null;
}

async function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}

/** Pages that are not served over TLS have no `crypto.randomUUID`. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
