import { CalendarCheckIcon, CalendarClockIcon, CalendarXIcon } from "lucide-react";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import { formatInstant } from "@/app/_components/format-instant";
import type { Booking } from "@/server/bookings/schema";
import { fill } from "../../words/fill";
import type { Words } from "../../words/words";
import type { BookedState } from "./booked-state";
import { StateHeading } from "./state-heading";

type Props = {
  state: BookedState;
  booking: Booking;
  host: string;
  locale: string;
  words: Words["booked"];
  /** The page to book another time at, or null when there is none any more. */
  bookAgain: string | null;
};

export function BookedHeader({ state, booking, host, locale, words, bookAgain }: Props) {
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
        <StateHeading
          news={isDone || isCancelled ? state : null}
          title={state === "begun" ? words.open : words[state]}
        />
        <div className="text-lg text-pretty text-muted">
          {(state === "new" || state === "moved") && <p>{words.keep}</p>}
          {state === "open" && <p>{words.until}</p>}
          {state === "begun" && <p>{fill(words.begun, { host })}</p>}
          {isCancelled && (
            <>
              <p>{cancelledAt(booking, locale, words)}</p>
              {booking.cancel_reason !== null && (
                <p>{fill(words.because, { reason: booking.cancel_reason })}</p>
              )}
              {bookAgain !== null && (
                <ButtonAnchor href={bookAgain} variant="primary" className="mt-4">
                  {words.again}
                </ButtonAnchor>
              )}
            </>
          )}
        </div>
      </div>
    </header>
  );
}

function cancelledAt(booking: Booking, locale: string, words: Words["booked"]): string {
  if (booking.cancelled_at === null) return words.off;
  const zoned = { timeZone: booking.invitee_timezone, locale };
  return fill(words.cancelledAt, {
    when: formatInstant(new Date(booking.cancelled_at), "date-time", zoned),
  });
}
