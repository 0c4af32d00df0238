import type { ReactNode } from "react";
import { formatInstant, formatRange } from "@/app/_components/format-instant";
import { zoneCity, zoneOffset } from "@/app/_components/time-zones";
import type { InviteeBooking } from "@/server/bookings/schema";
import { clocksDiffer } from "../../other-clock";
import { formatMinutes, placeOf } from "../../place";
import { fill } from "../../words/fill";
import type { Words } from "../../words/words";

type Props = {
  booking: InviteeBooking["booking"];
  eventType: InviteeBooking["event_type"];
  organization: InviteeBooking["organization"];
  locale: string;
  words: Words;
};

/** What is booked, when in the invitee's zone (and the host's where its clocks show another time), and where. */
export function BookedDetails({ booking, eventType, organization, locale, words }: Props) {
  const { booked, basics } = words;
  const cancelled = booking.status === "cancelled";
  const [start, end] = [new Date(booking.start_time), new Date(booking.end_time)];
  const mine = booking.invitee_timezone;
  const theirs = eventType.timezone;
  const differ = clocksDiffer(mine, theirs, start.getTime());
  const minutes = (end.getTime() - start.getTime()) / 60_000;
  const answerOf = (id: string) => answerText(booking.answers[id], booked);
  const answered = eventType.questions.filter(({ id }) => answerOf(id) !== null);
  return (
    <dl className="grid gap-4 border-t border-line pt-6">
      <Item label={booked.what}>
        <p className="text-lg font-medium">{eventType.title}</p>
        <p className="text-muted">
          {fill(booked.with, {
            length: formatMinutes(minutes, basics.length),
            host:
              booking.assigned_host === null
                ? organization.name
                : `${booking.assigned_host.name}, ${organization.name}`,
          })}
        </p>
      </Item>
      <Item label={booked.when}>
        <p className={`text-lg font-medium ${cancelled ? "line-through" : ""}`}>
          <time dateTime={booking.start_time}>
            {formatInstant(start, "long-date", { timeZone: mine, locale })}
          </time>
          <br />
          {timesOf(start, end, mine, locale)}
        </p>
        <p className="text-muted">
          {fill(booked.zone, { city: zoneCity(mine), offset: zoneOffset(mine, start) })}
        </p>
        {differ && (
          <p className="mt-1 text-muted">
            {fill(words.time.inZone, {
              city: zoneCity(theirs),
              when: formatRange(start, end, { timeZone: theirs, locale }, true),
            })}
          </p>
        )}
      </Item>
      <Where booking={booking} eventType={eventType} words={words} />
      <Item label={booked.who}>
        {booking.attendees.map((attendee) => (
          <p key={attendee.id}>
            {attendee.name} <span className="text-muted">{attendee.email}</span>
          </p>
        ))}
      </Item>
      {answered.map((question) => (
        <Item key={question.id} label={question.label}>
          <p className="whitespace-pre-line">{answerOf(question.id)}</p>
        </Item>
      ))}
      {booking.notes !== null && booking.notes !== "" && (
        <Item label={words.form.notes}>
          <p className="whitespace-pre-line">{booking.notes}</p>
        </Item>
      )}
    </dl>
  );
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-base wrap-anywhere text-muted sm:pt-0.5">{label}</dt>
      <dd className="min-w-0 text-base wrap-anywhere">{children}</dd>
    </div>
  );
}

function Where({ booking, eventType, words }: Pick<Props, "booking" | "eventType" | "words">) {
  const link = booking.meeting_url ?? linkOf(booking.location);
  const place = placeOf(
    { conferencing_provider: eventType.conferencing_provider, location: booking.location },
    words.basics.places,
  );
  if (link === null && place === null) return null;
  return (
    <Item label={words.booked.where}>
      {place !== null && place !== link && <p>{place}</p>}
      {link !== null && booking.status !== "cancelled" && (
        <a
          href={link}
          rel="noreferrer"
          target="_blank"
          className="text-accent-text underline underline-offset-2"
        >
          {link}
        </a>
      )}
    </Item>
  );
}

const linkOf = (location: string | null): string | null =>
  location !== null && /^https:\/\/\S+$/u.test(location) ? location : null;

function timesOf(start: Date, end: Date, timeZone: string, locale: string): string {
  const zoned = { timeZone, locale };
  const sameDay = formatInstant(start, "date", zoned) === formatInstant(end, "date", zoned);
  const until = formatInstant(end, sameDay ? "time" : "date-time", zoned);
  return `${formatInstant(start, "time", zoned)} – ${until}`;
}

function answerText(answer: string | boolean | undefined, words: Words["booked"]): string | null {
  if (answer === undefined || answer === "") return null;
  return typeof answer === "string" ? answer : answer ? words.yes : words.no;
}
