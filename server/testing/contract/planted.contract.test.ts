import { createServer } from "node:http";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { newId } from "../../ids";
import { openApiDocument } from "../../openapi";
import { overHttp } from "../over-http";
import type { RawRequest } from "../transport";
import { holdToDocument } from "./hold";

// Prism passes over a schema that it cannot compile without a word. So every operation gets answers and requests that
// break the document, from a server that says what it is told to; each must be found.

const Content = z.object({ "application/json": z.object({ example: z.unknown().optional() }) });
const Operation = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), example: z.unknown().optional() }))
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});

const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
  Object.entries(z.record(z.string(), z.unknown()).parse(item)).map(([method, found]) => {
    const { parameters, requestBody, responses } = Operation.parse(found);
    const query = parameters
      .filter((each) => each.in === "query" && each.example !== undefined)
      .map(({ name, example }): [string, string] => [name, String(example)]);
    const status = Object.keys(responses).find((each) => each.startsWith("2")) ?? "";
    return {
      method: method.toUpperCase(),
      url: `${path.replaceAll(/\{\w+\}/g, newId)}?${new URLSearchParams(query).toString()}`,
      body: requestBody?.content["application/json"].example,
      status: Number(status),
      answer: responses[status]?.content?.["application/json"].example,
    };
  }),
);
type Operation = (typeof operations)[number];

let told = { status: 0, body: "" };
let upstreamPort = 0;
beforeAll(async () => {
  const server = createServer((_, response) => {
    const { status, body } = told;
    const headers = { "content-type": "application/json; charset=utf-8", "x-request-id": "a" };
    response.writeHead(status, headers).end(status === 204 ? undefined : body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const address = server.address();
  upstreamPort = typeof address === "object" && address !== null ? address.port : 0;
});

/** Sends an operation's example, with some of it changed, and has it answered so. */
async function exchange(
  { method, url, body }: Operation,
  answer: { status: number; body?: unknown },
  changed: unknown = body,
): Promise<void> {
  told = { status: answer.status, body: JSON.stringify(answer.body) };
  const request: RawRequest = {
    method,
    url,
    headers: {
      authorization: "Bearer x",
      "x-test-upstream": String(upstreamPort),
      ...(changed === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(changed === undefined ? {} : { body: JSON.stringify(changed) }),
  };
  holdToDocument(request, await overHttp(inject("prismPort"), request));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const refusal = {
  code: "validation_error",
  message: "No",
  request_id: "a",
  doc_url: "https://a.b",
};

const answering = operations.filter(({ answer }) => isObject(answer));
const taking = operations.filter(({ body }) => isObject(body));

test.each(operations)("$method $url passes with its own examples", async (operation) => {
  const { status, answer } = operation;
  await expect(exchange(operation, { status, body: answer })).resolves.toBeUndefined();
  const error = { ...refusal, code: "not_found" };
  await expect(exchange(operation, { status: 404, body: { error } })).resolves.toBeUndefined();
});

describe("is caught:", () => {
  test.each(answering)("an answer of $method $url that lacks a field", async (operation) => {
    const { status } = operation;
    const answer = Object.entries(operation.answer ?? {});
    for (const [field] of answer) {
      const body = Object.fromEntries(answer.filter(([name]) => name !== field));
      await expect(exchange(operation, { status, body })).rejects.toThrow(field);
    }
  });

  test.each(operations)("an answer of $method $url with another status", async (operation) => {
    for (const status of [202, 418]) {
      await expect(exchange(operation, { status, body: {} })).rejects.toThrow("status");
    }
  });

  test.each(operations)("an error of $method $url outside of the envelope", async (operation) => {
    for (const error of [{}, { ...refusal, code: "wrong" }, { ...refusal, message: 1 }]) {
      await expect(exchange(operation, { status: 404, body: { error } })).rejects.toThrow("error");
    }
  });

  test.each(taking)("$method $url taking a field that the document has not", async (operation) => {
    const { status, body, answer } = operation;
    const changed = { ...(isObject(body) ? body : {}), nobody_knows: 1 };
    await expect(exchange(operation, { status, body: answer }, changed)).rejects.toThrow("nobody");
  });

  test.each(taking)("$method $url refusing what the document allows", async (operation) => {
    const error = { ...refusal, details: { title: "is not to our taste" } };
    await expect(exchange(operation, { status: 400, body: { error } })).rejects.toThrow("taste");
  });
});
