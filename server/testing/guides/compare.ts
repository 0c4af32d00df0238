import { expect } from "vitest";

// What differs from run to run: written in the guides as it may look, and compared by its form.
const forms: [RegExp, string][] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "an id"],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "an instant"],
  [/^ac_live_k1_[0-9A-Za-z]{32}$/, "a live key"],
  [/^ac_test_k1_[0-9A-Za-z]{32}$/, "a test key"],
  [/^ac_live_k1_[0-9A-Za-z]{4}$/, "the beginning of a live key"],
  [/^ac_test_k1_[0-9A-Za-z]{4}$/, "the beginning of a test key"],
  [/^[\w-]{43}$/, "a token"],
];

/** Numbers that tell how much time or room is left. */
const passing = new Set(["retry_after", "duration_ms"]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function formOf(value: unknown): unknown {
  if (typeof value === "string") {
    return forms.find(([form]) => form.test(value))?.[1] ?? value;
  }
  if (Array.isArray(value)) return value.map(formOf);
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        passing.has(name) && typeof each === "number" ? "a number" : formOf(each),
      ]),
    );
  }
  return value;
}

const ellipsis = /^\s*…\s*$/m;

/**
 * Holds an answer to what a guide shows. A line `…` says that more follows there: then only what is shown must be as it
 * is shown.
 */
export function holdAnswer(shown: string, body: string | null): void {
  const isPart = ellipsis.test(shown);
  const json = shown.replaceAll(/,?\s*\n\s*…\s*(?=\n)/g, "");
  const expected = formOf(JSON.parse(json));
  const actual = formOf(JSON.parse(body ?? "null"));
  if (isPart) expect(partOf(actual, expected)).toEqual(expected);
  else expect(actual).toEqual(expected);
}

/** As much of the value as the pattern speaks of. */
function partOf(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(pattern)) {
    return value.slice(0, pattern.length).map((each, index) => partOf(each, pattern[index]));
  }
  if (isObject(value) && isObject(pattern)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name in pattern)
        .map(([name, each]) => [name, partOf(each, pattern[name])]),
    );
  }
  return value;
}

/** Holds an answer's headers to those that a guide shows: the same names, and values that differ in digits alone. */
export function holdHeadersShown(shown: string, headers: Readonly<Record<string, string>>): void {
  const digitless = (text: string) => text.replaceAll(/\d+/g, "0");
  for (const line of shown.trim().split("\n")) {
    const [name = "", ...value] = line.split(": ");
    expect([name, digitless(headers[name.toLowerCase()] ?? "is missing")]).toEqual([
      name,
      digitless(value.join(": ")),
    ]);
  }
}

/** A value of an answer by its path, `data.0.id`. */
export function valueAt(body: string | null, path: string): string {
  let value: unknown = JSON.parse(body ?? "null");
  for (const name of path.split(".")) {
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined;
  }
  if (typeof value !== "string") throw new Error(`The answer has no text at ${path}`);
  return value;
}
