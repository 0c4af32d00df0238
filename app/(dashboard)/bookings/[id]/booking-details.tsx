import type { ReactNode } from "react";
import { Card, DescriptionItem, DescriptionList } from "@/app/_components/card";
import { CopyButton } from "@/app/_components/copy-button";
import { formatRange } from "@/app/_components/format-instant";
import { LocalTime, LocalTimeRange } from "@/app/_components/local-time";
import { zoneCity } from "@/app/_components/time-zones";
import type { Booking } from "@/server/bookings/schema";
import type { Question } from "@/server/event-types/schema";
import { CalendarState } from "./calendar-state";
import { bookingHistory } from "./history";

const locale = "en-US";

type Props = {
  booking: Booking;
  /** The event type's questions as they are now. */
  questions: readonly Question[];
  timeZone: string;
  status: ReactNode;
};

export function BookingDetails({ booking, questions, timeZone, status }: Props) {
  const answers = Object.entries(booking.answers);
  const metadata = Object.entries(booking.metadata);
  const labelOf = new Map(questions.map(({ id, label }) => [id, label]));
  return (
    <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-start">
      <div className="grid grid-cols-1 gap-5">
        <Card>
          <DescriptionList>
            <DescriptionItem label="Status">{status}</DescriptionItem>
            <DescriptionItem label="When">
              <When booking={booking} timeZone={timeZone} />
            </DescriptionItem>
            <DescriptionItem label={booking.attendees.length > 1 ? "Attendees" : "Invitee"}>
              <Attendees booking={booking} />
            </DescriptionItem>
            {booking.assigned_host !== null && (
              <DescriptionItem label="Host">
                <Person {...booking.assigned_host} />
              </DescriptionItem>
            )}
            {booking.assigned_host !== null && booking.calendar_event_status !== null && (
              <DescriptionItem label={`In ${booking.assigned_host.name}'s calendar`}>
                <CalendarState
                  status={booking.calendar_event_status}
                  host={booking.assigned_host.name}
                />
              </DescriptionItem>
            )}
            {booking.meeting_url !== null && (
              <DescriptionItem label="Meeting">
                <Linked text={booking.meeting_url} />
              </DescriptionItem>
            )}
            {booking.location !== null && booking.location !== booking.meeting_url && (
              <DescriptionItem label="Location">
                <Linked text={booking.location} />
              </DescriptionItem>
            )}
            {booking.notes !== null && (
              <DescriptionItem label="Notes">
                <p className="whitespace-pre-wrap">{booking.notes}</p>
              </DescriptionItem>
            )}
          </DescriptionList>
        </Card>
        {answers.length > 0 && (
          <Card title="Answers">
            <DescriptionList>
              {answers.map(([id, answer]) => (
                <DescriptionItem key={id} label={labelOf.get(id) ?? id}>
                  <p className="whitespace-pre-wrap">{answerText(answer)}</p>
                </DescriptionItem>
              ))}
            </DescriptionList>
          </Card>
        )}
        {metadata.length > 0 && (
          <Card title="Metadata" description="What your own code keeps with this booking.">
            <DescriptionList>
              {metadata.map(([key, value]) => (
                <DescriptionItem key={key} label={key}>
                  <span className="font-mono text-sm">{value}</span>
                </DescriptionItem>
              ))}
            </DescriptionList>
          </Card>
        )}
      </div>
      <Card title="History">
        <ol className="grid gap-4">
          {bookingHistory(booking).map(({ what, at, why }) => (
            <li key={what} className="grid gap-0.5 border-l-2 border-line pl-3">
              <p className="text-base font-medium">{what}</p>
              <LocalTime
                at={at}
                timeZone={timeZone}
                locale={locale}
                className="text-sm text-muted"
              />
              {why && <p className="text-base wrap-anywhere whitespace-pre-wrap">“{why}”</p>}
            </li>
          ))}
        </ol>
        <div className="mt-5 grid grid-cols-1 gap-1 border-t border-line pt-4">
          <p className="text-sm text-muted">Booking id</p>
          <div className="flex items-center gap-2">
            <code className="min-w-0 truncate font-mono text-sm">{booking.id}</code>
            <CopyButton value={booking.id} label="Copy booking id" iconOnly variant="ghost" />
          </div>
        </div>
      </Card>
    </div>
  );
}

const answerText = (answer: string | boolean): string => {
  if (typeof answer === "string") return answer;
  return answer ? "Yes" : "No";
};

/** In the organization's zone, and in the invitee's where its clocks show something else. */
function When({ booking, timeZone }: { booking: Booking; timeZone: string }) {
  const { start_time: start, end_time: end, invitee_timezone: theirs } = booking;
  const wall = (zone: string) =>
    formatRange(new Date(start), new Date(end), { timeZone: zone, locale });
  return (
    <div className="grid gap-0.5">
      <LocalTimeRange
        start={start}
        end={end}
        timeZone={timeZone}
        locale={locale}
        showZone
        className="font-medium"
      />
      {wall(theirs) !== wall(timeZone) && (
        <p className="text-muted">
          <LocalTimeRange start={start} end={end} timeZone={theirs} locale={locale} showZone /> for
          the invitee ({zoneCity(theirs)})
        </p>
      )}
    </div>
  );
}

function Attendees({ booking }: { booking: Booking }) {
  return (
    <ul className="grid gap-2">
      {booking.attendees.map((attendee) => (
        <li key={attendee.id}>
          <Person {...attendee} />
        </li>
      ))}
    </ul>
  );
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <div className="grid">
      <span>{name}</span>
      <a
        href={`mailto:${encodeURIComponent(email)}`}
        className="w-fit rounded-sm text-accent-text hover:underline"
      >
        {email}
      </a>
    </div>
  );
}

/** A web address as a link, anything else as text. */
function Linked({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return text;
  return (
    <a
      href={text}
      target="_blank"
      rel="noreferrer"
      className="rounded-sm text-accent-text hover:underline"
    >
      {text}
    </a>
  );
}
