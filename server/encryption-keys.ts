import { z } from "zod";
import type { EncryptionKey } from "./cipher";

/** What AES-256 takes. */
const keyBytes = 32;
/** What a key may be called: it stands between dots in what it encrypted. */
const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

const form = `must be id:key, the key ${keyBytes} bytes in base64, older ones after a comma`;

/** `ENCRYPTION_KEYS`: `id:base64`, several separated by commas, the newest first. No refusal repeats a key. */
export const encryptionKeys = z
  .string({ error: form })
  .transform((list, context): [EncryptionKey, ...EncryptionKey[]] => {
    const [newest, ...older] = list.split(",").map(readKey);
    if (newest === undefined || newest === null || older.includes(null)) {
      context.addIssue(form);
      return z.NEVER;
    }
    const keys: [EncryptionKey, ...EncryptionKey[]] = [
      newest,
      ...older.filter((key) => key !== null),
    ];
    if (new Set(keys.map(({ id }) => id)).size < keys.length) {
      context.addIssue("gives one id to two keys");
    }
    return keys;
  });

function readKey(text: string): EncryptionKey | null {
  const [id = "", base64 = "", ...more] = text.trim().split(":");
  const bytes = Buffer.from(base64, "base64");
  // Node leaves out what is no base64 instead of refusing it.
  const isWhole = bytes.toString("base64") === base64 && bytes.length === keyBytes;
  return idPattern.test(id) && isWhole && more.length === 0 ? { id, bytes } : null;
}
