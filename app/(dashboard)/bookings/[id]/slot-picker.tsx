"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { cn } from "@/app/_components/cn";
import { formatInstant } from "@/app/_components/format-instant";
import { IconButton } from "@/app/_components/icon-button";
import { Skeleton } from "@/app/_components/skeleton";
import { formatDay } from "../format-day";
import { DayStrip } from "./day-strip";
import { datesOfWeek, slotsByDate, weekOf } from "./weeks";

type Slot = { start_time: string; end_time: string };

type Props = {
  /** The free slots of the window that the week lies in; undefined while they are on their way. */
  slots: readonly Slot[] | undefined;
  error: string | null;
  onRetry: () => void;
  today: string;
  /** The date to open at, if it has free times. */
  preferred: string;
  week: number;
  onWeek: (week: number) => void;
  /** The start that the booking has now: shown, not to be chosen. */
  taken: string;
  chosen: string | undefined;
  onChoose: (slot: Slot) => void;
  timeZone: string;
};

/** A week of days, and the free times of one of them. */
export function SlotPicker(props: Props) {
  const { slots, today, week, onWeek, taken, timeZone } = props;
  const [picked, setPicked] = useState(props.preferred);
  const dates = datesOfWeek(today, week);
  const free = slotsByDate(
    (slots ?? []).filter((slot) => slot.start_time !== taken),
    timeZone,
  );
  const date =
    dates.find((each) => each === picked && free.has(each)) ?? dates.find((each) => free.has(each));
  const next = [...free.keys()].find((each) => each > (dates.at(-1) ?? ""));

  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between gap-2">
        <p aria-live="polite" className="text-base font-medium">
          {formatDay(dates[0] ?? today, { day: "numeric", month: "short" })} –{" "}
          {formatDay(dates.at(-1) ?? today, { day: "numeric", month: "short", year: "numeric" })}
        </p>
        <div className="flex gap-1">
          <IconButton
            label="Earlier days"
            icon={<ChevronLeft />}
            variant="secondary"
            size="sm"
            disabled={week === 0}
            onClick={() => onWeek(week - 1)}
          />
          <IconButton
            label="Later days"
            icon={<ChevronRight />}
            variant="secondary"
            size="sm"
            onClick={() => onWeek(week + 1)}
          />
        </div>
      </div>
      <DayStrip dates={dates} free={free} chosen={date} onChoose={setPicked} />
      {date !== undefined && <Times {...props} date={date} own={free.get(date) ?? []} />}
      {date === undefined && (
        <div className="grid min-h-24 content-center justify-items-center gap-2 text-center text-base text-muted">
          {props.error !== null ? (
            <>
              <p role="alert">{props.error}</p>
              <Button size="sm" onClick={props.onRetry}>
                Try again
              </Button>
            </>
          ) : slots === undefined ? (
            <>
              <output className="sr-only">Looking for free times…</output>
              <Skeleton className="h-9 w-full" />
              <Skeleton className="h-9 w-full" />
            </>
          ) : (
            <>
              <p>No free times on these days.</p>
              {next !== undefined && (
                <Button size="sm" onClick={() => onWeek(weekOf(today, next))}>
                  Next free day:{" "}
                  {formatDay(next, { weekday: "short", day: "numeric", month: "short" })}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Times(props: Props & { date: string; own: readonly Slot[] }) {
  const { date, own, chosen, onChoose, timeZone } = props;
  const day = formatDay(date, { weekday: "long", day: "numeric", month: "long" });
  return (
    <RadioGroup.Root
      aria-label={`Free times on ${day}`}
      value={chosen ?? ""}
      onValueChange={(start) => {
        const slot = own.find((each) => each.start_time === start);
        if (slot !== undefined) onChoose(slot);
      }}
      className="grid max-h-52 grid-cols-3 gap-2 overflow-y-auto p-0.5 sm:grid-cols-4"
    >
      {own.map((slot) => (
        <RadioGroup.Item
          key={slot.start_time}
          value={slot.start_time}
          className={cn(
            "h-9 rounded-md border border-line bg-surface text-base tabular-nums hover:bg-hover",
            "data-[state=checked]:border-transparent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent",
          )}
        >
          {formatInstant(new Date(slot.start_time), "time", { timeZone, locale: "en-US" })}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
