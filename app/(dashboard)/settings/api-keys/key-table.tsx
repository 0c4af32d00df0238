"use client";

import { Ban, Ellipsis } from "lucide-react";
import { Badge } from "@/app/_components/badge";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/app/_components/dropdown-menu";
import { formatInstant } from "@/app/_components/format-instant";
import { LocalTime } from "@/app/_components/local-time";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import { Tooltip } from "@/app/_components/tooltip";
import type { ApiKey } from "@/server/api-keys/schema";
import { type KeyStatus, keyStatus } from "./key-status";
import { relativeTime } from "./relative-time";

type Props = {
  caption: string;
  keys: readonly ApiKey[];
  timeZone: string;
  now: string;
  /** Without it the keys can only be looked at. */
  onRevoke?: (key: ApiKey) => void;
};

const locale = "en-US";

/** The element that a key's dialog gives focus back to. */
export const menuId = ({ id }: ApiKey): string => `key-menu-${id}`;

export function KeyTable({ caption, keys, timeZone, now, onRevoke }: Props) {
  return (
    <Table caption={caption}>
      <TableHead>
        <TableHeader>Name</TableHeader>
        <TableHeader>Mode</TableHeader>
        <TableHeader>Key</TableHeader>
        <TableHeader>Created by</TableHeader>
        <TableHeader>Created</TableHeader>
        <TableHeader>Last used</TableHeader>
        <TableHeader>Status</TableHeader>
        {onRevoke && (
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        )}
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id} className={onRevoke ? undefined : "text-muted"}>
            <TableCell primary className="wrap-anywhere">
              {key.name}
              {key.description && (
                <p className="text-sm font-normal text-muted">{key.description}</p>
              )}
            </TableCell>
            <TableCell label="Mode">
              <ModeBadge mode={key.mode} />
            </TableCell>
            <TableCell label="Key" className="font-mono text-sm whitespace-nowrap">
              {key.key_prefix}…
            </TableCell>
            <TableCell label="Created by">{key.created_by.name}</TableCell>
            <TableCell label="Created" className="whitespace-nowrap">
              <Moment at={key.created_at} timeZone={timeZone} now={now} />
            </TableCell>
            <TableCell label="Last used" className="whitespace-nowrap">
              {key.last_used_at === null ? (
                <span className="text-muted">never used</span>
              ) : (
                <Moment at={key.last_used_at} timeZone={timeZone} now={now} />
              )}
            </TableCell>
            <TableCell label="Status">
              <Status apiKey={key} timeZone={timeZone} now={now} />
            </TableCell>
            {onRevoke && (
              <TableCell actions>
                <KeyMenu apiKey={key} onRevoke={onRevoke} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ModeBadge({ mode }: { mode: ApiKey["mode"] }) {
  return mode === "test" ? <Badge tone="test">Test</Badge> : <Badge tone="accent">Live</Badge>;
}

const statuses = {
  active: { tone: "success", label: "Active" },
  expired: { tone: "warning", label: "Expired" },
  revoked: { tone: "neutral", label: "Revoked" },
} as const satisfies Record<KeyStatus, object>;

function Status({ apiKey, timeZone, now }: { apiKey: ApiKey; timeZone: string; now: string }) {
  const { tone, label } = statuses[keyStatus(apiKey, new Date(now))];
  const until = apiKey.revoked_at ?? apiKey.expires_at;
  return (
    <div className="grid gap-0.5">
      <Badge tone={tone} dot>
        {label}
      </Badge>
      {until !== null && (
        <span className="text-sm whitespace-nowrap text-muted">
          <LocalTime at={until} format="date" timeZone={timeZone} locale={locale} />
        </span>
      )}
    </div>
  );
}

/** How long ago; the exact time on hover, and on focus for the keyboard. */
function Moment({ at, timeZone, now }: { at: string; timeZone: string; now: string }) {
  const instant = new Date(at);
  return (
    <Tooltip content={formatInstant(instant, "date-time", { timeZone, locale }, true)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the tooltip must open by keyboard */}
      <time dateTime={at} tabIndex={0} className="rounded-sm">
        {relativeTime(instant, new Date(now))}
      </time>
    </Tooltip>
  );
}

function KeyMenu({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: (key: ApiKey) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        id={menuId(apiKey)}
        aria-label={`Actions for ${apiKey.name}`}
        className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover [&_svg]:size-4"
      >
        <Ellipsis aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem icon={<Ban />} danger onSelect={() => onRevoke(apiKey)}>
          Revoke key…
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
