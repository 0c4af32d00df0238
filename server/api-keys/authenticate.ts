import { pool } from "../db";
import { log } from "../log";
import { keyHash, keyMode } from "./key";

export type AuthenticatedKey = {
  id: string;
  organizationId: string;
  isTest: boolean;
  name: string;
  scopes: string[];
};

/** How stale `last_used_at` may get: bounds its writes to one a key and minute. */
const lastUsedResolution = "1 minute";

type Row = {
  id: string;
  organization_id: string;
  is_test: boolean;
  name: string;
  scopes: string[];
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
    text: `SELECT id, organization_id, is_test, name, scopes,
                  (last_used_at IS NULL OR last_used_at < now() - interval '${lastUsedResolution}') AS touch
           FROM api_keys
           WHERE key_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
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
