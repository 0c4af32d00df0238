import type { ApiKey } from "@/server/api-keys/schema";
import { keyStatus } from "./key-status";

export type Advice = "idle" | "unbounded";

const dayMs = 86_400_000;
/** After a quarter without a call, whatever used the key is likely gone. */
const idleMs = 90 * dayMs;
/** Nobody makes a key that is still not in place a month later. */
const neverUsedMs = 30 * dayMs;

type Known = Pick<
  ApiKey,
  "mode" | "scopes" | "created_at" | "last_used_at" | "expires_at" | "revoked_at"
>;

/** What is worth a second look at a key that works. In the sandbox full rights for ever harm nobody. */
export function keyAdvice(key: Known, now: Date): Advice[] {
  if (keyStatus(key, now) !== "active") return [];
  const since = (at: string) => now.getTime() - Date.parse(at);
  const isIdle =
    key.last_used_at === null
      ? since(key.created_at) > neverUsedMs
      : since(key.last_used_at) >= idleMs;
  const isUnbounded = key.mode === "live" && key.scopes.includes("*") && key.expires_at === null;
  return [...(isIdle ? (["idle"] as const) : []), ...(isUnbounded ? (["unbounded"] as const) : [])];
}

export const adviceLabels = {
  idle: "Idle",
  unbounded: "Never expires",
} as const satisfies Record<Advice, string>;

/** One sentence on so many keys. */
export function adviceSentence(advice: Advice, count: number): string {
  const one = count === 1;
  const keys = one ? "1 key" : `${count} keys`;
  return advice === "idle"
    ? `${keys} ${one ? "is" : "are"} idle: unused for 90 days, or never used although over 30 days old. Revoke what nothing needs any more.`
    : `${keys} can do everything and never ${one ? "expires" : "expire"}. Where less is enough, a key with fewer rights or an end is safer.`;
}
