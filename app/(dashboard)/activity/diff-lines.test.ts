import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines } from "./diff-lines";

const shown = (before: string[], after: string[]) => {
  const signs = { same: " ", removed: "-", added: "+" };
  return diffLines(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);
};

test("a value that was replaced goes before the new one comes", () => {
  expect(shown(["60"], ["0"])).toEqual(["-60", "+0"]);
  expect(shown([], ["0"])).toEqual(["+0"]);
  expect(shown(["60"], [])).toEqual(["-60"]);
});

test("of a list, what stayed is said to have stayed", () => {
  const before = ["Mon 09–17", "Tue 09–17", "Wed 09–17"];
  expect(shown(before, ["Mon 09–17", "Tue 10–17", "Wed 09–17", "Thu 09–12"])).toEqual([
    " Mon 09–17",
    "-Tue 09–17",
    "+Tue 10–17",
    " Wed 09–17",
    "+Thu 09–12",
  ]);
});

test("what stayed and went is what was; what stayed and came is what is; equal lists only stay", () => {
  const some = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const lines = diffLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind);
      expect(without("added").map(({ text }) => text)).toEqual(before);
      expect(without("removed").map(({ text }) => text)).toEqual(after);
      expect(diffLines(before, before).every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});
