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
import type { ApiKey } from "@/server/api-keys/schema";
import { AdviceBadges, KeyEnd, ModeBadge, StatusBadge } from "./key-badges";
import { type KeyActions, keyHref, KeyMenu } from "./key-menu";
import { type Clock, Moment } from "./moment";
import { scopeSummary } from "./scope-words";

type Props = Clock & {
  caption: string;
  keys: readonly ApiKey[];
  /** Without them the keys no longer work, and can only be looked at. */
  actions?: KeyActions;
};

export function KeyTable({ caption, keys, timeZone, now, actions }: Props) {
  return (
    <Table caption={caption}>
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>Mode</TableHeader>
        <TableHeader>Key</TableHeader>
        <TableHeader>Access</TableHeader>
        <TableHeader>Created</TableHeader>
        <TableHeader>Last used</TableHeader>
        <TableHeader>{actions ? "Expires" : "Status"}</TableHeader>
        <TableHeader>
          <span className="sr-only">Actions</span>
        </TableHeader>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} timeZone={timeZone} now={now} actions={actions} />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = Clock & { apiKey: ApiKey; actions: KeyActions | undefined };

function KeyRow({ apiKey, timeZone, now, actions }: RowProps) {
  const { allowed_ips: addresses } = apiKey;
  return (
    <TableRow className={actions ? undefined : "text-muted"}>
      <TableCell primary className="wrap-anywhere">
        <Link href={keyHref(apiKey)} className="rounded-sm hover:underline">
          {apiKey.name}
        </Link>
        {apiKey.description && (
          <p className="text-sm font-normal text-muted">{apiKey.description}</p>
        )}
        {actions && (
          <div className="mt-1 flex flex-wrap gap-1 empty:hidden">
            <AdviceBadges apiKey={apiKey} now={now} />
          </div>
        )}
      </TableCell>
      <TableCell label="Mode">
        <ModeBadge mode={apiKey.mode} />
      </TableCell>
      <TableCell label="Key">
        <code className="font-mono text-sm whitespace-nowrap">{apiKey.key_prefix}…</code>
      </TableCell>
      <TableCell label="Access">
        <div className="min-w-28">
          {scopeSummary(apiKey.scopes)}
          {addresses.length > 0 && (
            <p className="text-sm text-muted">
              {addresses.length} allowed {addresses.length === 1 ? "address" : "addresses"}
            </p>
          )}
        </div>
      </TableCell>
      <TableCell label="Created">
        <div>
          <Moment at={apiKey.created_at} timeZone={timeZone} now={now} />
          <p className="text-sm text-muted wrap-anywhere">by {apiKey.created_by.name}</p>
        </div>
      </TableCell>
      <TableCell label="Last used">
        {apiKey.last_used_at === null ? (
          <span className="whitespace-nowrap text-muted">never used</span>
        ) : (
          <Moment at={apiKey.last_used_at} timeZone={timeZone} now={now} />
        )}
      </TableCell>
      <TableCell label={actions ? "Expires" : "Status"}>
        <div className="grid gap-0.5">
          {!actions && <StatusBadge apiKey={apiKey} now={now} />}
          <span className={actions ? undefined : "text-sm"}>
            <KeyEnd apiKey={apiKey} timeZone={timeZone} now={now} />
          </span>
        </div>
      </TableCell>
      <TableCell actions>
        <KeyMenu apiKey={apiKey} actions={actions} />
      </TableCell>
    </TableRow>
  );
}
