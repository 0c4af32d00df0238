"use client";

import { FormError } from "@/app/_components/form-error";
import { LoadMore } from "@/app/_components/pagination";
import { useTrpcClient } from "@/app/_trpc/client";
import { useMore } from "@/app/_trpc/use-more";
import type { z } from "zod";
import { civilDateAt } from "@/server/time";
import type { Booking, BookingList as BookingPage, ListBookings } from "@/server/bookings/schema";
import { BookingRow } from "./booking-row";
import { dayName } from "./day-name";
import type { TypeLabel } from "./event-types";
import { groupByDay } from "./group-by-day";
import { hasEnded, type View } from "./views";

type Props = {
  /** Above the rest of Upcoming: what has begun and not ended. */
  underWay: Booking[];
  first: z.infer<typeof BookingPage>;
  /** What brought the first page, and with a cursor brings the next. */
  query: z.input<typeof ListBookings>;
  view: View;
  types: readonly TypeLabel[];
  timeZone: string;
  nowMs: number;
};

export function BookingList({ underWay, first, query, view, types, timeZone, nowMs }: Props) {
  const client = useTrpcClient();
  const more = useMore(first, (id) => client.bookings.list.query({ ...query, starting_after: id }));
  // What is under way is listed under Upcoming, although it began in the past.
  const rows = [
    ...underWay,
    ...more.rows.filter((booking) => view !== "past" || hasEnded(booking, nowMs)),
  ];
  const typeOf = new Map(types.map((type) => [type.id, type]));
  const today = civilDateAt(timeZone, nowMs);

  return (
    <div className="grid grid-cols-1 gap-6">
      {groupByDay(rows, timeZone).map(({ date, rows: bookings }) => (
        <section key={date} aria-labelledby={`day-${date}`} className="grid grid-cols-1 gap-2">
          <h2 id={`day-${date}`} className="text-base font-semibold">
            {dayName(date, today)}
          </h2>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {bookings.map((booking) => (
              <BookingRow
                key={booking.id}
                booking={booking}
                type={typeOf.get(booking.event_type_id)}
                timeZone={timeZone}
                nowMs={nowMs}
              />
            ))}
          </ul>
        </section>
      ))}
      <div>
        <FormError error={more.error} />
        <LoadMore
          shown={rows.length}
          noun={rows.length === 1 && !more.hasMore ? "booking" : "bookings"}
          hasMore={more.hasMore}
          onLoadMore={more.load}
          loading={more.loading}
        />
      </div>
    </div>
  );
}
