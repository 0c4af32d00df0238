import { z } from "zod";
import { decrypt, encrypt } from "../encryption";

/** What lets us into a CalDAV account. */
export const PasswordSecret = z.object({ username: z.string(), password: z.string() });
/** A feed's address, which is all it takes to read it. */
export const FeedSecret = z.object({ url: z.string() });
/** A grant of Google or Microsoft. */
export const GrantSecret = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  expiresAtMs: z.number(),
});
export type GrantSecret = z.infer<typeof GrantSecret>;

type Secret = z.infer<typeof PasswordSecret> | z.infer<typeof FeedSecret> | GrantSecret;

const place = (row: string) => ({ table: "calendar_connections", row, column: "secret" });

/** A connection's secret as its column holds it. */
export const sealSecret = (connectionId: string, secret: Secret): string =>
  encrypt(JSON.stringify(secret), place(connectionId));

/** @throws for what was changed, moved, or encrypted with a key that is not there */
export const openSecret = <S extends z.ZodType>(
  schema: S,
  connectionId: string,
  sealed: string,
): z.output<S> => schema.parse(JSON.parse(decrypt(sealed, place(connectionId))));
