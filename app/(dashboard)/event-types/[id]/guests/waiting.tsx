"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { FormError } from "@/app/_components/form-error";
import { LocalTime } from "@/app/_components/local-time";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import type { WaitlistEntry } from "@/server/waitlist/schema";

type Props = { eventTypeId: string; timeZone: string };

/** Who waits for the event type, the head of the line first, and for whom a place is held. */
export function Waiting({ eventTypeId: event_type_id, timeZone }: Props) {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const [failure, setFailure] = useState<PageError | null>(null);
  const list = useQuery(trpc.waitlist.list.queryOptions({ event_type_id, limit: 100 }));
  const open = (list.data?.data ?? []).filter(
    ({ status, booking_id }) =>
      status === "waiting" || (status === "promoted" && booking_id === null),
  );
  async function remove(id: string) {
    setFailure(null);
    try {
      await client.waitlist.cancel.mutate({ id });
    } catch (error) {
      setFailure(pageError(error));
    }
    await list.refetch();
  }
  if (list.data === undefined) {
    return list.error === null ? null : <FormError error={pageError(list.error)} />;
  }
  if (open.length === 0) return <p className="text-sm text-muted">Nobody waits at present.</p>;
  return (
    <div className="grid gap-2">
      <FormError error={failure} />
      <ul aria-label="Waiting" className="overflow-hidden rounded-lg border border-line">
        {open.toReversed().map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2.5 last:border-b-0"
          >
            <span className="grid min-w-0 flex-1">
              <span className="truncate font-medium">{entry.invitee_name}</span>
              <span className="truncate text-sm text-muted">
                {entry.invitee_email} · <State entry={entry} timeZone={timeZone} />
              </span>
            </span>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Remove ${entry.invitee_name}`}
              onClick={() => void remove(entry.id)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function State({ entry, timeZone }: { entry: WaitlistEntry; timeZone: string }) {
  if (entry.status === "waiting") return <>number {entry.position}</>;
  return (
    <>
      held until{" "}
      <LocalTime at={entry.expires_at ?? entry.created_at} timeZone={timeZone} locale="en-US" />
    </>
  );
}
