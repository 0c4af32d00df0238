import { expect, test } from "vitest";
import { keyStatus, splitEnded } from "./key-status";

const now = new Date("2026-11-24T12:00:00.000Z");

test("a key without expiry that was not revoked is active", () => {
  expect(keyStatus({ revoked_at: null, expires_at: null }, now)).toBe("active");
});

test("a key is active until the instant it expires", () => {
  expect(keyStatus({ revoked_at: null, expires_at: "2026-11-24T12:00:00.001Z" }, now)).toBe(
    "active",
  );
  expect(keyStatus({ revoked_at: null, expires_at: "2026-11-24T12:00:00.000Z" }, now)).toBe(
    "expired",
  );
});

test("a revoked key is revoked, whatever its expiry", () => {
  const revoked_at = "2026-11-01T00:00:00.000Z";
  expect(keyStatus({ revoked_at, expires_at: "2026-11-02T00:00:00.000Z" }, now)).toBe("revoked");
});

test("revoked and expired keys are set apart and both parts keep their order", () => {
  const key = (id: number, revoked_at: string | null, expires_at: string | null = null) => ({
    id,
    revoked_at,
    expires_at,
  });
  const [past, future] = ["2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z"];
  const keys = [
    key(5, null),
    key(4, past),
    key(3, null, future),
    key(2, null, past),
    key(1, past, future),
  ];
  const { current, ended } = splitEnded(keys, now);
  expect(current.map(({ id }) => id)).toEqual([5, 3]);
  expect(ended.map(({ id }) => id)).toEqual([4, 2, 1]);
});
