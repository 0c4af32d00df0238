import { Badge } from "@/app/_components/badge";
import type { SentEmail } from "@/server/emails/schema";

const looks = {
  sent: { tone: "success", label: "Sent" },
  queued: { tone: "accent", label: "On its way" },
  failed: { tone: "danger", label: "Failed" },
  kept: { tone: "neutral", label: "Kept" },
} as const;

export function EmailBadge({ email }: { email: SentEmail }) {
  const { tone, label } = looks[email.status];
  const isRetried = email.status === "queued" && email.attempts > 0;
  return (
    <Badge dot tone={isRetried ? "warning" : tone}>
      {isRetried ? "Tried again" : label}
    </Badge>
  );
}
