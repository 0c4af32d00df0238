import { Badge } from "@/app/_components/badge";
import type { DeliveryStatus, Webhook } from "@/server/webhooks/schema";

/** Whether it is sent anything, in a word. */
export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  if (webhook.active) {
    return (
      <Badge tone="success" dot>
        On
      </Badge>
    );
  }
  return webhook.disabled_reason === null ? (
    <Badge dot>Off</Badge>
  ) : (
    <Badge tone="danger" dot>
      Turned off
    </Badge>
  );
}

type Delivery = { status: DeliveryStatus; attempts: number };

/** What came of a delivery, in a word. */
export function DeliveryBadge({ delivery: { status, attempts } }: { delivery: Delivery }) {
  switch (status) {
    case "success":
      return (
        <Badge tone="success" dot>
          Arrived
        </Badge>
      );
    case "failed":
      return (
        <Badge tone="danger" dot>
          Failed
        </Badge>
      );
    case "pending":
      return attempts === 0 ? (
        <Badge tone="accent" dot>
          Sending
        </Badge>
      ) : (
        <Badge tone="warning" dot>
          Retrying
        </Badge>
      );
  }
}
