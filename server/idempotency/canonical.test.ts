import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical";

type Manner = { blank: string; turn: number };

/** A value written in another manner: members turned round, blanks between the tokens, texts by character numbers. */
function write(value: unknown, manner: Manner): string {
  const { blank } = manner;
  if (Array.isArray(value)) {
    return `[${blank}${value.map((item) => write(item, manner)).join(`${blank},`)}${blank}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    const start = manner.turn % Math.max(members.length, 1);
    const turned = [...members.slice(start), ...members.slice(0, start)].map(
      ([name, item]) => `${escape(name)}${blank}:${blank}${write(item, manner)}`,
    );
    return `{${blank}${turned.join(`,${blank}`)}${blank}}`;
  }
  return typeof value === "string" ? escape(value) : `${JSON.stringify(value)}${blank}`;
}

function escape(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")}"`;
}

const manner = fc.record({
  blank: fc.constantFrom("", " ", "\n\t", "\r\n  "),
  turn: fc.nat({ max: 20 }),
});
const value = fc.jsonValue({ stringUnit: "binary" });

test("however a value is written, its canonical text is the same", () => {
  fc.assert(
    fc.property(value, manner, (json, how) => {
      expect(canonicalJson(JSON.parse(write(json, how)))).toBe(canonicalJson(json));
    }),
    { numRuns: 2000 },
  );
});

test("a canonical text is read as the value it was made of, so that no two values share one", () => {
  fc.assert(
    fc.property(value, (json) => {
      expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"b":1,"a":{"d":[],"c":{}}}', '{"a":{"c":{},"d":[]},"b":1}'],
  ['{"10":1,"9":2,"é":3,"Z":4,"a":5}', '{"10":1,"9":2,"Z":4,"a":5,"é":3}'],
  ["[3,1,2,[]]", "[3,1,2,[]]"],
  ["[1.0,1e2,-0,0.10]", "[1,100,0,0.1]"],
  ['["\\u0041\\/","\\n"]', '["A/","\\n"]'],
  ['"\\ud83d\\ude00"', '"😀"'],
  ['"\\ud83d"', '"\\ud83d"'],
  ['{"__proto__":1}', '{"__proto__":1}'],
  ["null", "null"],
])("%s is %s", (text, canonical) => {
  expect(canonicalJson(JSON.parse(text))).toBe(canonical);
});

test.each([
  ["the order of an array", "[1,2]", "[2,1]"],
  ["null and nothing", '{"a":null}', "{}"],
  ["a number and its text", "[1]", '["1"]'],
  ["one letter in its two Unicode forms", '"\\u00e9"', '"e\\u0301"'],
  ["a blank within a text", '"a b"', '"a  b"'],
  ["where an object ends", '{"a":{"b":1}}', '{"a":{},"b":1}'],
])("%s tells values apart", (_, one, other) => {
  expect(canonicalJson(JSON.parse(one))).not.toBe(canonicalJson(JSON.parse(other)));
});

test("100,000 levels are written in their stride", () => {
  const text = "[".repeat(100_000) + "]".repeat(100_000);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});
