import { z } from "zod";
import { type ErrorCode, errorStatus } from "../errors";
import type { Operation, RawAnswer } from "./rest";

const ErrorEnvelope = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(errorStatus).filter((code): code is ErrorCode => code in errorStatus)),
    message: z.string().min(1),
    details: z.record(z.string(), z.string().min(1)).optional(),
    limit: z.int().positive().optional(),
    window: z.enum(["1m", "24h"]).optional(),
    reset_at: z.iso.datetime({ precision: 3 }).optional(),
    retry_after: z.int().positive().optional(),
    tier: z.string().optional(),
    request_id: z.string().min(1),
    doc_url: z.url(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorEnvelope>["error"];

/** What no answer may let out: stacks, SQL, places in the file system. */
const leak =
  /node_modules|\.ts:\d|\bat \/|prisma|postgres|SELECT |INSERT |violates|invalid input syntax/i;

export function holdHeaders({ headers }: RawAnswer): void {
  const problems = [
    headers["access-control-allow-origin"] === "*" ? "" : "no CORS",
    (headers["x-request-id"] ?? "") === "" ? "no request id" : "",
    headers["content-type"]?.startsWith("application/json") ? "" : "not JSON",
  ].filter((problem) => problem !== "");
  if (problems.length > 0) throw new Error(`the answer's headers: ${problems.join(", ")}`);
}

export function holdError(
  { status, headers, text, json }: RawAnswer,
  operation?: Operation,
): ErrorBody {
  const { error } = ErrorEnvelope.parse(json);
  if (errorStatus[error.code] !== status) throw new Error(`${error.code} answered as ${status}`);
  // What an Idempotency-Key brings back is the first answer as it was, with the first request's id.
  if (error.request_id !== headers["x-request-id"] && !("idempotent-replayed" in headers)) {
    throw new Error("two request ids");
  }
  if (leak.test(text ?? "")) throw new Error(`the answer tells too much: ${text}`);
  if (operation?.statuses.has(status) === false) {
    throw new Error(`${operation.name} does not document ${status}: ${text}`);
  }
  return error;
}

export function holdSuccess({ status, json }: RawAnswer, { name, meta, output }: Operation): void {
  if (status !== (meta.status ?? 200)) throw new Error(`${name} answered ${status}`);
  const parsed = output.parse(status === 204 ? undefined : json);
  if (JSON.stringify(parsed) !== (status === 204 ? undefined : JSON.stringify(json))) {
    throw new Error(`${name} answered other fields than its schema has`);
  }
}
