import { expect, test } from "vitest";
import { RotateApiKey } from "@/server/api-keys/schema";
import { endOfOverlap, overlaps } from "./overlap";

const rotatedAt = "2026-11-24T12:00:00.000Z";

test.each([
  ["a key without end", null, 60, "2026-11-24T13:00:00.000Z"],
  ["a key that ends later", "2026-12-01T12:00:00.000Z", 1_440, "2026-11-25T12:00:00.000Z"],
  ["a key that ends sooner", "2026-11-24T12:30:00.000Z", 60, "2026-11-24T12:30:00.000Z"],
  ["without overlap", null, 0, rotatedAt],
])("%s ends with the overlap or before", (_, expires_at, minutes, end) => {
  expect(endOfOverlap({ expires_at }, rotatedAt, minutes)).toBe(end);
});

test("every overlap that is offered is one the API takes", () => {
  const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
  for (const { minutes } of overlaps) {
    expect(RotateApiKey.safeParse({ id, grace_minutes: minutes }).success).toBe(true);
  }
});
