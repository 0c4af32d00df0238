import { expect, test } from "vitest";
import { fieldErrors } from "./field-errors";

const refusal = (details?: Record<string, string>) => ({
  message: "Not let in.",
  code: "bad_request",
  ...(details === undefined ? {} : { details }),
});

test("what is about a field is said at the field alone", () => {
  expect(fieldErrors(refusal({ password: "is wrong" }), ["username", "password"])).toEqual({
    own: [["password", "is wrong"]],
    rest: null,
  });
});

test("what is about a field that is not shown, or about none, is said above", () => {
  const rest = { message: "Not let in.", code: "bad_request" };
  expect(fieldErrors(refusal({ server_url: "is away" }), ["password"])).toEqual({ own: [], rest });
  expect(fieldErrors(refusal(), ["password"])).toEqual({ own: [], rest });
});
