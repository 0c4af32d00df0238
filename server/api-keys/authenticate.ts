import { pool } from "../db";
import type { Tier } from "../generated/prisma/client";
import { log } from "../log";
import { keyHash, keyMode } from "./key";

export type AuthenticatedKey = {
  id: string;
  organizationId: string;
  isTest: boolean;
  name: string;
  scopes: string[];
  /** Blocks of addresses it may be used from; none: from anywhere. */
  allowedIps: string[];
  tier: Tier;
  /** Whether the organization's test side has its Test Event. */
  seeded: boolean;
};

/** How stale `last_used_at` may get: bounds its writes to one a key and minute. */
const lastUsedResolution = "1 minute";

type Row = {
  id: string;
  organization_id: string;
  is_test: boolean;
  name: string;
  scopes: string[];
  allowed_ips: string[];
  tier: Tier;
  seeded: boolean;
  touch: boolean;
};

/**
 * Looks a key up by its hash, in the database on every request, so that revoking and expiry hold from the next
 * request on, on every instance. Null for a malformed, unknown, revoked or expired key, without saying which.
 */
export async function authenticateKey(key: string): Promise<AuthenticatedKey | null> {
  if (keyMode(key) === null) {
    return null;
  }
  const { rows } = await pool.query<Row>({
    name: "authenticate-key",
    text: `SELECT k.id, k.organization_id, k.is_test, k.name, k.scopes, k.allowed_ips, o.tier::text AS tier,
                  o.sandbox_seeded_at IS NOT NULL AS seeded,
                  (k.last_used_at IS NULL OR k.last_used_at < now() - interval '${lastUsedResolution}') AS touch
           FROM api_keys k JOIN organizations o ON o.id = k.organization_id
           WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
    values: [Buffer.from(keyHash(key))],
  });
  const [row] = rows;
  if (row === undefined) {
    return null;
  }
  if (row.touch) {
    touchKey(row.id);
  }
  return {
    id: row.id,
    organizationId: row.organization_id,
    isTest: row.is_test,
    name: row.name,
    scopes: row.scopes,
    allowedIps: row.allowed_ips,
    tier: row.tier,
    seeded: row.seeded,
  };
}

/** Notes the use of a key beside the request, which does not wait for it. */
function touchKey(id: string): void {
  pool
    .query({
      name: "touch-key",
      text: `UPDATE api_keys SET last_used_at = now()
             WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '${lastUsedResolution}')`,
      values: [id],
    })
    .catch((error: unknown) => log.warn({ err: error }, "last use of a key not noted"));
}
