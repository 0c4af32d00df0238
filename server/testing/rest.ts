import type { inferRouterOutputs } from "@trpc/server";
import { z } from "zod";
import { type ErrorCode, errorStatus } from "../errors";
import { openApiDocument } from "../openapi";
import { answerRest } from "../rest";
import { publishedProcedures } from "../rest-routes";
import type { AppRouter } from "../router";
import type { Meta } from "../trpc";

type Outputs = inferRouterOutputs<AppRouter>;
type InGroup<Group extends string, Verb> = Verb extends string ? `${Group}.${Verb}` : never;
type NameIn<Group extends keyof Outputs> = Group extends "health"
  ? Group
  : InGroup<Group, keyof Outputs[Group]>;
/** "bookings.create" and so on: a procedure by its place in the router. */
export type OperationName = { [Group in keyof Outputs]: NameIn<Group> }[keyof Outputs];
type OutputOf<Name extends string> = Name extends `${infer Group}.${infer Verb}`
  ? Group extends keyof Outputs
    ? Verb extends keyof Outputs[Group]
      ? Outputs[Group][Verb]
      : never
    : never
  : Name extends keyof Outputs
    ? Outputs[Name]
    : never;

/** A published operation, as its procedure describes it. */
export type Operation = {
  name: OperationName;
  meta: Meta;
  method: string;
  path: string;
  pattern: RegExp;
  output: z.ZodType;
  /** The statuses that the OpenAPI document promises. */
  statuses: Set<number>;
};

const ProcedureWithOutput = z.object({ _def: z.object({ output: z.instanceof(z.ZodType) }) });
const Documented = z.object({ responses: z.record(z.string(), z.unknown()) });

/** The router's own paths are what the type enumerates. */
function asOperationName(name: string): OperationName {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return name as OperationName;
}

function readOperations(): Operation[] {
  const { paths } = openApiDocument();
  return publishedProcedures().flatMap(([name, procedure]) => {
    const meta: Meta = procedure._def.meta ?? {};
    if (meta.openapi === undefined) return [];
    const { method, path } = meta.openapi;
    const documented = Object.entries(paths?.[path] ?? {}).find(
      ([key]) => key === method.toLowerCase(),
    );
    const { output } = ProcedureWithOutput.parse({ _def: procedure._def })._def;
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    const statuses = new Set(Object.keys(Documented.parse(documented?.[1]).responses).map(Number));
    return [{ name: asOperationName(name), meta, method, path, pattern, output, statuses }];
  });
}

/** Everything under `/v1`, and `/health`: read from the router, so that a new operation is among them. */
export const operations: readonly Operation[] = readOperations();

export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`${name} is not published`);
  return found;
}

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

export type RawAnswer = {
  status: number;
  headers: Record<string, string>;
  text: string | null;
  /** The parsed body, null without one. */
  json: unknown;
  error: ErrorBody | null;
};

type RawRequest = {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
};

/**
 * Sends a request to the REST door, in-process, and holds the answer to everything that is promised of every answer:
 * an error is in the envelope, with its code's status, and lets nothing out; a success fits its procedure's schema
 * exactly; the status is a documented one; CORS and request id are there.
 */
export async function send({ method, url, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const lowerCase = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const answer = await answerRest({
    method,
    url,
    header: (name) => lowerCase[name] ?? null,
    readBody: async (maxBytes) =>
      bytes !== undefined && bytes.length > maxBytes ? null : (bytes ?? new Uint8Array()),
    ipAddress: "203.0.113.7",
  });
  const json: unknown = answer.body === null ? null : JSON.parse(answer.body);
  const checked = { ...answer, text: answer.body, json, error: null };
  holdHeaders(checked);
  const operation = operationAt(method, url);
  if (answer.status >= 400) {
    if (method === "HEAD") return checked;
    return { ...checked, error: holdError(checked, operation) };
  }
  if (operation !== undefined && method !== "HEAD") holdSuccess(checked, operation);
  return checked;
}

function operationAt(method: string, url: string): Operation | undefined {
  const [path = ""] = url.split("?", 1);
  const wanted = method === "HEAD" ? "GET" : method;
  return operations.find((each) => each.method === wanted && each.pattern.test(path));
}

function holdHeaders({ headers }: RawAnswer): void {
  const problems = [
    headers["access-control-allow-origin"] === "*" ? "" : "no CORS",
    (headers["x-request-id"] ?? "") === "" ? "no request id" : "",
    headers["content-type"]?.startsWith("application/json") ? "" : "not JSON",
  ].filter((problem) => problem !== "");
  if (problems.length > 0) throw new Error(`the answer's headers: ${problems.join(", ")}`);
}

function holdError({ status, headers, text, json }: RawAnswer, operation?: Operation): ErrorBody {
  const { error } = ErrorEnvelope.parse(json);
  if (errorStatus[error.code] !== status) throw new Error(`${error.code} answered as ${status}`);
  if (error.request_id !== headers["x-request-id"]) throw new Error("two request ids");
  if (leak.test(text ?? "")) throw new Error(`the answer tells too much: ${text}`);
  if (operation?.statuses.has(status) === false) {
    throw new Error(`${operation.name} does not document ${status}: ${text}`);
  }
  return error;
}

function holdSuccess({ status, json }: RawAnswer, { name, meta, output }: Operation): void {
  if (status !== (meta.status ?? 200)) throw new Error(`${name} answered ${status}`);
  const parsed = output.parse(status === 204 ? undefined : json);
  if (JSON.stringify(parsed) !== (status === 204 ? undefined : JSON.stringify(json))) {
    throw new Error(`${name} answered other fields than its schema has`);
  }
}

export type CallOptions = {
  /** The API key; none: a stranger. */
  key?: string;
  id?: string;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  headers?: Record<string, string>;
};

export function requestOf(name: string, options: CallOptions = {}): RawRequest {
  const { method, path } = operationNamed(name);
  const { key, id = "missing-id", query = {}, body, headers = {} } = options;
  const text = Object.entries(query).map(
    ([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(value)}`,
  );
  return {
    method,
    url: path.replace("{id}", id) + (text.length === 0 ? "" : `?${text.join("&")}`),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** Calls an operation over REST, whatever comes of it. */
export const call = async (name: OperationName, options?: CallOptions): Promise<RawAnswer> =>
  await send(requestOf(name, options));

/** Calls an operation that must succeed. @returns its body */
export async function ok<Name extends OperationName>(
  name: Name,
  options?: CallOptions,
): Promise<OutputOf<Name>> {
  const { status, json, text } = await call(name, options);
  if (status >= 300) throw new Error(`${name} answered ${status}: ${text}`);
  return outputOf<Name>(json);
}

/** `send` has parsed the body with this procedure's own output schema, whose type this is. */
function outputOf<Name extends OperationName>(json: unknown): OutputOf<Name> {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return json as OutputOf<Name>;
}

/** Calls an operation that must be refused. @returns the error, with its status */
export async function refused(
  name: OperationName,
  options?: CallOptions,
): Promise<ErrorBody & { status: number }> {
  const { status, error, text } = await call(name, options);
  if (error === null) throw new Error(`${name} was not refused: ${text}`);
  return { status, ...error };
}
