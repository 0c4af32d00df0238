"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Dialog, DialogBody, DialogContent, DialogTrigger } from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { formatInstant } from "@/app/_components/format-instant";
import { Input } from "@/app/_components/input";
import { Skeleton } from "@/app/_components/skeleton";
import { useTrpc } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import { reasonWords } from "./reason-words";

type Props = { eventTypeId: string; timeZone: string; today: string };

/** Answers "why can nobody book Tuesday at 10?": every time of a day, offered or why not. */
export function WhyNot({ eventTypeId, timeZone, today }: Props) {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button size="sm">Why is a time missing?</Button>
      </DialogTrigger>
      <DialogContent
        title="Why is a time missing?"
        description="Every time of a day, as it is saved: offered, or why not."
      >
        <DialogBody>
          <Day eventTypeId={eventTypeId} timeZone={timeZone} today={today} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

function Day({ eventTypeId: event_type_id, timeZone, today }: Props) {
  const [date, setDate] = useState(today);
  const trpc = useTrpc();
  const query = useQuery(
    trpc.availability.list.queryOptions(
      { event_type_id, start: date, end: date, timezone: timeZone, explain: true },
      { enabled: date !== "" },
    ),
  );
  const times = [
    ...(query.data?.slots ?? []).map(({ start_time: start }) => ({ start, why: null })),
    ...(query.data?.explanations ?? []).map(({ start_time: start, reason }) => ({
      start,
      why: reasonWords[reason],
    })),
  ].toSorted((a, b) => a.start.localeCompare(b.start));
  return (
    <div className="grid gap-4">
      <Field label="Date" name="date">
        <Input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
      </Field>
      {query.error !== null && <p>{pageError(query.error).message}</p>}
      {query.isLoading && <Skeleton className="h-32 w-full" />}
      {query.data !== undefined && times.length === 0 && (
        <p className="text-muted">No hours are open on this date.</p>
      )}
      {times.length > 0 && (
        <ul className="grid gap-1">
          {times.map(({ start, why }) => (
            <li key={start} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 text-sm">
              <time dateTime={start} className="font-medium tabular-nums">
                {formatInstant(new Date(start), "time", { timeZone, locale: "en-US" })}
              </time>
              <span className={why === null ? "text-success-text" : "text-muted"}>
                {why ?? "Offered"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
