import Link from "next/link";
import { formatInstant } from "@/app/_components/format-instant";
import type { Booking } from "@/server/bookings/schema";
import type { TypeLabel } from "./event-types";
import { StatusBadge } from "./status-badge";

type Props = {
  booking: Booking;
  /** Undefined when it was deleted since. */
  type: TypeLabel | undefined;
  timeZone: string;
  nowMs: number;
};

/** One booking of a day; the whole row leads to it. */
export function BookingRow({ booking, type, timeZone, nowMs }: Props) {
  const cancelled = booking.status === "cancelled";
  const time = (at: string) => formatInstant(new Date(at), "time", { timeZone, locale: "en-US" });
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 hover:bg-hover/60 sm:grid-cols-[10.5rem_minmax(0,1fr)_auto] sm:items-center">
      <p className="text-base whitespace-nowrap text-muted tabular-nums">
        <time dateTime={booking.start_time} suppressHydrationWarning>
          {time(booking.start_time)} – {time(booking.end_time)}
        </time>
      </p>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex min-w-0 items-baseline gap-2 font-medium">
          <span
            aria-hidden
            className="size-2.5 shrink-0 rounded-full bg-control"
            style={type === undefined ? undefined : { backgroundColor: type.color }}
          />
          <Link
            href={`/bookings/${booking.id}`}
            className="min-w-0 truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
          >
            {booking.invitee_name}
            {booking.attendee_count > 1 && ` and ${booking.attendee_count - 1} more`}
          </Link>
        </p>
        <p className="truncate pl-4.5 text-sm text-muted">
          {type?.title ?? "Deleted event type"}
          {booking.assigned_host !== null && ` · with ${booking.assigned_host.name}`}
        </p>
        {cancelled && booking.cancel_reason && (
          <p className="truncate pl-4.5 text-sm text-muted">“{booking.cancel_reason}”</p>
        )}
      </div>
      <div className="max-sm:pl-4.5">
        <StatusBadge booking={booking} nowMs={nowMs} />
      </div>
    </li>
  );
}
