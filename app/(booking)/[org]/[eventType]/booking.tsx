import { ClockIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { formatRange } from "@/app/_components/format-instant";
import { pageError } from "@/app/_trpc/error";
import { changeAddress, useAddress } from "../../address";
import { freeTimes } from "../../free-times";
import { type Month, utcRanges } from "../../months";
import { clocksDiffer } from "../../other-clock";
import { zoneCity } from "@/app/_components/time-zones";
import { formatMinutes } from "../../place";
import { slotRefusal } from "../../slot-refusal";
import { TimePicker } from "../../time-picker";
import { useTimeZone } from "../../use-time-zone";
import { visitor } from "../../visitor-client";
import { fill } from "../../words/fill";
import { inLanguage } from "../../words/language";
import { useWords } from "../../words/use-words";
import { BookingForm, type BookingOutcome } from "./booking-form";
import { DurationChoice } from "./duration-choice";
import type { BookingInput } from "./form-input";
import { Description, Summary } from "./summary";
import type { BookPageProps } from "./book-page";

/**
 * Choosing a time, then leaving a name. The chosen time is in the address, so that the browser's Back leads from the
 * form to the times, and a reload stays where it was.
 */
export function Booking({ eventType, initial, ...props }: BookPageProps) {
  const { words, locale, asked } = useWords();
  const chosen = useAddress().query.get("slot");
  const startMs = chosen === null ? null : parseStart(chosen);
  const [zone, chooseZone] = useTimeZone(props.zone);
  const [duration, setDuration] = useState(props.duration);
  const [date, setDate] = useState(props.date);
  const [version, setVersion] = useState(0);
  const [notice, setNotice] = useState<{ text: string } | null>(null);
  const noticeBox = useRef<HTMLDivElement>(null);
  const isChoosing = startMs === null;
  // The address changes a moment after the notice is set, and what is hidden cannot take focus.
  useEffect(() => {
    if (notice !== null && isChoosing) noticeBox.current?.focus();
  }, [notice, isChoosing]);

  const fetchMonth = async (month: Month) => {
    const answers = await Promise.all(
      utcRanges(month).map((range) =>
        visitor.listTimes({
          event_type_id: eventType.id,
          ...range,
          timezone: "UTC",
          duration,
        }),
      ),
    );
    return freeTimes(answers.flatMap((answer) => answer.slots));
  };

  async function book(input: BookingInput): Promise<BookingOutcome> {
    try {
      const booking = await visitor.book({
        ...input,
        event_type_id: eventType.id,
        start_time: new Date(startMs ?? 0).toISOString(),
        duration,
      });
      window.location.replace(
        inLanguage(`/manage/${booking.id}?token=${booking.cancel_token ?? ""}&new=1`, asked),
      );
      return "booked";
    } catch (error) {
      const problem = pageError(error);
      const refusal = slotRefusal(problem, "start_time", words.basics.lost);
      if (refusal === null) return problem;
      setNotice({ text: fill(words.time.chooseAgain, { reason: refusal }) });
      setVersion((count) => count + 1);
      changeAddress("replace", { slot: null });
      return "lost";
    }
  }

  const rangeIn = (timeZone: string, fromMs: number) =>
    formatRange(new Date(fromMs), new Date(fromMs + duration * 60_000), { timeZone, locale }, true);

  return (
    <main className="mx-auto grid max-w-5xl border-line bg-surface md:rounded-xl md:border md:shadow-sm lg:grid-cols-[17rem_minmax(0,1fr)]">
      <section
        aria-label={words.time.what}
        className="grid content-start gap-3.5 border-b border-line p-5 md:p-6 lg:border-r lg:border-b-0"
      >
        <Summary eventType={eventType} />
        {eventType.duration_options !== null &&
        eventType.duration_options.length > 1 &&
        isChoosing ? (
          <DurationChoice
            options={eventType.duration_options}
            value={duration}
            onChange={(next) => {
              setDuration(next);
              changeAddress("replace", { duration: String(next) });
            }}
          />
        ) : (
          <p className="flex gap-2.5 text-base text-muted">
            <ClockIcon aria-hidden className="mt-0.75 size-4 shrink-0" />
            {formatMinutes(duration, words.basics.length)}
          </p>
        )}
        <div className={isChoosing ? "" : "max-lg:hidden"}>
          <Description text={eventType.description} />
        </div>
      </section>
      <div className="min-w-0 p-5 md:p-6">
        <div hidden={!isChoosing}>
          {notice !== null && (
            <div
              ref={noticeBox}
              role="alert"
              tabIndex={-1}
              className="mb-5 rounded-lg bg-warning-soft px-3.5 py-3 text-base font-medium text-warning-text"
            >
              {notice.text}
            </div>
          )}
          <noscript>
            <p className="mb-5 rounded-lg bg-warning-soft px-3.5 py-3 text-warning-text">
              {words.time.noScript}
            </p>
          </noscript>
          <TimePicker
            heading={words.time.choose}
            zone={zone}
            onZone={chooseZone}
            theirZone={eventType.timezone}
            fetchKey={`${duration} ${version}`}
            fetchMonth={fetchMonth}
            initial={{ ...initial, key: `${props.duration} 0` }}
            lastMonth={props.lastMonth}
            nowMs={props.nowMs}
            capacity={eventType.max_attendees}
            date={date}
            onDate={(next) => {
              setDate(next);
              changeAddress("replace", { date: next });
            }}
            onPick={(time) => {
              setNotice(null);
              changeAddress("push", { slot: new Date(time.startMs).toISOString() });
            }}
          />
        </div>
        <BookingForm
          eventType={eventType}
          person={props.person}
          hidden={isChoosing}
          startMs={startMs}
          when={startMs === null ? "" : rangeIn(zone, startMs)}
          whenThere={
            startMs === null || !clocksDiffer(zone, eventType.timezone, startMs)
              ? null
              : fill(words.time.inZone, {
                  city: zoneCity(eventType.timezone),
                  when: rangeIn(eventType.timezone, startMs),
                })
          }
          zone={zone}
          onBack={() => changeAddress("replace", { slot: null })}
          onBook={book}
        />
      </div>
    </main>
  );
}

function parseStart(text: string): number | null {
  // Of four-digit years: beyond the last of them, dates cannot be written.
  if (!/^\d{4}-/u.test(text)) return null;
  const startMs = Date.parse(text);
  return Number.isNaN(startMs) ? null : startMs;
}
