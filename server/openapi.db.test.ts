import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "./ids";
import { openApiDocument } from "./openapi";
import { publishedProcedures } from "./rest-routes";
import { operations } from "./testing/rest";

const Body = z.object({
  requestBody: z.object({
    required: z.boolean(),
    content: z.object({
      "application/json": z.object({
        schema: z.object({
          properties: z.record(z.string(), z.unknown()),
          required: z.array(z.string()).default([]),
          additionalProperties: z.unknown(),
        }),
        example: z.record(z.string(), z.unknown()),
      }),
    }),
  }),
});

const { paths } = openApiDocument();
const documented = Object.entries(paths ?? {}).flatMap(([path, item]) =>
  Object.entries(z.record(z.string(), z.unknown()).parse(item)).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    operation,
  })),
);
const withBody = operations.flatMap(({ name, method, path }) => {
  const found = documented.find((each) => each.path === path && each.method === method);
  const body = Body.safeParse(found?.operation);
  return body.success ? [{ name, path, body: body.data.requestBody }] : [];
});

test("the document holds every published operation, and no other", () => {
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  expect(documented.map(name).toSorted()).toEqual(operations.map(name).toSorted());
  expect(withBody.length).toBeGreaterThan(5);
});

test.each(withBody)("the example of what $name takes is what it takes", ({ name, path, body }) => {
  const [, procedure] = publishedProcedures().find(([each]) => each === name) ?? [];
  const { inputs } = z.object({ inputs: z.array(z.instanceof(z.ZodType)) }).parse(procedure?._def);
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = ""]) => [parameter, newId()]);
  const input = { ...body.content["application/json"].example, ...Object.fromEntries(ids) };
  for (const schema of inputs) {
    expect(schema.safeParse(input).error).toBeUndefined();
  }
});

test.each(withBody)(
  "$name names all fields that its body may have, and needs one if it needs any",
  ({ body: { required, content } }) => {
    const { schema } = content["application/json"];
    expect(schema.additionalProperties).toBe(false);
    expect(required).toBe(schema.required.length > 0);
  },
);
