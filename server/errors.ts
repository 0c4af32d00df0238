/** Every error code a caller can meet, with its HTTP status: the contract's table, and the OpenAPI enum. */
export const errorStatus = {
  validation_error: 400,
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  quota_exceeded: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  idempotency_in_progress: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  rate_limit_exceeded: 429,
  internal_error: 500,
  service_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

type AppErrorOptions = {
  /** Field path → what is wrong with it and what to send instead. */
  details?: Record<string, string>;
  /** Further fields of the answer's error, where the contract has them: `limit`, `reset_at`, … */
  fields?: Record<string, string | number>;
  cause?: unknown;
};

/** The one error that verbs throw: its message is written for the caller and leaves the server as it is. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, string> | undefined;
  readonly fields: Record<string, string | number> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details;
    this.fields = options.fields;
  }
}

/** Another organization's, the other mode's, deleted or never there: all the same answer. */
export const notFound = (what: string): AppError => new AppError("not_found", `${what} not found`);

/** The answer to a cursor that names no row of the list. */
export const unknownCursor = (): AppError =>
  new AppError("validation_error", "starting_after names no row of this list", {
    details: { starting_after: "must be the id of a row of this list" },
  });
