import { TRPCError } from "@trpc/server";
import { z, ZodError } from "zod";
import { sqlState } from "./db";
import { AppError, type ErrorCode } from "./errors";

export type CallerError = {
  code: ErrorCode;
  message: string;
  details?: Record<string, string>;
  /** Further fields of the error: `limit`, `reset_at`, … */
  fields?: Record<string, string | number>;
  /** Set when the cause is ours and belongs in the log. */
  unexpected?: unknown;
};

/** What a caller may know of an error: never a stack, SQL or path. Anything unknown is an `internal_error`. */
export function callerError(error: unknown): CallerError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof AppError) {
    return {
      code: cause.code,
      message: cause.message,
      ...(cause.details === undefined ? {} : { details: cause.details }),
      ...(cause.fields === undefined ? {} : { fields: cause.fields }),
    };
  }
  // An output that fails its schema is a ZodError too, and is our fault: only BAD_REQUEST is the caller's.
  if (cause instanceof ZodError && error instanceof TRPCError && error.code === "BAD_REQUEST") {
    return validationError(cause);
  }
  if (isDatabaseGone(cause)) {
    return {
      code: "service_unavailable",
      message: "The database is not reachable at the moment. Try again shortly.",
      unexpected: cause,
    };
  }
  return {
    code: "internal_error",
    message: "Something went wrong on our side. Please quote the request id when you report it.",
    unexpected: cause,
  };
}

/** Field path → sentence, one entry a field, unknown fields by name. */
function validationError(error: ZodError): CallerError {
  const sentences = new Map<string, string>();
  const note = (path: PropertyKey[], sentence: string) => {
    const field = path.join(".") || "body";
    sentences.set(field, sentences.get(field) ?? sentence);
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        note([...issue.path, key], "is not a known field");
      }
    } else if (issue.code === "invalid_key") {
      note(issue.path, `is no good name: it ${issue.issues[0]?.message ?? "is not valid"}`);
    } else {
      note(issue.path, issue.message);
    }
  }
  const [first] = sentences;
  const message = first === undefined ? "The request is not valid" : `${first[0]} ${first[1]}`;
  // fromEntries writes fields of any name, "__proto__" too.
  return { code: "validation_error", message, details: Object.fromEntries(sentences) };
}

/** Postgres shutting down, starting, refusing connections (class 57P, 53300), or cancelled by our own timeouts. */
const unavailableStates = /^(57P0[1-5]|53300|08|57014|55P03|25P03)/;
const Failure = z.object({ message: z.string(), code: z.string().optional() });
/** Node's and pg's words for a connection that is not there; Prisma's P1001, P1017, P2024, P2028 say the same. */
const unavailable =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|DatabaseNotReachable|ConnectionClosed/;
const unavailableCodes = /^(P1001|P1002|P1008|P1017|P2024|P2028)$|^E(CONN|PIPE|NOTFOUND|TIMEDOUT)/;

function isDatabaseGone(error: unknown): boolean {
  if (unavailableStates.test(sqlState(error) ?? "")) {
    return true;
  }
  const failure = Failure.safeParse(error);
  if (!failure.success) {
    return false;
  }
  return unavailableCodes.test(failure.data.code ?? "") || unavailable.test(failure.data.message);
}
