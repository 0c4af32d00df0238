import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cipherOf, type EncryptionKey } from "./cipher";

const newKey = (id: string): EncryptionKey => ({ id, bytes: randomBytes(32) });
const [old, recent] = [newKey("2025"), newKey("2026")];
const { encrypt, decrypt } = cipherOf([recent, old]);
const place = { table: "webhooks", row: "7b", column: "secret" };

/** The text with its nth part (after `v1`) put through a change. */
function changed(stored: string, index: number, change: (part: string) => string): string {
  const parts = stored.split(".");
  parts[index] = change(parts[index] ?? "");
  return parts.join(".");
}

/** Another byte of the same length in place of the first. */
function flipped(part: string): string {
  const bytes = Buffer.from(part, "base64url");
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  return bytes.toString("base64url");
}

test("any text comes back as it was, and never shows in what is stored", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, row) => {
      const at = { ...place, row };
      const stored = encrypt(text, at);
      expect(decrypt(stored, at)).toBe(text);
      expect(stored).toMatch(/^v1\.2026\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/);
    }),
  );
  expect(encrypt("whsec_plain", place)).not.toContain("whsec_plain");
});

test("the same text is stored otherwise every time, so that equal secrets do not show", () => {
  const stored = new Set(Array.from({ length: 1000 }, () => encrypt("same", place)));
  expect(stored.size).toBe(1000);
  expect(new Set([...stored].map((each) => each.split(".")[2])).size).toBe(1000);
});

describe("what was tampered with is refused", () => {
  const stored = encrypt("a secret", place);

  test.each([
    ["the key id, for another that is there", 1, () => "2025"],
    ["the iv", 2, flipped],
    ["the ciphertext", 3, flipped],
    ["the ciphertext, cut short", 3, (part: string) => part.slice(0, -2)],
    ["the tag", 4, flipped],
  ])("%s", (_, index, change) => {
    expect(() => decrypt(changed(stored, index, change), place)).toThrow(
      "webhooks.secret was changed, or moved from elsewhere",
    );
  });

  test.each([
    ["a tag of 4 bytes, which GCM would take", changed(stored, 4, () => "AAAAAA")],
    ["a long iv", changed(stored, 2, (iv) => `${iv}AAAA`)],
    ["another version", stored.replace("v1", "v2")],
    ["a part missing", stored.split(".").slice(0, 4).join(".")],
    ["a part too many", `${stored}.AAAA`],
    ["plain text", "a secret"],
    ["nothing", ""],
    ["a line after it", `${stored}\n`],
  ])("%s", (_, wrong) => {
    expect(() => decrypt(wrong, place)).toThrow("webhooks.secret holds no encrypted text");
  });

  test.each([
    ["row", { ...place, row: "7c" }],
    ["column", { ...place, column: "old_secret" }],
    ["table", { ...place, table: "calendars" }],
  ])("a text that was copied to another %s", (_, elsewhere) => {
    expect(() => decrypt(stored, elsewhere)).toThrow("was changed, or moved from elsewhere");
  });
});

describe("rotation", () => {
  test("what an old key encrypted can be read beside the new one, and new text uses the first", () => {
    const before = cipherOf([old]).encrypt("kept", place);
    expect(before).toMatch(/^v1\.2025\./);
    expect(decrypt(before, place)).toBe("kept");
    expect(encrypt("new", place)).toMatch(/^v1\.2026\./);
  });

  test("once a key is gone, what needs it says which", () => {
    const before = cipherOf([old]).encrypt("kept", place);
    expect(() => cipherOf([recent]).decrypt(before, place)).toThrow(
      "webhooks.secret needs the key 2025, which ENCRYPTION_KEYS does not have",
    );
  });

  test("another key of the same name reads nothing", () => {
    const stored = cipherOf([newKey("2026")]).encrypt("kept", place);
    expect(() => decrypt(stored, place)).toThrow("was changed, or moved from elsewhere");
  });
});
