import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { Skeleton } from "@/app/_components/skeleton";
import { formatDate } from "./format-date";
import { byDay, civilDate, type FreeTime, type LoadMonth } from "./free-times";
import { MonthCalendar } from "./month-calendar";
import { type Month, monthOf } from "./months";
import { NextFree } from "./next-free";
import { TimeList } from "./time-list";
import { useFreeTimes } from "./use-free-times";
import { plural } from "./words/fill";
import { useWords } from "./words/use-words";
import { ZonePicker } from "./zone-picker";

export type TimePickerProps = {
  heading: string;
  zone: string;
  onZone: (zone: string) => void;
  /** The event type's zone: times are told in it, too, where its clocks show others. */
  theirZone: string;
  /** Stands for what `fetchMonth` depends on, such as the duration; another one forgets what was brought. */
  fetchKey: string;
  fetchMonth: LoadMonth;
  initial: { key: string; month: Month; months: Record<Month, FreeTime[]> };
  lastMonth: Month;
  nowMs: number;
  /** Places of a group event, or 1. */
  capacity: number;
  /** Shown first, and again whenever another one is chosen. */
  date: string | null;
  onDate: (date: string) => void;
  onPick: (time: FreeTime) => void;
};

/** A month's free days, and the free times of one of them, in the visitor's zone. */
export function TimePicker(props: TimePickerProps) {
  const { zone, date, lastMonth, initial } = props;
  const { words, locale, language } = useWords();
  const [month, setMonth] = useState(initial.month);
  const { times, failed, load, refresh } = useFreeTimes(
    props.fetchKey,
    month,
    lastMonth,
    props.fetchMonth,
    initial,
  );
  const timesBox = useRef<HTMLDivElement>(null);
  const [reveal, setReveal] = useState(0);
  // On a phone the times are below the calendar: choosing a day brings them into view.
  useEffect(() => {
    if (reveal > 0) timesBox.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [reveal]);

  const days = byDay(times ?? [], month, zone);
  const [firstFree] = days.keys();
  const shown = date !== null && days.has(date) ? date : (firstFree ?? null);
  const today = civilDate(zone, props.nowMs);

  function choose(next: string) {
    props.onDate(next);
    setReveal((count) => count + 1);
  }

  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-xl font-semibold">{props.heading}</h2>
        <div className="w-full min-[30rem]:w-64">
          <ZonePicker zone={zone} onZone={props.onZone} />
        </div>
      </div>
      <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_13rem]">
        <MonthCalendar
          month={month}
          first={monthOf(today)}
          last={lastMonth}
          countOf={(day) => days.get(day)?.length ?? 0}
          loading={times === null && !failed}
          selected={shown}
          today={today}
          onSelect={choose}
          onMonth={setMonth}
        />
        <div ref={timesBox} className="flex flex-col md:relative">
          <div className="flex flex-col gap-3 md:absolute md:inset-0">
            <p aria-live="polite" className="flex min-h-10 items-center text-lg font-semibold">
              {shown !== null && formatDate(shown, "day", locale)}
              <span className="sr-only">
                {shown !== null &&
                  `, ${plural(words.time.free, days.get(shown)?.length ?? 0, language)}`}
              </span>
            </p>
            {failed && (
              <div role="alert" className="grid gap-3 text-muted">
                <p>{words.time.failed}</p>
                <Button onClick={refresh}>{words.page.tryAgain}</Button>
              </div>
            )}
            {times === null && !failed && <Waiting text={words.time.loading} />}
            {shown !== null && (
              <div className="min-h-0 md:-mr-2 md:overflow-y-auto md:p-0.5 md:pr-2">
                <TimeList
                  times={days.get(shown) ?? []}
                  timeZone={zone}
                  theirZone={props.theirZone}
                  capacity={props.capacity}
                  onPick={props.onPick}
                />
              </div>
            )}
            {times !== null && shown === null && (
              <NextFree
                key={`${props.fetchKey} ${month}`}
                month={month}
                last={lastMonth}
                zone={zone}
                load={load}
                onGo={(found) => {
                  setMonth(found.month);
                  choose(civilDate(zone, found.time.startMs));
                }}
              />
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

function Waiting({ text }: { text: string }) {
  return (
    <div className="grid gap-2">
      <output className="sr-only">{text}</output>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-11" />
      ))}
    </div>
  );
}
