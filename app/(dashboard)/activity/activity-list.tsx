"use client";

import type { z } from "zod";
import { FormError } from "@/app/_components/form-error";
import { LoadMore } from "@/app/_components/pagination";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { ActivityList as ActivityPage, ListActivity } from "@/server/events/schema";
import { addDays, civilDateAt } from "@/server/time";
import type { TypeLabel } from "../bookings/event-types";
import { formatDay } from "../bookings/format-day";
import { groupByDay } from "../bookings/group-by-day";
import { ActivityRow } from "./activity-row";
import type { Filters } from "./filters";
import { resourceHref } from "./resource-href";

type Props = {
  first: z.infer<typeof ActivityPage>;
  /** What brought the first page, and with a cursor brings the next. */
  query: z.input<typeof ListActivity>;
  filters: Filters;
  /** The event types that were not deleted. */
  types: readonly TypeLabel[];
  timeZone: string;
  nowMs: number;
};

/** Entries under their days, the latest first. */
export function ActivityList({ first, query, filters, types, timeZone, nowMs }: Props) {
  const client = useTrpcClient();
  const more = useMore(first, (id) => client.activity.list.query({ ...query, starting_after: id }));
  const rows = more.rows.map((entry) => ({ entry, start_time: entry.created_at }));
  const titles = new Map(types.map(({ id, title }) => [id, title]));
  const today = civilDateAt(timeZone, nowMs);
  return (
    <div className="grid grid-cols-1 gap-6">
      {groupByDay(rows, timeZone).map(({ date, rows: entries }) => (
        <section key={date} aria-labelledby={`day-${date}`} className="grid grid-cols-1 gap-2">
          <h2 id={`day-${date}`} className="text-base font-semibold">
            {dayName(date, today)}
          </h2>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {entries.map(({ entry }) => (
              <ActivityRow
                key={entry.id}
                entry={entry}
                href={resourceHref(entry, titles)}
                about={titles.get(entry.resource_id)}
                filters={filters}
                timeZone={timeZone}
              />
            ))}
          </ul>
        </section>
      ))}
      <div>
        <FormError error={more.error} />
        <LoadMore
          shown={rows.length}
          noun={rows.length === 1 && !more.hasMore ? "entry" : "entries"}
          hasMore={more.hasMore}
          onLoadMore={more.load}
          loading={more.loading}
        />
      </div>
    </div>
  );
}

function dayName(date: string, today: string) {
  const written = formatDay(date, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });
  const near = new Map([
    [today, "Today"],
    [addDays(today, -1), "Yesterday"],
  ]).get(date);
  if (near === undefined) return written;
  return (
    <>
      {near} <span className="font-normal text-muted">{written}</span>
    </>
  );
}
