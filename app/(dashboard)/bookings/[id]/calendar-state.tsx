import { Badge } from "@/app/_components/badge";
import type { Booking } from "@/server/bookings/schema";

type Props = { status: NonNullable<Booking["calendar_event_status"]>; host: string };

/** How it stands with the event that a booking has in its host's calendar. */
export function CalendarState({ status, host }: Props) {
  const { tone, words } = badges[status];
  return (
    <div className="grid gap-0.5">
      <Badge tone={tone} dot>
        {words}
      </Badge>
      <p className="text-muted">{meanings[status](host)}</p>
    </div>
  );
}

const badges = {
  written: { tone: "success", words: "Written" },
  moved: { tone: "warning", words: "Moved in the calendar" },
  deleted: { tone: "warning", words: "Deleted in the calendar" },
} as const satisfies Record<Props["status"], unknown>;

const meanings = {
  written: () => "It moves and vanishes there with the booking.",
  moved: (host) =>
    `${host} moved the event. The booking still stands at its own time; move it here to tell the invitee.`,
  deleted: (host) =>
    `${host} deleted the event, or made it free. The booking still stands; cancel it here to tell the invitee.`,
} as const satisfies Record<Props["status"], (host: string) => string>;
