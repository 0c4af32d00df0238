import type { components } from "@/public/sdk/v1/openapi.d.ts";

/** Every code that the API answers with. */
export type ErrorCode = components["schemas"]["Error"]["error"]["code"];

/** The API answered, and said no. */
export class AstrocalError extends Error {
  override readonly name = "AstrocalError";
  /** HTTP status. */
  readonly status: number;
  /** Why; `unexpected_answer` where something else than the API answered, such as a proxy. */
  readonly code: ErrorCode | "unexpected_answer";
  /** Of a `validation_error`: what is wrong with which field. Empty otherwise. */
  readonly details: Readonly<Record<string, string>>;
  /** Names this request in the server's logs and in the dashboard. */
  readonly requestId: string | null;
  /** After how many seconds to try again, where the API says so. */
  readonly retryAfterSeconds: number | null;
  /** The whole `error` of the answer, with what else some codes carry. */
  readonly error: Readonly<Record<string, unknown>>;

  /** @internal */
  constructor(answer: Answer) {
    const error = errorOf(answer.json);
    const message = textOf(error, "message") ?? `HTTP status ${answer.status}`;
    super(message);
    this.status = answer.status;
    this.code = isErrorCode(error["code"]) ? error["code"] : "unexpected_answer";
    this.details = stringsOf(error["details"]);
    this.requestId = textOf(error, "request_id") ?? answer.headers.get("x-request-id");
    const afterMs = retryAfterMs(answer.headers, Date.now());
    this.retryAfterSeconds = afterMs === null ? null : Math.ceil(afterMs / 1000);
    this.error = error;
  }
}

/** No answer came: the network failed, or it took longer than `timeoutMs`. What was asked may have been done. */
export class AstrocalConnectionError extends Error {
  override readonly name = "AstrocalConnectionError";

  /** @internal */
  constructor(method: string, url: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${method} ${url} was not answered: ${reason}`, { cause });
  }
}

/** @internal */
export type Answer = { status: number; headers: Headers; json: unknown };

/** @internal */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function errorOf(json: unknown): Record<string, unknown> {
  const error = isObject(json) ? json["error"] : undefined;
  return isObject(error) ? error : {};
}

const textOf = (error: Record<string, unknown>, name: string): string | undefined =>
  typeof error[name] === "string" ? error[name] : undefined;

/** A server that is newer than this file may know further codes: they are passed on as they are. */
const isErrorCode = (code: unknown): code is ErrorCode => typeof code === "string";

const stringsOf = (details: unknown): Record<string, string> =>
  isObject(details)
    ? Object.fromEntries(Object.entries(details).map(([field, text]) => [field, String(text)]))
    : {};

/**
 * What Retry-After asks for, in milliseconds: seconds, or a date (RFC 9110 §10.2.3).
 * @internal
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const atMs = Date.parse(text);
  return text === "" || Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
