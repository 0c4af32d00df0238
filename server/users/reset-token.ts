import { createHash } from "node:crypto";

/** Long enough to read mail in, short enough for a mailbox that somebody opens later. */
export const resetLifetimeMs = 3_600_000;

/** What of a link's token is stored. */
export const hashOfToken = (token: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash("sha256").update(token).digest());
