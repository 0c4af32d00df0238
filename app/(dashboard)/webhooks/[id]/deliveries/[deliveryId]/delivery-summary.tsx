import { Card, DescriptionItem, DescriptionList } from "@/app/_components/card";
import { LocalTime } from "@/app/_components/local-time";
import type { DeliveryHistory } from "@/server/webhooks/schema";
import { causeOf } from "@/server/webhooks/state";
import { type Clock, locale, Moment } from "../../../../settings/api-keys/moment";
import { DeliveryBadge } from "../../../webhook-badge";

type Props = Clock & { delivery: DeliveryHistory };

/** What came of it, why, and what follows. */
export function DeliverySummary({ delivery, timeZone, now }: Props) {
  const cause = delivery.status === "success" ? null : causeOf(delivery);
  return (
    <Card>
      <DescriptionList>
        <DescriptionItem label="Outcome">
          <div className="grid gap-1.5">
            <DeliveryBadge delivery={delivery} />
            {cause !== null && (
              <p>
                <span className="font-medium">{cause.what}</span> {cause.advice}
              </p>
            )}
          </div>
        </DescriptionItem>
        {delivery.next_retry_at !== null && delivery.attempts > 0 && (
          <DescriptionItem label="Next retry">
            <Moment at={delivery.next_retry_at} timeZone={timeZone} now={now} />
          </DescriptionItem>
        )}
        <DescriptionItem label="Attempts">{delivery.attempts}</DescriptionItem>
        <DescriptionItem label="Made">
          <LocalTime at={delivery.created_at} timeZone={timeZone} locale={locale} showZone />
        </DescriptionItem>
        <DescriptionItem label="webhook-id">
          <span className="font-mono text-sm">{delivery.payload.id}</span>
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
