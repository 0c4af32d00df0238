import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const keyPattern = /^ac_(live|test)_k1_[0-9A-Za-z]{32}$/;
/** 26 of 62 characters are 154 bits: not to be guessed. */
const randomLength = 26;
const checkLength = 6;

/** A new key of the contract's form (contract §2): `ac_<mode>_k1_`, 26 random and 6 check characters. */
export function newKey(mode: "live" | "test"): string {
  let body = `ac_${mode}_k1_`;
  for (let index = 0; index < randomLength; index += 1) {
    body += alphabet.charAt(randomInt(alphabet.length));
  }
  return body + checkCharacters(body);
}

/** Base62 of the CRC-32 of what precedes; 62^6 holds every CRC-32. */
function checkCharacters(body: string): string {
  let rest = crc32(body);
  let characters = "";
  for (let index = 0; index < checkLength; index += 1) {
    characters = alphabet.charAt(rest % alphabet.length) + characters;
    rest = Math.floor(rest / alphabet.length);
  }
  return characters;
}

/** The mode of a well-formed key with right check characters, else null: a mistyped key costs no look-up. */
export function keyMode(key: string): "live" | "test" | null {
  const match = keyPattern.exec(key);
  if (match === null || checkCharacters(key.slice(0, -checkLength)) !== key.slice(-checkLength)) {
    return null;
  }
  return match[1] === "live" ? "live" : "test";
}

/** What is stored of a key. Its 154 random bits make a plain hash enough: there is nothing to guess. */
export const keyHash = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash("sha256").update(key).digest());

/** What is shown of a key: mode and four random characters. */
export const keyPrefix = (key: string): string => key.slice(0, "ac_live_k1_".length + 4);
