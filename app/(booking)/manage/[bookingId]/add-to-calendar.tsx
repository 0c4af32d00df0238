import { CalendarPlusIcon, DownloadIcon } from "lucide-react";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import type { Booking } from "@/server/bookings/schema";
import { googleCalendarUrl } from "../../google-calendar";
import type { Words } from "../../words/words";

type Props = { booking: Booking; title: string; token: string; words: Words["booked"] };

export function AddToCalendar({ booking, title, token, words }: Props) {
  const file = `/manage/${booking.id}/calendar.ics?token=${encodeURIComponent(token)}`;
  const google = googleCalendarUrl({
    title,
    startAt: booking.start_time,
    endAt: booking.end_time,
    location: booking.meeting_url ?? booking.location,
  });
  return (
    <section aria-label={words.toCalendar} className="flex flex-wrap gap-2 sm:pl-34">
      <ButtonAnchor href={file} icon={<DownloadIcon aria-hidden />}>
        {words.file}
      </ButtonAnchor>
      <ButtonAnchor
        href={google}
        target="_blank"
        rel="noreferrer"
        icon={<CalendarPlusIcon aria-hidden />}
      >
        Google Calendar
      </ButtonAnchor>
    </section>
  );
}
