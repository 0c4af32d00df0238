import Link from "next/link";
import { CalendarDaysIcon } from "lucide-react";
import { EmptyState } from "@/app/_components/empty-state";
import { civilDateAt } from "@/server/time";
import type { Booking } from "@/server/bookings/schema";
import { BookingRow } from "../bookings/booking-row";
import { dayName } from "../bookings/day-name";
import type { TypeLabel } from "../bookings/event-types";
import { groupByDay } from "../bookings/group-by-day";

type Props = {
  /** The soonest first; what is under way before it. */
  bookings: readonly Booking[];
  hasMore: boolean;
  types: readonly TypeLabel[];
  timeZone: string;
  nowMs: number;
};

/** What comes next, by day. */
export function NextBookings({ bookings, hasMore, types, timeZone, nowMs }: Props) {
  const today = civilDateAt(timeZone, nowMs);
  const typeOf = new Map(types.map((type) => [type.id, type]));
  if (bookings.length === 0) {
    return (
      <EmptyState icon={<CalendarDaysIcon />} title="Nothing is booked ahead" className="py-10">
        When somebody books, it is listed here.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Next bookings" className="grid grid-cols-1 gap-5">
      {groupByDay(bookings, timeZone).map(({ date, rows }) => (
        <section key={date} aria-labelledby={`day-${date}`} className="grid grid-cols-1 gap-2">
          <h2 id={`day-${date}`} className="text-base font-semibold">
            {dayName(date, today)}
          </h2>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {rows.map((booking) => (
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
      {hasMore && (
        <Link href="/bookings" className="w-fit text-base text-accent-text hover:underline">
          All bookings
        </Link>
      )}
    </section>
  );
}
