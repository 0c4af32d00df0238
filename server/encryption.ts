import { cipherOf } from "./cipher";
import { env } from "./env";

/** Encrypts what the database must not show to whoever reads it: secrets, and answers that hold some. */
export const { encrypt, decrypt } = cipherOf(env.ENCRYPTION_KEYS);
