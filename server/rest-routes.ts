import { type AnyTRPCProcedure, callTRPCProcedure } from "@trpc/server";
import type { OpenApiMeta } from "trpc-to-openapi";
import { type KeyScope, requiredScope } from "./api-keys/scopes";
import { appRouter } from "./router";
import type { Context, Meta } from "./trpc";

/** One published operation: all that dispatching needs, worked out once. */
export type Route = {
  /** Method and path, as the document has them. */
  operation: string;
  /** What an API key needs for it. */
  requiredScope: KeyScope | null;
  status: number;
  isPublic: boolean;
  /** Whether it counts towards the plan's rate limits. */
  isCounted: boolean;
  /** Whether any limit is asked at all. */
  isLimited: boolean;
  /** Path parameters; each is a UUID, and anything else is a 404 of `resource`. */
  paramNames: string[];
  resource: string;
  /** Whether input comes as a JSON body (POST, PUT, PATCH) or as the query string. */
  hasBody: boolean;
  /** Input that a body method takes from the query string. */
  queryNames: readonly string[];
  call: (ctx: Context, input: Record<string, unknown>) => Promise<unknown>;
};

/** Every procedure by its path ("bookings.create"); tRPC keeps them flat, and types them nested. */
export const publishedProcedures = (): [string, AnyTRPCProcedure][] =>
  Object.entries<unknown>(appRouter._def.procedures).filter(isProcedureEntry);

const isProcedureEntry = (entry: [string, unknown]): entry is [string, AnyTRPCProcedure] =>
  typeof entry[1] === "function" && "_def" in entry[1];

type Node = { methods: Map<string, Route>; literal: Map<string, Node>; parameter: Node | null };

const newNode = (): Node => ({ methods: new Map(), literal: new Map(), parameter: null });
const isParameter = (segment: string) => segment.startsWith("{");

function compileRoutes(): Node {
  const root = newNode();
  for (const [path, procedure] of publishedProcedures()) {
    const meta: Meta = procedure._def.meta ?? {};
    if (meta.openapi !== undefined) {
      let node = root;
      for (const segment of meta.openapi.path.slice(1).split("/")) {
        node = descend(node, segment);
      }
      node.methods.set(meta.openapi.method, routeOf(path, procedure._def.type, meta, meta.openapi));
    }
  }
  return root;
}

function descend(node: Node, segment: string): Node {
  if (isParameter(segment)) {
    node.parameter ??= newNode();
    return node.parameter;
  }
  const next = node.literal.get(segment) ?? newNode();
  node.literal.set(segment, next);
  return next;
}

function routeOf(
  path: string,
  type: "query" | "mutation" | "subscription",
  meta: Meta,
  openapi: NonNullable<OpenApiMeta["openapi"]>,
): Route {
  return {
    operation: `${openapi.method} ${openapi.path}`,
    // Fails here, at the start, for an operation that the table of scopes does not know.
    requiredScope: requiredScope(path),
    status: meta.status ?? 200,
    isPublic: meta.public ?? false,
    isCounted: meta.uncounted !== true,
    isLimited: meta.unlimited !== true,
    paramNames: [...openapi.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""),
    resource: meta.resource ?? "Resource",
    hasBody: openapi.method !== "GET" && openapi.method !== "DELETE",
    queryNames: meta.query ?? [],
    call: (ctx, input) =>
      callTRPCProcedure({
        router: appRouter,
        path,
        type,
        ctx,
        getRawInput: async () => input,
        signal: undefined,
        batchIndex: 0,
      }),
  };
}

const root = compileRoutes();

/** The operations at a path by method, with the values of its parameters; null when nothing is there. */
export function matchRoute(path: string): { methods: Map<string, Route>; params: string[] } | null {
  const params: string[] = [];
  let node = root;
  for (const segment of path.slice(1).split("/")) {
    const literal = node.literal.get(segment);
    if (literal === undefined && node.parameter !== null && segment !== "") {
      params.push(segment);
    }
    const next = literal ?? (segment === "" ? null : node.parameter);
    if (next === null) {
      return null;
    }
    node = next;
  }
  return node.methods.size === 0 ? null : { methods: node.methods, params };
}
