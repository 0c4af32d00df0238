import type { ApiKey } from "@/server/api-keys/schema";

export type KeyStatus = "active" | "expired" | "revoked";

/** Whether a request with the key would be let in at the instant `now`. */
export function keyStatus(key: Pick<ApiKey, "revoked_at" | "expires_at">, now: Date): KeyStatus {
  if (key.revoked_at !== null) return "revoked";
  const expired = key.expires_at !== null && Date.parse(key.expires_at) <= now.getTime();
  return expired ? "expired" : "active";
}

/** Keys that work apart from those that no longer do, both in the order they came in. */
export function splitEnded<Key extends Pick<ApiKey, "revoked_at" | "expires_at">>(
  keys: readonly Key[],
  now: Date,
) {
  const works = (key: Key) => keyStatus(key, now) === "active";
  return { current: keys.filter(works), ended: keys.filter((key) => !works(key)) };
}
