import { expect, test } from "vitest";
import { forReading } from "./document";

const documentOf = () => ({
  paths: {
    "/v1/things": {
      get: {
        parameters: [
          { required: true, example: "a", schema: { type: "string", example: "a" } },
          { schema: { type: "string", example: "b" } },
          { schema: { enum: ["asc", "desc"] } },
          { schema: { type: "boolean" } },
          { schema: { type: "integer", minimum: 1 } },
        ],
        security: [{}, { apiKey: [] }, { serviceKey: [] }],
      },
      post: {},
    },
  },
});

test("optional parameters are switched off, each with a value to begin with", () => {
  const { parameters } = forReading(documentOf(), false).paths["/v1/things"]?.["get"] ?? {};
  expect(parameters).toEqual([
    { required: true, example: "a", schema: { type: "string" } },
    ...["b", "asc", true, 1].map((value) => ({
      schema: expect.any(Object),
      examples: { default: { value, "x-disabled": true } },
    })),
  ]);
});

test("a key that is there is used where it may be", () => {
  const securityOf = (hasKey: boolean) =>
    forReading(documentOf(), hasKey).paths["/v1/things"]?.["get"]?.security;
  expect(securityOf(false)).toEqual([{}, { apiKey: [] }, { serviceKey: [] }]);
  expect(securityOf(true)).toEqual([{ apiKey: [] }, { serviceKey: [] }, {}]);
});
