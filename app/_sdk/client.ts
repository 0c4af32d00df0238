import type { operations } from "@/public/sdk/v1/openapi.d.ts";
import { isObject } from "./error";
import { routes } from "./routes";
import { type CallOptions, type ClientOptions, send } from "./request";

/** Names of the API's operations, as its OpenAPI document has them. */
export type OperationName = keyof operations;

type Part<Value> = [Value] extends [undefined] ? unknown : NonNullable<Value>;
type Parameters<Name extends OperationName> = operations[Name]["parameters"];
type Body<Name extends OperationName> = operations[Name] extends {
  requestBody?: { content: { "application/json": infer Json } };
}
  ? Json
  : unknown;

/** What an operation takes: the parameters of its path and query and the fields of its body, all in one. */
export type Input<Name extends OperationName> = Part<Parameters<Name>["path"]> &
  Part<Parameters<Name>["query"]> &
  Body<Name>;

type Content<Answer> = Answer extends { content: { "application/json": infer Json } }
  ? Json
  : undefined;

/** What an operation answers with. */
export type Output<Name extends OperationName> = Content<
  operations[Name]["responses"][keyof operations[Name]["responses"]]
>;

type Call<Name extends OperationName> =
  object extends Input<Name>
    ? (input?: Input<Name>, options?: CallOptions) => Promise<Output<Name>>
    : (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>;

/** Operations that answer with pages of a list. */
export type ListName = {
  [Name in OperationName]: Output<Name> extends { data: unknown[]; has_more: boolean }
    ? "starting_after" extends keyof Part<Parameters<Name>["query"]>
      ? Name
      : never
    : never;
}[OperationName];

/** A row of a list. */
export type Item<Name extends ListName> =
  Output<Name> extends { data: (infer Row)[] } ? Row : never;

type Each<Name extends ListName> =
  object extends Input<Name>
    ? (input?: Input<Name>, options?: CallOptions) => AsyncGenerator<Item<Name>, void, undefined>
    : (input: Input<Name>, options?: CallOptions) => AsyncGenerator<Item<Name>, void, undefined>;

/** Every operation as a function, and the lists as iterators over all of their rows. */
export type Client = { readonly [Name in OperationName]: Call<Name> } & {
  /** Reads page after page as the rows are asked for: `for await (const row of client.each.listBookings()) …` */
  readonly each: { readonly [Name in ListName]: Each<Name> };
};

/** A client of the server at `baseUrl`. */
export function createClient(options: ClientOptions): Client;
export function createClient(options: ClientOptions): object {
  const call = async (name: string, input: Values = {}, own: CallOptions = {}) =>
    await send(requestOf(name, input), options, own);
  const each = async function* (name: string, input: Values = {}, own: CallOptions = {}) {
    for (let after: Values = {}; ;) {
      const page = await call(name, { ...input, ...after }, own);
      const rows = isObject(page) && Array.isArray(page["data"]) ? page["data"] : [];
      yield* rows;
      const last: unknown = rows.at(-1);
      if (!isObject(page) || page["has_more"] !== true || !isObject(last)) return;
      after = { starting_after: last["id"] };
    }
  };
  const named = <Made>(make: (name: string) => Made) =>
    Object.fromEntries(Object.keys(routes).map((name) => [name, make(name)]));
  return {
    ...named((name) => (input?: Values, own?: CallOptions) => call(name, input, own)),
    each: named((name) => (input?: Values, own?: CallOptions) => each(name, input, own)),
  };
}

type Values = Readonly<Record<string, unknown>>;

/** Puts each value where the operation takes it: into its path, its query or its body. */
function requestOf(name: string, input: Values) {
  const [method = "GET", template = "", ...queryNames] = routes[name] ?? [];
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = rest.get(parameter);
    rest.delete(parameter);
    if (typeof value !== "string" || value === "") {
      throw new TypeError(`${name} needs ${parameter}`);
    }
    return encodeURIComponent(value);
  });
  const hasBody = method !== "GET" && method !== "DELETE";
  const query = new URLSearchParams();
  for (const [key, value] of rest) {
    if (!hasBody || queryNames.includes(key)) {
      query.set(key, String(value));
      rest.delete(key);
    }
  }
  const search = query.toString().replace(/^(?=.)/, "?");
  const isEmpty = !hasBody || rest.size === 0;
  return { method, path: path + search, body: isEmpty ? undefined : Object.fromEntries(rest) };
}
