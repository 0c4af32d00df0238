import { expect, test } from "vitest";
import { keyStatus, splitRevoked } from "./key-status";

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

test("revoked keys are set apart and both parts keep their order", () => {
  const key = (id: number, revoked_at: string | null) => ({ id, revoked_at });
  const at = "2026-11-01T00:00:00.000Z";
  const { current, revoked } = splitRevoked([key(4, null), key(3, at), key(2, null), key(1, at)]);
  expect(current.map(({ id }) => id)).toEqual([4, 2]);
  expect(revoked.map(({ id }) => id)).toEqual([3, 1]);
});
