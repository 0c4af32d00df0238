import { decrypt, encrypt } from "../encryption";
import type { WebhookEndpoint } from "../generated/prisma/client";

type Column = "secret" | "previous_secret";
const place = (row: string, column: Column) => ({ table: "webhook_endpoints", row, column });

/** A signing secret as its column holds it. */
export const sealSecret = (endpointId: string, column: Column, secret: string): string =>
  encrypt(secret, place(endpointId, column));

export const openSecret = (endpointId: string, column: Column, sealed: string): string =>
  decrypt(sealed, place(endpointId, column));

type Sealed = Pick<WebhookEndpoint, "id" | "secret" | "previousSecret" | "previousSecretUntil">;

/** The secrets that sign now, the newest first: two for a day after a rotation. */
export function secretsInForce(row: Sealed, nowMs: number): [string, ...string[]] {
  const { id, previousSecret, previousSecretUntil: until } = row;
  const newest = openSecret(id, "secret", row.secret);
  return previousSecret !== null && until !== null && nowMs < until.getTime()
    ? [newest, openSecret(id, "previous_secret", previousSecret)]
    : [newest];
}
