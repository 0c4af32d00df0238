import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { encryptionKeys } from "./encryption-keys";

const newKey = () => randomBytes(32).toString("base64");
const [one, two] = [newKey(), newKey()];

test("keys are read in their order, the newest first", () => {
  const read = encryptionKeys.parse(`k2:${two}, k1:${one}`);
  expect(read.map(({ id, bytes }) => [id, Buffer.from(bytes).toString("base64")])).toEqual([
    ["k2", two],
    ["k1", one],
  ]);
});

test.each([
  ["nothing", ""],
  ["a key without an id", one],
  ["an empty id", `:${one}`],
  ["an id with a dot", `k.1:${one}`],
  ["a key of 31 bytes", `k1:${randomBytes(31).toString("base64")}`],
  ["a key of 33 bytes", `k1:${randomBytes(33).toString("base64")}`],
  ["a key in hexadecimal", `k1:${randomBytes(32).toString("hex")}`],
  ["a key that is cut off", `k1:${one.slice(0, -4)}`],
  ["a key with something strange in it", `k1:${one.slice(0, 4)}!${one.slice(4)}`],
  ["a comma and no more", `k1:${one},`],
  ["a good one before a bad one", `k1:${one},k2:${two.slice(4)}`],
  ["a colon too many", `k1:${one}:`],
  ["one id twice", `k1:${one},k1:${two}`],
])("%s is refused, without a key being repeated", (_, text) => {
  const { success, error } = encryptionKeys.safeParse(text);
  expect(success).toBe(false);
  expect(error?.issues[0]?.message).toMatch(/^(must be id:key|gives one id to two keys)/);
  expect(String(error)).not.toContain(one.slice(4, 20));
});

test("a missing setting says what is to be set", () => {
  expect(encryptionKeys.safeParse(undefined).error?.issues[0]?.message).toContain("32 bytes");
});
