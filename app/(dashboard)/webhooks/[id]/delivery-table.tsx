import Link from "next/link";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import type { WebhookDelivery } from "@/server/webhooks/schema";
import { type Clock, Moment } from "../../settings/api-keys/moment";
import { DeliveryBadge } from "../webhook-badge";
import { deliveryHref } from "../webhook-href";

type Props = Clock & { deliveries: readonly WebhookDelivery[] };

export function DeliveryTable({ deliveries, timeZone, now }: Props) {
  return (
    <Table caption="Deliveries">
      <TableHead>
        <TableHeader>Event</TableHeader>
        <TableHeader>Outcome</TableHeader>
        <TableHeader className="text-right">Answer</TableHeader>
        <TableHeader className="text-right">Attempts</TableHeader>
        <TableHeader>Made</TableHeader>
        <TableHeader>Next retry</TableHeader>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <TableRow key={delivery.id}>
            <TableCell primary>
              <Link
                href={deliveryHref(delivery.webhook_endpoint_id, delivery.id)}
                className="rounded-sm font-mono text-sm hover:underline"
              >
                {delivery.event_type}
              </Link>
            </TableCell>
            <TableCell label="Outcome">
              <DeliveryBadge delivery={delivery} />
            </TableCell>
            <TableCell label="Answer" numeric>
              {delivery.response_status_code ?? <span className="text-muted">none</span>}
            </TableCell>
            <TableCell label="Attempts" numeric>
              {delivery.attempts}
            </TableCell>
            <TableCell label="Made">
              <Moment at={delivery.created_at} timeZone={timeZone} now={now} />
            </TableCell>
            <TableCell label="Next retry">
              {delivery.next_retry_at === null || delivery.attempts === 0 ? (
                <span className="text-muted">None</span>
              ) : (
                <Moment at={delivery.next_retry_at} timeZone={timeZone} now={now} />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
