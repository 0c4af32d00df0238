"use client";

import Link from "next/link";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import type { WebhookWithHealth } from "@/server/webhooks/schema";
import { disabledWords } from "@/server/webhooks/state";
import { type Clock, Moment } from "../settings/api-keys/moment";
import { successRate } from "./success-rate";
import { WebhookBadge } from "./webhook-badge";
import { webhookHref } from "./webhook-href";

type Props = Clock & { webhooks: readonly WebhookWithHealth[] };

export function WebhookTable({ webhooks, timeZone, now }: Props) {
  return (
    <Table caption="Webhooks">
      <TableHead>
        <TableHeader>Address</TableHeader>
        <TableHeader>Events</TableHeader>
        <TableHeader>Status</TableHeader>
        <TableHeader className="text-right">Arrived, 24 h</TableHeader>
        <TableHeader>Next retry</TableHeader>
      </TableHead>
      <TableBody>
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} timeZone={timeZone} now={now} />
        ))}
      </TableBody>
    </Table>
  );
}

function WebhookRow({ webhook, timeZone, now }: Clock & { webhook: WebhookWithHealth }) {
  const { disabled_reason: reason, next_retry_at: next, last_day: day } = webhook;
  return (
    <TableRow>
      <TableCell primary className="wrap-anywhere">
        <Link href={webhookHref(webhook.id)} className="rounded-sm hover:underline">
          {webhook.url}
        </Link>
        {webhook.description && (
          <p className="text-sm font-normal text-muted">{webhook.description}</p>
        )}
      </TableCell>
      <TableCell label="Events">
        <span className="text-sm text-muted">{webhook.events.join(", ")}</span>
      </TableCell>
      <TableCell label="Status">
        <div className="grid gap-0.5">
          <WebhookBadge webhook={webhook} />
          {reason !== null && <p className="text-sm text-danger-text">{disabledWords[reason]}</p>}
        </div>
      </TableCell>
      <TableCell label="Arrived, 24 h" numeric className="whitespace-nowrap">
        <Arrived day={day} />
      </TableCell>
      <TableCell label="Next retry">
        {next === null ? (
          <span className="text-muted">None</span>
        ) : (
          <Moment at={next} timeZone={timeZone} now={now} />
        )}
      </TableCell>
    </TableRow>
  );
}

function Arrived({ day }: { day: WebhookWithHealth["last_day"] }) {
  const rate = successRate(day);
  if (rate === null) return <span className="text-muted">Nothing sent</span>;
  return (
    <div>
      <span className={day.missed === 0 ? undefined : "text-danger-text"}>{rate}</span>
      <p className="text-sm text-muted">
        {day.arrived} of {day.arrived + day.missed}
      </p>
    </div>
  );
}
