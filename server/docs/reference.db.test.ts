import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "../openapi";
import { operations } from "../testing/rest";

const Described = z.object({
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(z.object({ name: z.string(), description: z.string().optional() }))
    .default([]),
  responses: z.record(
    z.string(),
    z.object({
      content: z.record(z.string(), z.object({ example: z.unknown().optional() })).optional(),
    }),
  ),
});

const { paths, tags = [] } = openApiDocument();
const documented = (method: string, path: string) => {
  const entries = Object.entries(paths?.[path] ?? {});
  return Described.parse(entries.find(([name]) => name === method.toLowerCase())?.[1]);
};

describe.each(operations)("$method $path", ({ method, path, output, meta }) => {
  const operation = documented(method, path);

  test("says of every parameter what it is", () => {
    const silent = operation.parameters.filter(({ description = "" }) => description === "");
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("stands under a tag that the document describes", () => {
    expect(tags.map(({ name }) => name)).toContain(operation.tags[0]);
  });

  test("shows an answer as it may be", () => {
    const { content } = operation.responses[String(meta.status ?? 200)] ?? {};
    // An answer without a body is undefined in both.
    const problems = output.safeParse(content?.["application/json"]?.example).error;
    expect(problems).toBeUndefined();
  });
});

test("no whole number is said to be limited by what a program can hold", () => {
  expect(JSON.stringify(paths)).not.toContain(String(Number.MAX_SAFE_INTEGER));
});
