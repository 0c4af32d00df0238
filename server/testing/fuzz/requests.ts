import { METHODS } from "node:http";
import * as fc from "fast-check";
import { z } from "zod";
import { openApiDocument } from "../../openapi";
import { operationAt } from "../rest";
import type { RawRequest } from "../transport";
import { bodies, contentTypes, idempotencyKeys, rawJson, strings, tails } from "./hostile";
import { field, ids, isSchema, likeExample, type Schema, valid } from "./values";

const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});
const Json = z.object({
  "application/json": z.object({
    schema: z.record(z.string(), z.unknown()),
    example: z.record(z.string(), z.unknown()),
  }),
});
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Json }).optional(),
});
type Described = z.infer<typeof Operation> & { method: string; path: string };

/** The operations, as nobody but the document describes them. */
const operations: Described[] = Object.entries(openApiDocument().paths ?? {}).flatMap(
  ([path, item]) =>
    Object.entries(z.record(z.string(), z.unknown()).parse(item)).map(([method, found]) => ({
      ...Operation.parse(found),
      method: method.toUpperCase(),
      path,
    })),
);

/** What a share of requests has; the others have `usual`. */
const rarely = <T>(percent: number, odd: fc.Arbitrary<T>, usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: percent, arbitrary: odd }, { weight: 100 - percent, arbitrary: usual });

const encode = (value: unknown): string =>
  encodeURIComponent((typeof value === "string" ? value : JSON.stringify(value)).toWellFormed());

function paths({ path }: Described): fc.Arbitrary<string> {
  const segments = path
    .split("/")
    .map((segment, index, all) =>
      segment.startsWith("{")
        ? rarely(
            4,
            fc.constantFrom(...strings).map(encode),
            ids(`${all[index - 1]} ${segment}`).map(encode),
          )
        : fc.constant(segment),
    );
  return fc.tuple(...segments).map((all) => all.join("/"));
}

function queries({ parameters, path }: Described): fc.Arbitrary<string> {
  const pairs = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, required, schema }) => {
      const about = name === "starting_after" ? path : name;
      const share = required || name === "token" ? 97 : 30;
      const given = field(schema, about).map((value) => [`${name}=${encode(value)}`]);
      return rarely(share, given, fc.constant<string[]>([]));
    });
  return fc.tuple(...pairs).map((given) => {
    const text = given.flat().join("&");
    return text === "" ? "" : `?${text}`;
  });
}

const written = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /"(~raw\.[\w-]+~)"/g,
    (_, name: string) => rawJson[name] ?? "null",
  );

type Body = { schema: Schema; example: Schema };

/** A body as the schema has it, with fields beside it now and then; text, since some JSON is no value. */
function fittingBody({ schema, example }: Body): fc.Arbitrary<string> {
  const extra = fc.tuple(
    fc.constantFrom("id", "is_test", "organization_id", "__proto__", "constructor", "", "x"),
    fc.constantFrom<unknown>(null, true, "~bystander.organization~", {}),
  );
  const fields = rarely(60, likeExample(schema, example), valid(schema, ""));
  return fc.tuple(fields, rarely(6, extra, fc.constant(null))).map(([value, more]) => {
    const entries = isSchema(value) ? Object.entries(value) : [];
    return written(Object.fromEntries(more === null ? entries : [...entries, more]));
  });
}

const callers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 60, arbitrary: fc.constant({ authorization: "Bearer ~key.live~" }) },
  { weight: 15, arbitrary: fc.constant({ authorization: "Bearer ~key.test~" }) },
  { weight: 5, arbitrary: fc.constant({ authorization: "Bearer ~key.reading~" }) },
  { weight: 10, arbitrary: fc.constant({}) },
  {
    weight: 6,
    arbitrary: fc.record({
      authorization: fc.constant("Bearer ~key.service~"),
      "x-org-id": fc.constantFrom("~own.organization~", "~own.booking~", "", "1", "%00"),
      "x-astrocal-mode": fc.constantFrom("live", "test", "LIVE", ""),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        "",
        "Bearer",
        "Bearer  ",
        "Basic YTpi",
        "Bearer ~own.token~",
        "Bearer \u00ff",
        "bearer x y",
      )
      .map((authorization) => ({ authorization })),
  },
);

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  { "x-request-id": "a".repeat(129) },
  { "x-request-id": "<script>\u00e9" },
  { "x-http-method-override": "DELETE" },
  { "content-encoding": "gzip" },
  { origin: "https://example.com" },
  { accept: "text/html" },
  { range: "bytes=0-1" },
  { "if-none-match": "*" },
  { "accept-language": "x".repeat(4000) },
  { cookie: "next-auth.session-token=x; astrocal_mode=test" },
  { "x-forwarded-for": "127.0.0.1, ::1, not-an-address" },
  { host: "example.com:99999" },
);

function request(operation: Described): fc.Arbitrary<RawRequest> {
  const fitting = operation.requestBody?.content["application/json"];
  const usualBody =
    fitting === undefined
      ? rarely<string | undefined>(10, fc.constant("{}"), fc.constant(undefined))
      : fittingBody(fitting);
  const methods = METHODS.filter((each) => each !== "CONNECT");
  return fc
    .record({
      method: rarely(3, fc.constantFrom(...methods), fc.constant(operation.method)),
      path: paths(operation),
      query: queries(operation),
      tail: rarely(5, fc.constantFrom(...tails), fc.constant("")),
      body: rarely<string | Uint8Array | undefined>(4, fc.constantFrom(...bodies), usualBody),
      caller: callers,
      contentType: rarely(3, fc.constantFrom(...contentTypes), fc.constant("application/json")),
      idempotencyKey: rarely<string | null>(
        12,
        fc.constantFrom(...idempotencyKeys),
        fc.constant(null),
      ),
      more: rarely<Record<string, string>>(6, oddHeaders, fc.constant({})),
    })
    .map(({ method, path, query, tail, body, caller, contentType, idempotencyKey, more }) => ({
      method,
      url: `${path}${query}${tail}`,
      headers: {
        ...caller,
        ...(body === undefined ? {} : { "content-type": contentType }),
        ...(idempotencyKey === null ? {} : { "idempotency-key": idempotencyKey }),
        ...more,
      },
      ...(body === undefined ? {} : { body }),
    }));
}

/**
 * Requests for every operation of the OpenAPI document, made from its schemas: most of them nearly right, in which
 * things of the world stand by name ("~own.booking~").
 */
export const requests: fc.Arbitrary<RawRequest> = fc.oneof(...operations.map(request));

/** Those for one operation, by its procedure's name. */
export const requestsFor = (name: string): fc.Arbitrary<RawRequest> =>
  fc.oneof(
    ...operations
      .filter(({ method, path }) => operationAt(method, path)?.name === name)
      .map(request),
  );

/** The request with the things themselves in place of their names. */
export function resolved(request: RawRequest, lookUp: (name: string) => string): RawRequest {
  const fill = (text: string) =>
    text.replaceAll(/~((?:own|bystander|key|host)\.\w+)~/g, (_, name: string) => lookUp(name));
  const { url, headers = {}, body, ...rest } = request;
  return {
    ...rest,
    url: fill(url),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, fill(value)]),
    ),
    ...(body === undefined ? {} : { body: typeof body === "string" ? fill(body) : body }),
  };
}
