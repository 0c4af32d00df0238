import type { WebhookWithHealth } from "@/server/webhooks/schema";

/** "98.5 %" of the deliveries of the last day that were tried, or null when none was. Never 100 while one is missing. */
export function successRate({ arrived, missed }: WebhookWithHealth["last_day"]): string | null {
  const tried = arrived + missed;
  if (tried === 0) return null;
  const permille = Math.floor((arrived / tried) * 1_000);
  return `${permille % 10 === 0 ? permille / 10 : (permille / 10).toFixed(1)} %`;
}
