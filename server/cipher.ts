import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A key of AES-256 with the name that stands beside whatever it encrypted. */
export type EncryptionKey = { id: string; bytes: Uint8Array };

/** Where a text is stored. It can be read there alone: moved to another row or column, it is as good as damaged. */
export type Place = { table: string; row: string; column: string };

export type Cipher = {
  /** Encrypts with the newest key: the same text comes out otherwise every time. */
  encrypt: (text: string, place: Place) => string;
  /** @throws for what was changed, belongs to another place, or needs a key that is not there */
  decrypt: (stored: string, place: Place) => string;
};

const algorithm = "aes-256-gcm";
/** What GCM is made for. Random ones may not repeat under a key: good for 2^32 texts (NIST SP 800-38D §8.3). */
const ivBytes = 12;
const tagBytes = 16;

const part = "([A-Za-z0-9_-]*)";
const storedPattern = new RegExp(`^v1\\.${part}\\.${part}\\.${part}\\.${part}$`);

/** Neither a table's nor a column's name has a colon, so no two places are written alike. */
const aad = ({ table, row, column }: Place) => Buffer.from(`${table}:${row}:${column}`);

/**
 * Encryption at rest: AES-256-GCM, stored as `v1.<key id>.<iv>.<ciphertext>.<tag>` in base64url.
 * @param keys the first encrypts, all decrypt
 */
export function cipherOf(keys: readonly [EncryptionKey, ...EncryptionKey[]]): Cipher {
  const [newest] = keys;
  return {
    encrypt: (text, place) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, newest.bytes, iv, { authTagLength: tagBytes });
      cipher.setAAD(aad(place));
      const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const parts = [iv, encrypted, cipher.getAuthTag()].map((each) => each.toString("base64url"));
      return ["v1", newest.id, ...parts].join(".");
    },
    decrypt: (stored, place) => {
      const [, id, ...parts] = storedPattern.exec(stored) ?? [];
      const [iv, encrypted, tag] = parts.map((each) => Buffer.from(each, "base64url"));
      const where = `${place.table}.${place.column}`;
      if (iv?.length !== ivBytes || encrypted === undefined || tag?.length !== tagBytes) {
        throw new Error(`${where} holds no encrypted text`);
      }
      const key = keys.find((each) => each.id === id);
      if (key === undefined) {
        throw new Error(`${where} needs the key ${id}, which ENCRYPTION_KEYS does not have`);
      }
      const decipher = createDecipheriv(algorithm, key.bytes, iv, { authTagLength: tagBytes });
      decipher.setAAD(aad(place)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new Error(`${where} was changed, or moved from elsewhere`, { cause });
      }
    },
  };
}
