import { ExternalLinkIcon, PencilIcon } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { CopyButton } from "@/app/_components/copy-button";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import type { EventType } from "@/server/event-types/schema";
import { shownPath } from "./address";
import { EventTypeMenu } from "./event-type-menu";

export function EventTypeTable({ types }: { types: readonly EventType[] }) {
  return (
    <Table caption="Event types">
      <TableHead>
        <TableHeader>Event type</TableHeader>
        <TableHeader>Duration</TableHeader>
        <TableHeader>Booking page</TableHeader>
        <TableHeader>Status</TableHeader>
        <TableHeader>
          <span className="sr-only">Actions</span>
        </TableHeader>
      </TableHead>
      <TableBody>
        {types.map((type) => (
          <EventTypeRow key={type.id} type={type} />
        ))}
      </TableBody>
    </Table>
  );
}

function EventTypeRow({ type }: { type: EventType }) {
  return (
    <TableRow>
      <TableCell primary>
        <Link
          href={`/event-types/${type.id}`}
          className="inline-flex max-w-full items-baseline gap-2.5 rounded-sm hover:underline"
        >
          <span
            aria-hidden
            className="size-2.5 shrink-0 translate-y-px rounded-full"
            style={{ backgroundColor: type.color }}
          />
          <span className="line-clamp-2 min-w-0 wrap-anywhere">{type.title}</span>
        </Link>
      </TableCell>
      <TableCell label="Duration" className="whitespace-nowrap">
        {(type.duration_options ?? [type.duration_minutes]).toSorted((a, b) => a - b).join(", ")}
        {" min"}
      </TableCell>
      <TableCell label="Booking page">
        <a
          href={type.booking_url}
          target="_blank"
          rel="noreferrer"
          title={type.booking_url}
          className="group inline-flex max-w-full items-center gap-1.5 rounded-sm text-muted hover:text-ink hover:underline"
        >
          <span className="min-w-0 truncate @2xl:max-w-64">{shownPath(type.booking_url)}</span>
          <ExternalLinkIcon aria-hidden className="size-3.5 shrink-0" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      </TableCell>
      <TableCell label="Status">
        {type.active ? (
          <Badge tone="success" dot>
            Active
          </Badge>
        ) : (
          <Badge dot>Inactive</Badge>
        )}
      </TableCell>
      <TableCell actions>
        <CopyButton
          value={type.booking_url}
          label={`Copy link to ${type.title}`}
          iconOnly
          variant="ghost"
        />
        <Link
          href={`/event-types/${type.id}`}
          aria-label={`Edit ${type.title}`}
          title="Edit"
          className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink @max-2xl:hidden"
        >
          <PencilIcon aria-hidden className="size-4" />
        </Link>
        <EventTypeMenu type={type} />
      </TableCell>
    </TableRow>
  );
}
