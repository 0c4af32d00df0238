import { expect, test } from "vitest";
import { adviceSentence, keyAdvice } from "./key-advice";

const now = new Date("2026-11-24T12:00:00.000Z");
const ago = (days: number, ms = 0) =>
  new Date(now.getTime() - days * 86_400_000 + ms).toISOString();

const key = {
  mode: "live" as const,
  scopes: ["bookings:read"],
  created_at: ago(400),
  last_used_at: ago(1),
  expires_at: null,
  revoked_at: null,
};

test.each([
  ["used yesterday", {}, []],
  ["last used 90 days ago", { last_used_at: ago(90) }, ["idle"]],
  ["last used a moment less than 90 days ago", { last_used_at: ago(90, 1) }, []],
  ["never used in 30 days", { created_at: ago(30), last_used_at: null }, []],
  ["never used in more than 30 days", { created_at: ago(30, -1), last_used_at: null }, ["idle"]],
  ["with full access and no end", { scopes: ["*"] }, ["unbounded"]],
  ["with full access and an end", { scopes: ["*"], expires_at: ago(-1) }, []],
  ["of the sandbox with full access", { scopes: ["*"], mode: "test" as const }, []],
  ["of both kinds", { scopes: ["*"], last_used_at: ago(200) }, ["idle", "unbounded"]],
  ["revoked", { scopes: ["*"], last_used_at: null, revoked_at: ago(1) }, []],
  ["expired", { last_used_at: null, expires_at: ago(0) }, []],
])("a key %s is told: %j", (_, fields, advice) => {
  expect(keyAdvice({ ...key, ...fields }, now)).toEqual(advice);
});

test("one key is spoken of in the singular", () => {
  expect(adviceSentence("idle", 1)).toMatch(/^1 key is idle: unused for 90 days/);
  expect(adviceSentence("unbounded", 2)).toMatch(/^2 keys can do everything and never expire\./);
});
