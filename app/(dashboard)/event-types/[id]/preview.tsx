"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/app/_components/button";
import { cn } from "@/app/_components/cn";
import { formatInstant } from "@/app/_components/format-instant";
import { Skeleton } from "@/app/_components/skeleton";
import { zoneCity } from "@/app/_components/time-zones";
import { useTrpc } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Availability, AvailabilityRules } from "@/server/availability/schema";
import type { EventType } from "@/server/event-types/schema";
import { addDays, civilDateAt } from "@/server/time";
import { shownAddress } from "../address";
import type { Tab } from "./editor-fields";
import { showDate } from "../../hours/month";
import { slotsByDate } from "./slots-by-date";
import { WhyNot } from "./why-not";
import { whyNothing } from "./why-nothing";

const goTo = {
  basics: "Go to Basics",
  availability: "Change hours",
  limits: "Change limits",
  guests: "Go to Guests",
  hosts: "Go to Hosts",
  embed: "Go to Embed",
} as const satisfies Record<Tab, string>;

const days = 14;
const shownDates = 5;
const shownSlots = 6;

type Props = {
  type: EventType;
  rules: AvailabilityRules;
  nowMs: number;
  isDirty: boolean;
  onShowTab: (tab: Tab) => void;
};

/** What invitees are offered at present, as it is saved. */
export function Preview({ type, rules, nowMs, isDirty, onShowTab }: Props) {
  const timeZone = rules.timezone;
  const start = civilDateAt(timeZone, nowMs);
  const query = useQuery(
    useTrpc().availability.list.queryOptions({
      event_type_id: type.id,
      start,
      end: addDays(start, days - 1),
    }),
  );
  return (
    <aside
      aria-label="Preview"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4 lg:sticky lg:top-8"
    >
      <div className="grid gap-0.5">
        <h2 className="text-base font-semibold">Next free times</h2>
        <p className="text-sm text-muted">
          In {zoneCity(timeZone)} time, {type.duration_minutes} minutes each
        </p>
      </div>
      <div
        aria-live="polite"
        aria-busy={query.isFetching}
        className={cn(
          "grid gap-3 transition-opacity",
          query.isFetching && query.data !== undefined && "opacity-50",
        )}
      >
        {query.data !== undefined ? (
          <Answer answer={query.data} {...{ type, rules, onShowTab }} />
        ) : query.error !== null ? (
          <div className="grid justify-items-start gap-2 text-sm">
            <p>{pageError(query.error).message}</p>
            <Button size="sm" onClick={() => void query.refetch()}>
              Try again
            </Button>
          </div>
        ) : (
          <PreviewSkeleton />
        )}
      </div>
      <div>
        <WhyNot eventTypeId={type.id} timeZone={timeZone} today={start} />
      </div>
      <p className="border-t border-line pt-3 text-sm text-pretty text-muted">
        {isDirty ? "Your changes show here once they are saved." : shownAddress(type.booking_url)}
      </p>
    </aside>
  );
}

function Answer({
  answer,
  type,
  rules,
  onShowTab,
}: Pick<Props, "type" | "rules" | "onShowTab"> & { answer: Availability }) {
  const dates = slotsByDate(answer.slots, answer.timezone);
  if (dates.length === 0) {
    const { message, tab } = whyNothing({ type, rules, answer, days });
    return (
      <div className="grid justify-items-start gap-2">
        <p className="text-base font-medium">Nothing is free in the next two weeks</p>
        <p className="text-sm text-pretty text-muted">{message}</p>
        <Button size="sm" onClick={() => onShowTab(tab)}>
          {goTo[tab]}
        </Button>
      </div>
    );
  }
  const zoned = { timeZone: answer.timezone, locale: "en-US" };
  return (
    <>
      {dates.slice(0, shownDates).map(({ date, slots }) => (
        <section key={date} aria-label={showDate(date)} className="grid gap-1.5">
          <h3 className="text-sm font-medium">{showDate(date)}</h3>
          <ul className="grid grid-cols-3 gap-1.5">
            {slots.slice(0, slots.length > shownSlots ? shownSlots - 1 : shownSlots).map((slot) => (
              <li key={slot.start_time}>
                <time
                  dateTime={slot.start_time}
                  className="block rounded-md bg-subtle py-1 text-center text-sm whitespace-nowrap"
                >
                  {formatInstant(new Date(slot.start_time), "time", zoned)}
                </time>
              </li>
            ))}
            {slots.length > shownSlots && (
              <li className="py-1 text-center text-sm text-muted">
                +{slots.length - shownSlots + 1}
                <span className="sr-only"> more</span>
              </li>
            )}
          </ul>
        </section>
      ))}
      <p className="text-sm text-muted">
        {answer.slots.length === 1 ? "1 time" : `${answer.slots.length} times`} on{" "}
        {dates.length === 1 ? "1 day" : `${dates.length} days`} within two weeks
      </p>
    </>
  );
}

function PreviewSkeleton() {
  return (
    <>
      <output className="sr-only">Loading the next free times…</output>
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-16 w-full" />
    </>
  );
}
