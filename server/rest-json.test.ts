import { assert, constantFrom, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { misleadingMember } from "./rest-json";

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"a":1,"b":2,"\\u0061":3}', "a"],
  ['{"a":{"b":1,"c":2,"b":3}}', "a.b"],
  ['{"a":[1,{"x":1},{"b":[],"b":{}}]}', "a.2.b"],
  ['{"a" \n:1, "a"\t:1}', "a"],
  ['{"":1,"":1}', ""],
  ['[{"a":1},{"a":1,"a":1}]', "1.a"],
  ['{"a\\"":1,"b":"}{","a\\"":2}', 'a"'],
])("%s says a name twice", (text, path) => {
  expect(JSON.parse(text)).toBeTypeOf("object");
  expect(misleadingMember(text)).toEqual({ path, problem: "must be given once" });
});

test.each([
  ['{"__proto__":1}', "__proto__"],
  ['{"a":[{"b":1,"\\u005f_proto__":{}}]}', "a.0.__proto__"],
])("%s says __proto__", (text, path) => {
  expect(misleadingMember(text)).toEqual({ path, problem: "is not a known field" });
});

test.each([
  "{}",
  "1",
  '"{"',
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a\\":1,\\"a","b":"a"}',
  '{"a":["b","b","b"],"b":"a"}',
  '{"a\\\\":1,"a":1}',
])("%s says each name once", (text) => {
  expect(misleadingMember(text)).toBeNull();
});

test("what JSON.stringify writes never says a name twice", () => {
  assert(
    property(jsonValue(), constantFrom(undefined, 1, "\t"), (value, space) => {
      const text = JSON.stringify(value, null, space);
      // A name may be `__proto__`: that is found, too, but is another matter.
      expect(misleadingMember(text)?.problem).not.toBe("must be given once");
    }),
  );
});

test("100,000 levels and a string of 256 KiB are read in their stride", () => {
  expect(misleadingMember("[".repeat(100_000) + "]".repeat(100_000))).toBeNull();
  expect(misleadingMember(JSON.stringify({ a: '\\"'.repeat(80_000) }))).toBeNull();
});
