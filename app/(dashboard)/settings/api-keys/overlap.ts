import type { ApiKey } from "@/server/api-keys/schema";
import { formatInstant } from "@/server/time";

/** For how many minutes an old key may work beside the new one, as the dialog offers it. */
export const overlaps = [
  { minutes: 0, label: "None", hint: "The old key stops at once." },
  { minutes: 60, label: "1 hour", hint: "Time to put the new key in place." },
  { minutes: 1_440, label: "1 day", hint: "For a deployment that takes a while." },
  { minutes: 10_080, label: "7 days", hint: "When others have to change it too." },
] as const;

/** When a rotated key stops working: never later than it would have. */
export function endOfOverlap(
  old: Pick<ApiKey, "expires_at">,
  rotatedAt: string,
  minutes: number,
): string {
  const endMs = Date.parse(rotatedAt) + minutes * 60_000;
  const ownEndMs = old.expires_at === null ? Infinity : Date.parse(old.expires_at);
  return formatInstant(Math.min(endMs, ownEndMs));
}
