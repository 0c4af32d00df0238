import { CalendarCheckIcon, CalendarClockIcon, CalendarXIcon } from "lucide-react";
import { ButtonLink } from "@/app/_components/button";
import { formatInstant } from "@/app/_components/format-instant";
import type { Booking } from "@/server/bookings/schema";
import { StateHeading } from "./state-heading";

export type BookedState = "new" | "moved" | "open" | "begun" | "cancelled";

/** What is to be said of a booking now; what it is comes before what was just done with it. */
export function stateOf(
  booking: Pick<Booking, "status" | "start_time">,
  nowMs: number,
  just: { justBooked: unknown; justMoved: unknown },
): BookedState {
  if (booking.status === "cancelled") return "cancelled";
  if (Date.parse(booking.start_time) <= nowMs) return "begun";
  if (just.justMoved === "1") return "moved";
  return just.justBooked === "1" ? "new" : "open";
}

const titles = {
  new: "You are booked",
  moved: "Your booking is moved",
  open: "Your booking",
  begun: "Your booking",
  cancelled: "This booking is cancelled",
} as const satisfies Record<BookedState, string>;

type Props = {
  state: BookedState;
  booking: Booking;
  host: string;
  locale: string;
  /** The page to book another time at, or null when there is none any more. */
  bookAgain: string | null;
};

export function BookedHeader({ state, booking, host, locale, bookAgain }: Props) {
  const isCancelled = state === "cancelled";
  const isDone = state === "new" || state === "moved";
  const Icon = isCancelled ? CalendarXIcon : isDone ? CalendarCheckIcon : CalendarClockIcon;
  const tone = isCancelled
    ? "bg-danger-soft text-danger-text"
    : isDone
      ? "bg-success-soft text-success-text"
      : "bg-accent-soft text-accent-text";
  return (
    <header className="flex items-start gap-4">
      <span
        aria-hidden
        className={`inline-flex size-11 shrink-0 items-center justify-center rounded-full ${tone}`}
      >
        <Icon className="size-5" />
      </span>
      <div className="grid gap-1.5">
        <StateHeading news={isDone || isCancelled ? state : null} title={titles[state]} />
        <div className="text-lg text-pretty text-muted">
          {(state === "new" || state === "moved") && (
            <p>Keep the address of this page: with it you can move or cancel your booking.</p>
          )}
          {state === "open" && <p>You can move or cancel it until it begins.</p>}
          {state === "begun" && (
            <p>
              It has begun, so it can no longer be moved or cancelled here. If something came up,
              please write to {host}.
            </p>
          )}
          {isCancelled && (
            <>
              <p>{cancelledAt(booking, locale)}</p>
              {booking.cancel_reason !== null && <p>Reason: {booking.cancel_reason}</p>}
              {bookAgain !== null && (
                <ButtonLink href={bookAgain} variant="primary" className="mt-4">
                  Book another time
                </ButtonLink>
              )}
            </>
          )}
        </div>
      </div>
    </header>
  );
}

function cancelledAt(booking: Booking, locale: string): string {
  if (booking.cancelled_at === null) return "It does not take place.";
  const zoned = { timeZone: booking.invitee_timezone, locale };
  return `It was cancelled on ${formatInstant(new Date(booking.cancelled_at), "date-time", zoned)}.`;
}
