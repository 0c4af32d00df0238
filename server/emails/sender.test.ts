import { expect, test } from "vitest";
import { parseSender } from "./sender";

test.each([
  ["hello@example.com", { name: "", address: "hello@example.com" }],
  ["Acme <hello@example.com>", { name: "Acme", address: "hello@example.com" }],
  ['"Acme, Inc." <hello@example.com>', { name: "Acme, Inc.", address: "hello@example.com" }],
  ["", null],
  ["Acme", null],
  ["a@b, c@d", null],
  ["Acme\r\nBcc: x@y <hello@example.com>", null],
])("%j is sent from %j", (text, expected) => {
  expect(parseSender(text)).toEqual(expected);
});
