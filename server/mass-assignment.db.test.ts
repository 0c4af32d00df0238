import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "./openapi";
import { exampleOf } from "./openapi-example";
import { everything } from "./testing/doors";
import { newOrganization, type TestOrganization } from "./testing/factories";
import { requestWith, rowOf, sideOf } from "./testing/inputs";
import { type Operation, operations, send } from "./testing/rest";

// What answers show of a resource, and what its row has besides, cannot be set by sending it along.

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;
const Documented = z.object({
  requestBody: z
    .object({
      content: z.object({
        "application/json": z.object({ schema: z.record(z.string(), z.unknown()) }),
      }),
    })
    .optional(),
});

const document = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(structuredClone(openApiDocument()));

/** Names of the properties of all objects in a part of the document. */
function propertyNames(part: unknown): string[] {
  if (!isSchema(part)) return [];
  const { properties } = part;
  return [
    ...(isSchema(properties) ? Object.keys(properties) : []),
    ...Object.values(part).flatMap(propertyNames),
  ];
}

/** Every field of every resource, and what else a row or a role might be called. */
const fields = [
  ...new Set([
    ...propertyNames(openApiDocument()),
    "deleted_at",
    "host_id",
    "isTest",
    "is_admin",
    "key_hash",
    "organizationId",
    "permissions",
    "role",
    "tenant_id",
    "tier",
    "user_id",
  ]),
];
/** Those that would do the most harm, each sent alone as well. */
const worst = ["organization_id", "is_test", "id", "status", "role", "created_at", "cancel_token"];

const bodySchema = ({ method, path }: Operation): Schema | undefined =>
  Documented.parse(document.paths[path]?.[method.toLowerCase()]).requestBody?.content[
    "application/json"
  ].schema;
const known = (schema: Schema | undefined) =>
  isSchema(schema?.["properties"]) ? Object.keys(schema["properties"]) : [];

const withBody = operations.filter((each) => bodySchema(each) !== undefined);
const withoutBody = operations.filter(({ method }) => method === "GET" || method === "DELETE");

let organization: TestOrganization;
beforeAll(async () => {
  organization = await newOrganization();
});

/** A call that succeeds. */
async function goodRequest(operation: Operation) {
  const { input, only } = rowOf(operation.name);
  const side = sideOf(organization, only ?? "live");
  const headers = { authorization: `Bearer ${side.key}` };
  return requestWith(operation, await input(side), headers);
}

test("there is much to try", () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields).toEqual(expect.arrayContaining(worst));
  expect(withBody.length).toBeGreaterThan(10);
});

describe.each(withBody)("the body of $method $path", (operation) => {
  const unknown = fields.filter((field) => !known(bodySchema(operation)).includes(field));

  async function refusedWith(more: Record<string, unknown>) {
    const request = await goodRequest(operation);
    const body: unknown = JSON.parse(String(request.body));
    const before = await everything();
    const sent = { ...request, body: JSON.stringify({ ...(isSchema(body) ? body : {}), ...more }) };
    const { status, error } = await send(sent);
    expect(await everything()).toEqual(before);
    return { status, code: error?.code, details: error?.details };
  }
  const refusal = (names: string[]) => ({
    status: 400,
    code: "validation_error",
    details: Object.fromEntries(names.map((name) => [name, "is not a known field"])),
  });

  test("takes none of the fields that only answers have", async () => {
    // Path and query are read first: what they have too is refused before the rest is looked at.
    const { path, meta } = operation;
    const elsewhere = (field: string) => path.includes(`{${field}}`) || meta.query?.includes(field);
    const names = unknown.filter((field) => !elsewhere(field));
    const all = Object.fromEntries(names.map((field) => [field, null]));
    expect(await refusedWith(all)).toEqual(refusal(names));
  });

  test.each(worst.filter((field) => unknown.includes(field)))("does not take %s", async (field) => {
    expect(await refusedWith({ [field]: organization.organizationId })).toEqual(refusal([field]));
  });

  const nested = Object.entries(bodySchema(operation)?.["properties"] ?? {}).flatMap(
    ([name, schema]) => objectsIn(schema, [name]),
  );
  test.each(nested)("does not take is_test in $at", async ({ name, at, value }) => {
    const { status, details } = await refusedWith({ [name]: value });
    expect({ status, said: details?.[at] }).toEqual({ status: 400, said: "is not a known field" });
  });
});

type Nested = { name: string; at: string; value: unknown };

/** The objects of a fixed shape inside a field, each as an example of the field in which that object has `is_test`. */
function objectsIn(schema: unknown, path: string[]): Nested[] {
  if (!isSchema(schema)) return [];
  const choices = Array.isArray(schema["anyOf"]) ? schema["anyOf"] : [];
  const [name = ""] = path;
  const wrap = (inner: Nested, value: unknown): Nested => ({ ...inner, value });
  const inArray = objectsIn(schema["items"], [...path, "0"]).map((each) =>
    wrap(each, [each.value]),
  );
  const properties = isSchema(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const example = exampleOf(schema, () => ({}));
  const deeper = properties.flatMap(([field, inner]) =>
    objectsIn(inner, [...path, field]).map((each) =>
      wrap(each, { ...(isSchema(example) ? example : {}), [field]: each.value }),
    ),
  );
  const here = {
    name,
    at: [...path, "is_test"].join("."),
    value: { ...(isSchema(example) ? example : {}), is_test: true },
  };
  return [
    ...choices.flatMap((choice) => objectsIn(choice, path)),
    ...inArray,
    ...deeper,
    ...(properties.length > 0 ? [here] : []),
  ];
}

describe.each(withoutBody)("the query of $method $path", (operation) => {
  test.each(["organization_id", "is_test", "id"])("does not take %s", async (field) => {
    const request = await goodRequest(operation);
    const before = await everything();
    const url = `${request.url}${request.url.includes("?") ? "&" : "?"}${field}=true`;
    const { status, error } = await send({ ...request, url });
    expect({ status, said: error?.details?.[field] }).toEqual({
      status: 400,
      said: "is not a known field",
    });
    expect(await everything()).toEqual(before);
  });
});
