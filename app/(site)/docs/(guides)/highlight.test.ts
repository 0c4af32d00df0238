import { expect, test } from "vitest";
import { highlight } from "./highlight";

const samples = [
  ["bash", `curl -X POST https://a.example/v1 \\\n  -H "A: b" -d '{\n  "a": 1\n}' # why`],
  ["typescript", 'const a = `b ${c}`; // "not a string"\nawait fetch("https://a.example");'],
  ["json", '{ "a": [1, -2.5, null, true], "b": "c: \\"d\\"" }'],
  ["python", 'def f(a):  # why\n    """What."""\n    return f"{a}."'],
  ["php", '<?php\n/** What. */\nfunction f(string $a) { return "$a."; } // why'],
  ["go", 'package a\n\nfunc f() string { return "a" } // why'],
  ["ruby", 'def a?(b) # why\n  return "#{b}." if b\nend'],
  ["http", "Retry-After: 42"],
  ["rust", "fn main() {}"],
] as const;

test.each(samples)("pieces of %s together are the code again", (language, code) => {
  const tokens = highlight(language, code);
  expect(tokens.map(({ text }) => text).join("")).toBe(code);
  for (const { text, start } of tokens) expect(code.slice(start, start + text.length)).toBe(text);
});

const kindOf = (language: string, code: string, text: string) =>
  highlight(language, code).find((token) => token.text === text)?.kind;

test("tells names from values in JSON", () => {
  expect(kindOf("json", '{ "a": "b" }', '"a"')).toBe("name");
  expect(kindOf("json", '{ "a": "b" }', '"b"')).toBe("string");
});

test("takes a body over several lines for one string", () => {
  expect(kindOf("bash", "curl -d '{\n  1\n}'", "'{\n  1\n}'")).toBe("string");
});

test("takes no address in a string for a comment", () => {
  expect(kindOf("typescript", 'fetch("https://a.example")', '"https://a.example"')).toBe("string");
  expect(kindOf("ruby", '"#{a} #{b}"', '"#{a} #{b}"')).toBe("string");
});
