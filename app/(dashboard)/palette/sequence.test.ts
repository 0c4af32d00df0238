import { expect, test } from "vitest";
import { press } from "./sequence";

const bindings = ["g h", "g b", "c", "?"];

/** @returns the bindings that were completed, in order */
function typed(...keys: string[]): string[] {
  const completed: string[] = [];
  let begun = "";
  for (const key of keys) {
    const next = press(begun, key, bindings);
    ({ begun } = next);
    if (next.complete !== null) completed.push(next.complete);
  }
  return completed;
}

test.each([
  [["c"], ["c"]],
  [["g", "b"], ["g b"]],
  [["g", "g", "b"], ["g b"]],
  [["g", "x", "b"], []],
  [["g", "c"], ["c"]],
  [["b"], []],
  [["x", "?"], ["?"]],
  [
    ["g", "h", "g", "b"],
    ["g h", "g b"],
  ],
])("%j means %j", (keys, expected) => {
  expect(typed(...keys)).toEqual(expected);
});
