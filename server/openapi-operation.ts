import type { oas31 } from "zod-openapi";
import { type ErrorCode, errorStatus } from "./errors";
import { exampleOf } from "./openapi-example";
import { addIdempotencyKey, idempotencyErrors } from "./openapi-idempotency";
import { addRateLimits, limitExamples } from "./openapi-rate-limits";
import type { Meta } from "./trpc";

type Operation = oas31.OperationObject;
type Lookup = Parameters<typeof exampleOf>[1];

/** The one shape of every error answer. */
export const errorSchema: oas31.SchemaObject = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "request_id", "doc_url"],
      properties: {
        code: { type: "string", enum: Object.keys(errorStatus) },
        message: { type: "string", description: "What happened and what to do, for people." },
        details: {
          type: "object",
          additionalProperties: { type: "string" },
          description: "Field path → what is wrong with it.",
        },
        limit: {
          type: "integer",
          description: "The limit that was reached (`rate_limit_exceeded`, `quota_exceeded`).",
        },
        window: {
          type: "string",
          enum: ["1m", "24h"],
          description: "Over which time the limit counts (`rate_limit_exceeded`).",
        },
        reset_at: {
          type: "string",
          format: "date-time",
          description: "When counting starts anew (`rate_limit_exceeded`, `quota_exceeded`).",
        },
        retry_after: {
          type: "integer",
          description:
            "Seconds to wait before trying again (`rate_limit_exceeded`, `idempotency_in_progress`).",
        },
        tier: { type: "string", description: "The organization's plan, where it set the limit." },
        request_id: { type: "string", description: "Quote it when you report a problem." },
        doc_url: { type: "string", format: "uri", description: "What the code means, at length." },
      },
    },
  },
};

const requestIdHeader: oas31.HeaderObject = {
  description: "The caller's own id of the request, or one made for it.",
  schema: { type: "string" },
};

/** What an error answer is about, where its status says too little. */
const meanings: Record<ErrorCode, string> = {
  validation_error: "A field is missing or wrong; `details` names it",
  bad_request: "Well-formed, but a rule of the event type forbids it",
  unauthorized: "No key, or not a good one",
  forbidden: "The key lacks the scope, may not be used from this address, or may not do this",
  quota_exceeded: "The plan's bookings of this month are used up",
  not_found: "Unknown, deleted, another organization's or the other mode's",
  method_not_allowed: "The path knows other methods; `Allow` names them",
  conflict: "Taken, in use, or no longer possible",
  idempotency_in_progress: "The first request with this Idempotency-Key is still running",
  payload_too_large: "The body exceeds 256 KiB",
  unsupported_media_type: "The body is not application/json",
  idempotency_mismatch: "The Idempotency-Key was used for another request",
  rate_limit_exceeded: "Too many requests",
  internal_error: "Our fault",
  service_unavailable: "The database is not reachable; try again after Retry-After",
};

/**
 * Adds what trpc-to-openapi does not know: statuses, error answers, the token, examples, who may call.
 * @param example the input as its schema shows it; without one it is made up
 */
export function completeOperation(
  operation: Operation,
  meta: Meta,
  lookup: Lookup,
  example?: unknown,
): void {
  const keys = [{ apiKey: [] }, { serviceKey: [] }];
  operation.security = meta.public ? [{}, ...keys] : keys;
  const body = requestBody(operation);
  moveToQuery(operation, body, meta.query ?? []);
  if (body !== undefined) {
    completeBody(operation, body);
    body.example = example ?? exampleOf(body.schema, lookup);
  }
  for (const parameter of operation.parameters ?? []) {
    if ("schema" in parameter && parameter.required === true) {
      parameter.example = exampleOf(parameter.schema, lookup);
    }
  }
  const status = meta.status ?? 200;
  operation.responses = {
    [status]: status === 204 ? noBody : success(operation, lookup),
    ...errorAnswers(errorsOf(meta)),
  };
  if (meta.unlimited !== true) {
    addRateLimits(operation);
  }
  if (meta.openapi?.method === "POST") {
    addIdempotencyKey(operation);
  }
}

