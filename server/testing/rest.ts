import type { inferRouterOutputs } from "@trpc/server";
import { z } from "zod";
import { openApiDocument } from "../openapi";
import { answerRest, type RestResponse } from "../rest";
import { publishedProcedures } from "../rest-routes";
import type { AppRouter } from "../router";
import type { Meta } from "../trpc";
import { type ErrorBody, holdError, holdHeaders, holdSuccess } from "./rest-laws";
import { chosenTransport, type RawRequest } from "./transport";

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

export type RawAnswer = {
  status: number;
  headers: Record<string, string>;
  text: string | null;
  /** The parsed body, null without one. */
  json: unknown;
  error: ErrorBody | null;
};

/** An address that is nobody's (RFC 5737). */
const someAddress = "203.0.113.7";

/** Asks the door in-process: a request as the door reads it. */
export async function knock({
  method,
  url,
  headers = {},
  body,
  ipAddress,
}: RawRequest): Promise<RestResponse> {
  const lowerCase = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return await answerRest({
    method,
    url,
    header: (name) => lowerCase[name] ?? null,
    readBody: async (maxBytes) =>
      bytes !== undefined && bytes.length > maxBytes ? null : (bytes ?? new Uint8Array()),
    ipAddress: ipAddress ?? null,
  });
}

/**
 * Sends a request to the REST door and holds the answer to everything that is promised of every answer: an error is in
 * the envelope, with its code's status, and lets nothing out; a success fits its procedure's schema exactly; the status
 * is a documented one; CORS and request id are there.
 */
export async function send(request: RawRequest): Promise<RawAnswer> {
  const transport = chosenTransport() ?? knock;
  return hold(request, await transport({ ipAddress: someAddress, ...request }));
}

/** Holds an answer to what is promised of every answer; see `send`. */
export function hold(
  { method, url }: RawRequest,
  { body: text, ...answer }: RestResponse,
): RawAnswer {
  const json: unknown = text === null ? null : JSON.parse(text);
  const checked = { ...answer, text, json, error: null };
  holdHeaders(checked);
  const operation = operationAt(method, url);
  if (answer.status >= 400) {
    if (method === "HEAD") return checked;
    return { ...checked, error: holdError(checked, operation) };
  }
  if (operation !== undefined && method !== "HEAD") holdSuccess(checked, operation);
  return checked;
}

/** The operation that answers there, if one does. */
export function operationAt(method: string, url: string): Operation | undefined {
  const [path = ""] = url.split("?", 1);
  const wanted = method === "HEAD" ? "GET" : method;
  return operations.find((each) => each.method === wanted && each.pattern.test(path));
}

export type CallOptions = {
  /** The API key; none: a stranger. */
  key?: string;
  /** The path's id; of several, a slash between. One for all when there are more places than ids. */
  id?: string;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  headers?: Record<string, string>;
  ipAddress?: string;
};

function withIds(path: string, id: string): string {
  const ids = id.split("/");
  let next = 0;
  return path.replaceAll(/\{\w+\}/g, () => ids[next++] ?? ids.at(-1) ?? "");
}

export function requestOf(name: string, options: CallOptions = {}): RawRequest {
  const { method, path } = operationNamed(name);
  const { key, id = "missing-id", query = {}, body, headers = {}, ipAddress } = options;
  const text = Object.entries(query).map(
    ([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(value)}`,
  );
  return {
    method,
    url: withIds(path, id) + (text.length === 0 ? "" : `?${text.join("&")}`),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(ipAddress === undefined ? {} : { ipAddress }),
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
