import { describe, expect, test } from "vitest";
import { AppError } from "../errors";
import { claimOf } from "./claim";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const stranger = { scope: null, key: null };
const create = {
  operation: "POST /v1/bookings",
  requiredScope: "bookings:write" as const,
  paramNames: [],
};
const cancel = { ...create, operation: "POST /v1/bookings/{id}/cancel", paramNames: ["id"] };

describe("a key", () => {
  test.each([
    ["nothing", ""],
    ["256 characters", "x".repeat(256)],
    ["a letter beyond ASCII", "clé"],
    ["a line feed", "a\nb"],
    ["a line feed at the end", "a\n"],
    ["a tab", "a\tb"],
    ["a NUL", "a\u0000b"],
    ["a delete character", "a\u007fb"],
    ["a blank", " "],
    ["a blank at the end", "a "],
    ["a blank before the beginning", " a"],
  ])("is not %s", (_, key) => {
    const claim = () => claimOf(key, stranger, create, { event_type_id: id });
    expect(claim).toThrow(AppError);
    expect(claim).toThrow(
      expect.objectContaining({
        code: "validation_error",
        details: { "Idempotency-Key": expect.stringContaining("printable ASCII") },
      }),
    );
  });

  test.each(["1", "x".repeat(255), `"${id}"`, "a b ~!", "~"])("may be %j", (key) => {
    expect(claimOf(key, stranger, create, { event_type_id: id })).toMatchObject({ key });
  });
});

describe("a stranger", () => {
  const ownerOf = (operation: typeof cancel, input: Record<string, unknown>) =>
    claimOf("k", stranger, operation, input)?.owner;

  test("claims for the event type that is named, in either case of its letters", () => {
    expect(ownerOf(create, { event_type_id: id })).toBe(`event_type:${id}`);
    expect(ownerOf(create, { event_type_id: id.toUpperCase() })).toBe(`event_type:${id}`);
  });

  test.each([[{}], [{ event_type_id: 5 }], [{ event_type_id: "7" }], [{ event_type_id: null }]])(
    "claims nothing with %j, which is going to be refused",
    (input) => {
      expect(ownerOf(create, input)).toBeUndefined();
    },
  );

  test("claims for a booking with its token alone, which does not show in the owner", () => {
    const owner = ownerOf(cancel, { id, token: "secret" });
    expect(owner).toMatch(new RegExp(`^token:${id}:[0-9a-f]{64}$`));
    expect(ownerOf(cancel, { id, token: "secrex" })).not.toBe(owner);
    expect(ownerOf(cancel, { id })).toBeUndefined();
  });
});

test("the operation and every field are part of what was asked", () => {
  const print = (operation: typeof cancel, input: Record<string, unknown>) =>
    claimOf("k", stranger, operation, input)?.fingerprint;
  const asked = { id, token: "secret", reason: "ill" };
  const prints = [
    print(cancel, asked),
    print({ ...cancel, operation: "POST /v1/waitlist/{id}/cancel" }, asked),
    print(cancel, { ...asked, reason: "Ill" }),
    print(cancel, { id, token: "secret" }),
    print(cancel, { ...asked, id: id.replace("0f", "1f") }),
  ];
  expect(new Set(prints).size).toBe(prints.length);
  expect(print(cancel, { reason: "ill", token: "secret", id })).toBe(prints[0]);
});