const headers = { "X-Request-Id": requestIdHeader };
const noBody: oas31.ResponseObject = { description: "Done; there is no body", headers };

function success(operation: Operation, lookup: Lookup): oas31.ResponseObject {
  const response: oas31.ResponseObject | oas31.ReferenceObject | undefined =
    operation.responses?.["200"];
  const schema = jsonSchemaOf(response);
  return {
    description: "Done",
    headers,
    content: { "application/json": { schema, example: exampleOf(schema, lookup) } },
  };
}

function jsonSchemaOf(response: oas31.ResponseObject | oas31.ReferenceObject | undefined) {
  const content = response !== undefined && "content" in response ? response.content : undefined;
  return content?.["application/json"]?.schema ?? {};
}

function requestBody({ requestBody: body }: Operation): oas31.MediaTypeObject | undefined {
  return body !== undefined && "content" in body ? body.content["application/json"] : undefined;
}

/** Unknown fields are refused (contract §1), which a schema with rules between fields forgets; no body is read as `{}`. */
function completeBody({ requestBody: whole }: Operation, { schema }: oas31.MediaTypeObject): void {
  if (schema !== undefined && "type" in schema && schema.type === "object") {
    schema.additionalProperties = false;
    if (whole !== undefined && "content" in whole) {
      whole.required = (schema.required ?? []).length > 0;
    }
  }
}

/** A token belongs into the query string, where trpc-to-openapi puts all input of a POST into the body. */
function moveToQuery(
  operation: Operation,
  body: oas31.MediaTypeObject | undefined,
  names: readonly string[],
): void {
  const { schema } = body ?? {};
  if (schema === undefined || !("properties" in schema) || schema.properties === undefined) {
    return;
  }
  for (const name of names) {
    const { [name]: moved, ...rest } = schema.properties;
    schema.properties = rest;
    if (moved !== undefined) {
      const description = "description" in moved ? moved.description : undefined;
      const parameter: oas31.ParameterObject = {
        name,
        in: "query",
        required: false,
        schema: moved,
      };
      operation.parameters = [
        ...(operation.parameters ?? []),
        description === undefined ? parameter : { ...parameter, description },
      ];
    }
  }
}

function errorsOf(meta: Meta): Set<ErrorCode> {
  const { method = "GET" } = meta.openapi ?? {};
  return new Set<ErrorCode>([
    "validation_error",
    "unauthorized",
    "forbidden",
    ...(meta.errors ?? []),
    // A service key may name an organization that is not there.
    "not_found",
    "method_not_allowed",
    ...(method === "POST" ? idempotencyErrors : []),
    // A body is read, and may be wrong, where an operation has no input too.
    ...(method === "GET" || method === "DELETE"
      ? []
      : (["payload_too_large", "unsupported_media_type"] as const)),
    ...(meta.unlimited === true ? [] : (["rate_limit_exceeded"] as const)),
    "internal_error",
    "service_unavailable",
  ]);
}

/** One answer a status: the codes that share it are told apart in its description and examples. */
function errorAnswers(codes: Set<ErrorCode>): Record<string, oas31.ResponseObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const status = errorStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, shared]) => [String(status), errorAnswer(shared)]),
  );
}

const errorAnswer = (codes: ErrorCode[]): oas31.ResponseObject => ({
  description: codes.map((code) => `\`${code}\`: ${meanings[code]}`).join(". "),
  headers,
  content: {
    "application/json": {
      schema: { $ref: "#/components/schemas/Error" },
      examples: Object.fromEntries(
        codes.map((code) => [
          code,
          {
            value: {
              error: {
                code,
                message: meanings[code],
                ...limitExamples[code],
                request_id: "req_8f1c",
                doc_url: `https://astrocal.example/docs/errors#${code}`,
              },
            },
          },
        ]),
      ),
    },
  },
});
