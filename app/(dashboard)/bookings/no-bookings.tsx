import { CalendarDays } from "lucide-react";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyState } from "@/app/_components/empty-state";
import type { TypeLabel } from "./event-types";
import { type View, viewHref } from "./views";

const titles = {
  upcoming: "No upcoming bookings",
  past: "No past bookings",
  cancelled: "No cancelled bookings",
} as const satisfies Record<View, string>;

const texts = {
  upcoming:
    "Share the booking page of an event type, or book through the API: what is booked appears here.",
  past: "Bookings move here once their time is over.",
  cancelled: "Bookings that you or an invitee cancel are kept here, with the reason.",
} as const satisfies Record<View, string>;

type Props = { view: View; type: TypeLabel | undefined; hasTypes: boolean };

export function NoBookings({ view, type, hasTypes }: Props) {
  if (type !== undefined) {
    return (
      <EmptyState
        icon={<CalendarDays />}
        title={`${titles[view]} of ${type.title}`}
        action={<ButtonLink href={viewHref(view, undefined)}>Show all event types</ButtonLink>}
      >
        Other event types may have some.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<CalendarDays />}
      title={titles[view]}
      action={
        view === "upcoming" && (
          <ButtonLink href="/event-types" variant="primary">
            {hasTypes ? "Go to event types" : "Create an event type"}
          </ButtonLink>
        )
      }
    >
      {view === "upcoming" && !hasTypes
        ? "People book event types: say what can be booked and when, then share its page."
        : texts[view]}
    </EmptyState>
  );
}
