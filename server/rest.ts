import { randomUUID } from "node:crypto";
import { errorResponse } from "./error-response";
import { AppError } from "./errors";
import { answerOnce } from "./idempotency/answer-once";
import { claimOf } from "./idempotency/claim";
import { noteCall, requestIdOf } from "./note-call";
import { openApiJson } from "./openapi";
import { countCall } from "./rate-limit/count-call";
import { readInput } from "./rest-input";
import { matchRoute } from "./rest-routes";
import { type Context, createRestContext, missingAuthorization } from "./trpc";

/** A request, however it arrived. */
export type RestRequest = {
  method: string;
  /** Path and query as sent, still percent-encoded. */
  url: string;
  header: (name: string) => string | null;
  /** The body, or null as soon as it exceeds `maxBytes`. */
  readBody: (maxBytes: number) => Promise<Uint8Array | null>;
  ipAddress: string | null;
  /** Who calls, where the door in front has found out already; else the headers say it. */
  ctx?: Context;
};

export type RestResponse = { status: number; headers: Record<string, string>; body: string | null };

const sharedHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "X-Request-Id, Retry-After, Idempotent-Replayed, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, RateLimit, RateLimit-Policy",
  "cache-control": "no-store",
  "content-type": "application/json; charset=utf-8",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** What is found out about a call while it is answered, for its headers and its line in the log. */
type Call = {
  requestId: string;
  nowMs: number;
  ctx: Context | null;
  /** Whether the operation counts towards the plan. */
  counted: boolean;
  headers: Record<string, string>;
  /** Method and path as the document has them; null where it has none. */
  operation: string | null;
};

/** Answers any request under `/v1` and `/health`: authentication, limits, input, procedure, envelope. Never throws. */
export async function answerRest(request: RestRequest): Promise<RestResponse> {
  const startedMs = performance.now();
  const requestId = requestIdOf(request.header("x-request-id"));
  const call: Call = {
    requestId,
    nowMs: Date.now(),
    ctx: null,
    counted: true,
    headers: {},
    operation: null,
  };
  const response = await dispatch(request, call).catch((error: unknown) =>
    errorResponse(error, requestId),
  );
  const [path = ""] = request.url.split("?", 1);
  const { method, ipAddress } = request;
  const ms = performance.now() - startedMs;
  noteCall({ ...call, method, path, ipAddress, status: response.status, ms });
  return {
    status: response.status,
    headers: { ...sharedHeaders, "x-request-id": requestId, ...call.headers, ...response.headers },
    body: request.method === "HEAD" ? null : response.body,
  };
}

/** The answer to what is no HTTP request, or has too long a head to be read as one: nobody asked, so nothing is noted. */
export function answerUnreadable(reason: "malformed" | "too long"): RestResponse {
  const requestId = randomUUID();
  const problem =
    reason === "malformed"
      ? "is not valid HTTP"
      : "must have at most 16 KiB of address and headers";
  const error = new AppError("validation_error", `The request ${problem}`, {
    details: { request: problem },
  });
  const response = errorResponse(error, requestId);
  const headers = { ...sharedHeaders, "x-request-id": requestId, ...response.headers };
  return { ...response, headers };
}

async function dispatch(request: RestRequest, call: Call): Promise<RestResponse> {
  const { requestId, nowMs } = call;
  const question = request.url.indexOf("?");
  const path = question === -1 ? request.url : request.url.slice(0, question);
  if (path === "/v1/openapi.json") {
    return serveDocument(request.method, requestId);
  }
  const found = matchRoute(path);
  if (found === null) {
    throw new AppError("not_found", "No such endpoint. GET /v1/openapi.json lists them all.");
  }
  const { methods, params } = found;
  if (request.method === "OPTIONS") {
    return preflight([...methods.keys()]);
  }
  const route = methods.get(request.method === "HEAD" ? "GET" : request.method);
  if (route === undefined) {
    return methodNotAllowed([...methods.keys()], requestId);
  }
  call.operation = route.operation;
  const facts = { nowMs, requestId, ipAddress: request.ipAddress };
  const ctx = request.ctx ?? (await createRestContext(request.header, facts));
  call.ctx = ctx;
  call.counted = route.isCounted;
  if (ctx.scope === null && !route.isPublic) {
    throw new AppError("unauthorized", missingAuthorization);
  }
  const verdict = await countCall(ctx, route);
  call.headers = verdict.headers;
  if (verdict.refusal !== null) {
    throw verdict.refusal;
  }
  const query = question === -1 ? "" : request.url.slice(question + 1);
  const input = await readInput(request, route, params, query);
  const key = request.method === "POST" ? request.header("idempotency-key") : null;
  const claim = key === null ? null : claimOf(key, ctx, route, input);
  const answer = async (): Promise<RestResponse> => {
    const output = await route.call(ctx, input);
    const body = route.status === 204 ? null : JSON.stringify(output);
    return { status: route.status, headers: {}, body };
  };
  const refusal = (error: unknown) => errorResponse(error, requestId);
  return await (claim === null ? answer() : answerOnce(claim, { answer, refusal }));
}

function serveDocument(method: string, requestId: string): RestResponse {
  if (method === "OPTIONS") {
    return preflight(["GET"]);
  }
  if (method !== "GET" && method !== "HEAD") {
    return methodNotAllowed(["GET"], requestId);
  }
  return { status: 200, headers: { "cache-control": "public, max-age=60" }, body: openApiJson() };
}

const allowed = (methods: string[]): string =>
  [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])]
    .toSorted()
    .join(", ");

const preflight = (methods: string[]): RestResponse => ({
  status: 204,
  headers: {
    allow: allowed(methods),
    "access-control-allow-methods": allowed(methods),
    "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, X-Request-Id",
    "access-control-max-age": "86400",
  },
  body: null,
});

function methodNotAllowed(methods: string[], requestId: string): RestResponse {
  const error = new AppError("method_not_allowed", `Allowed here: ${allowed(methods)}`);
  const response = errorResponse(error, requestId);
  return { ...response, headers: { ...response.headers, allow: allowed(methods) } };
}
