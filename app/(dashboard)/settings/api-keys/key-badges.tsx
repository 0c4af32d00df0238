import { Badge } from "@/app/_components/badge";
import { LocalTime } from "@/app/_components/local-time";
import type { ApiKey } from "@/server/api-keys/schema";
import { adviceLabels, keyAdvice } from "./key-advice";
import { type KeyStatus, keyStatus } from "./key-status";
import { type Clock, locale, Moment } from "./moment";

type Props = Clock & { apiKey: ApiKey };

/** Test keys are amber throughout the dashboard, live ones never. */
export function ModeBadge({ mode }: { mode: ApiKey["mode"] }) {
  return mode === "test" ? <Badge tone="test">Test</Badge> : <Badge tone="accent">Live</Badge>;
}

const statuses = {
  active: { tone: "success", label: "Active" },
  expired: { tone: "warning", label: "Expired" },
  revoked: { tone: "neutral", label: "Revoked" },
} as const satisfies Record<KeyStatus, object>;

export function StatusBadge({ apiKey, now }: { apiKey: ApiKey; now: string }) {
  const { tone, label } = statuses[keyStatus(apiKey, new Date(now))];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}

/** What is worth a second look at the key; the sentences are above the list and on the key's page. */
export function AdviceBadges({ apiKey, now }: { apiKey: ApiKey; now: string }) {
  const advice = keyAdvice(apiKey, new Date(now));
  return advice.map((each) => (
    <Badge key={each} tone={each === "idle" ? "warning" : "neutral"}>
      {adviceLabels[each]}
    </Badge>
  ));
}

const soonMs = 14 * 86_400_000;

/** Until when the key works, in words once that is near; or since when it does not. */
export function KeyEnd({ apiKey, timeZone, now }: Props) {
  const { revoked_at: revoked, expires_at: expires } = apiKey;
  const end = revoked ?? expires;
  if (end === null) return "Never";
  const leftMs = Date.parse(end) - Date.parse(now);
  return leftMs > 0 && leftMs < soonMs ? (
    <Moment at={end} timeZone={timeZone} now={now} />
  ) : (
    <LocalTime
      at={end}
      format="date"
      timeZone={timeZone}
      locale={locale}
      className="whitespace-nowrap"
    />
  );
}
