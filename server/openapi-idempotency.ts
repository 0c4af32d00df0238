import type { oas31 } from "zod-openapi";
import type { ErrorCode } from "./errors";

/** The errors that only a request with an Idempotency-Key meets. */
export const idempotencyErrors: readonly ErrorCode[] = [
  "idempotency_in_progress",
  "idempotency_mismatch",
];

const keyHeader: oas31.ParameterObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Makes it safe to send the request again when its answer was lost. For 24 hours, the same request with the same key is answered as the first time and done no second time. Make a random one for each request, such as a UUID: without an API key, who knows it and the request is given the answer. The same key with another request is refused with 422; while the first request still runs, 409 says to ask again. 401, 429 and 5xx answers are not kept.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]([ -~]*[!-~])?$" },
};

const replayedHeader: oas31.HeaderObject = {
  description:
    "`true`: this is the first answer to the Idempotency-Key again, byte for byte. `X-Request-Id` is this request's, `error.request_id` the first one's.",
  schema: { type: "string", enum: ["true"] },
};

/** Statuses of answers that are kept: of what was done, and of what the operation itself refused. */
const keptStatuses = new Set(["200", "201", "204", "400", "403", "404", "409"]);

/** Describes the header that every POST takes, and what it does to the answers. */
export function addIdempotencyKey(operation: oas31.OperationObject): void {
  operation.parameters = [...(operation.parameters ?? []), keyHeader];
  for (const [status, response] of Object.entries<unknown>(operation.responses ?? {})) {
    if (keptStatuses.has(status) && isResponse(response)) {
      response.headers = { ...response.headers, "Idempotent-Replayed": replayedHeader };
    }
  }
}

const isResponse = (value: unknown): value is oas31.ResponseObject =>
  typeof value === "object" && value !== null && !("$ref" in value);
