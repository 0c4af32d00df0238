import type { ApiKey } from "@/server/api-keys/schema";

export type KeyStatus = "active" | "expired" | "revoked";

/** Whether a request with the key would be let in at the instant `now`. */
export function keyStatus(key: Pick<ApiKey, "revoked_at" | "expires_at">, now: Date): KeyStatus {
  if (key.revoked_at !== null) return "revoked";
  const expired = key.expires_at !== null && Date.parse(key.expires_at) <= now.getTime();
  return expired ? "expired" : "active";
}

/** Revoked keys apart from the others, both in the order they came in. */
export function splitRevoked<Key extends Pick<ApiKey, "revoked_at">>(keys: readonly Key[]) {
  return {
    current: keys.filter((key) => key.revoked_at === null),
    revoked: keys.filter((key) => key.revoked_at !== null),
  };
}
