import { expect, test } from "vitest";
import { keyScopes } from "@/server/api-keys/scopes";
import {
  presetOf,
  presetScopes,
  scopeSummary,
  scopeWords,
  spelledOut,
  withScope,
} from "./scope-words";

test.each([
  ["everything", ["*"], "Full access"],
  ["each reading", keyScopes.filter((scope) => scope.endsWith(":read")), "Read only"],
  ["the preset in another order", ["bookings:write", "event_types:read"], "Bookings only"],
  ["one reading", ["usage:read"], "Reads usage"],
  ["one writing", ["api_keys:write"], "Writes API keys"],
  [
    "several of both",
    ["webhooks:write", "bookings:write", "event_types:read", "members:read", "usage:read"],
    "Writes bookings and webhooks, reads event types, members, and usage",
  ],
  ["a reading that its writing implies", ["bookings:read", "bookings:write"], "Writes bookings"],
])("%s is said in words", (_, scopes, said) => {
  expect(scopeWords(scopes)).toBe(said);
});

test.each([
  ["a preset", ["*"], "Full access"],
  ["up to three", ["bookings:write", "usage:read", "members:read"], null],
  [
    "many",
    ["bookings:write", "waitlist:write", "usage:read", "members:read"],
    "Custom: reads 4, writes 2",
  ],
  [
    "many, only to read",
    ["bookings:read", "waitlist:read", "usage:read", "members:read"],
    "Custom: reads 4",
  ],
])("%s is said shortly", (_, scopes, said) => {
  expect(scopeSummary(scopes)).toBe(said ?? scopeWords(scopes));
});

test.each(["full", "read", "bookings"] as const)("the preset %s is known again", (preset) => {
  expect(presetOf(presetScopes[preset])).toBe(preset);
});

test("all the scopes there are, one by one, are not full access", () => {
  expect(presetOf(keyScopes)).toBe("custom");
});

test("ticking writing ticks reading, and unticking reading unticks writing", () => {
  const writing = withScope([], "bookings:write", true);
  expect(writing).toEqual(["bookings:read", "bookings:write"]);
  expect(withScope(writing, "bookings:write", false)).toEqual(["bookings:read"]);
  expect(withScope(writing, "bookings:read", false)).toEqual([]);
  expect(withScope(["usage:read"], "bookings:read", true)).toEqual(["bookings:read", "usage:read"]);
});

test("ticking twice changes nothing", () => {
  expect(withScope(["usage:read"], "usage:read", true)).toEqual(["usage:read"]);
});

test("full access spelled out has every box of the matrix, but writing where nothing is written", () => {
  const all = spelledOut(["*"]);
  expect(all).toContain("bookings:write");
  expect(all).not.toContain("usage:write");
  expect(all.length).toBe(keyScopes.length - 2);
});

test("scopes spelled out name the reading that writing implies", () => {
  expect(spelledOut(["event_types:read", "bookings:write"])).toEqual([
    "event_types:read",
    "bookings:read",
    "bookings:write",
  ]);
});
