"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { cn } from "@/app/_components/cn";
import { formatDay } from "../bookings/format-day";
import { counted, formatCount } from "./count";
import { ticksUpTo } from "./scale";

/** One of the counts that a day's bar is stacked of, from below. */
export type Series = {
  name: string;
  /** "call", "calls" */
  words: readonly [singular: string, plural: string];
  tone: "main" | "refused";
};

export type ChartDay = { date: string; counts: readonly number[] };

type Props = {
  label: string;
  series: readonly Series[];
  /** Consecutive days, the oldest first. */
  days: readonly ChartDay[];
};

const heightPx = 176;
const fills = { main: "fill-ring", refused: "fill-danger" } as const;
const dots = { main: "bg-ring", refused: "bg-danger" } as const;

const totalOf = ({ counts }: ChartDay) => counts.reduce((sum, count) => sum + count, 0);

/**
 * Counts by day, as bars. Each day is a button over its bar that says its numbers: by pointing, by touch, and with the
 * arrow keys.
 */
export function DayChart({ label, series, days }: Props) {
  const ticks = ticksUpTo(Math.max(0, ...days.map(totalOf)));
  const top = ticks.at(-1) ?? 1;
  // Of the days one is in the tab order: the last, until an arrow key leads to another.
  const [current, setCurrent] = useState(days.length - 1);
  const [shown, setShown] = useState<number | null>(null);
  const group = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    if (event.key === "Escape") setShown(null);
    const next = target(event.key, current, days.length - 1);
    if (next === null) return;
    event.preventDefault();
    const button = group.current?.children.item(next);
    if (button instanceof HTMLElement) button.focus();
  }

  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <Lines ticks={ticks} />
      <div className="relative" style={{ height: heightPx }}>
        <Bars days={days} series={series} top={top} ticks={ticks} shown={shown} />
        <div
          ref={group}
          role="toolbar"
          aria-label={`${label}. Arrow keys go from day to day.`}
          tabIndex={-1}
          onKeyDown={move}
          onPointerLeave={() => setShown(null)}
          className="absolute inset-0 flex"
        >
          {days.map((day, index) => (
            <button
              key={day.date}
              type="button"
              aria-label={sentence(day, series)}
              tabIndex={index === current ? 0 : -1}
              onPointerEnter={() => setShown(index)}
              onFocus={() => {
                setCurrent(index);
                setShown(index);
              }}
              onBlur={() => setShown(null)}
              className="h-full flex-1 cursor-default rounded-sm focus-visible:-outline-offset-2"
            />
          ))}
        </div>
        {shown !== null && days[shown] !== undefined && (
          <Numbers day={days[shown]} series={series} place={(shown + 0.5) / days.length} />
        )}
      </div>
      <Dates days={days} />
    </div>
  );
}

/** The day that a key leads to, or null when it leads nowhere. */
function target(key: string, current: number, last: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, current - 1);
    case "ArrowRight":
      return Math.min(last, current + 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** "208 API calls", "80 refused": the first of the counts, and of the others those that there are. */
const numbersOf = ({ counts }: ChartDay, series: readonly Series[]): string[] =>
  series.flatMap(({ words: [singular, plural] }, index) => {
    const count = counts[index] ?? 0;
    return index > 0 && count === 0 ? [] : [counted(count, singular, plural)];
  });

const sentence = (day: ChartDay, series: readonly Series[]): string =>
  `${formatDay(day.date, { weekday: "long", day: "numeric", month: "long" })}: ${numbersOf(day, series).join(", ")}`;

function Lines({ ticks }: { ticks: readonly number[] }) {
  return (
    <div
      aria-hidden
      className="flex flex-col-reverse justify-between text-right text-xs text-muted tabular-nums"
      style={{ height: heightPx }}
    >
      {ticks.map((tick) => (
        <span key={tick} className="h-0 -translate-y-2">
          {formatCount(tick)}
        </span>
      ))}
    </div>
  );
}

type BarsProps = Omit<Props, "label"> & {
  top: number;
  ticks: readonly number[];
  shown: number | null;
};

function Bars({ days, series, top, ticks, shown }: BarsProps) {
  const y = (count: number) => heightPx * (1 - count / top);
  const step = 100 / days.length;
  return (
    <svg aria-hidden width="100%" height={heightPx} className="overflow-visible">
      {ticks.map((tick) => (
        <line
          key={tick}
          x1="0"
          x2="100%"
          y1={y(tick)}
          y2={y(tick)}
          className={tick === 0 ? "stroke-control" : "stroke-line"}
        />
      ))}
      {days.map((day, index) => {
        let below = 0;
        return (
          <g key={day.date} className={cn(shown !== null && shown !== index && "opacity-50")}>
            {day.counts.map((count, nth) => {
              const from = below;
              below += count;
              const each = series[nth];
              if (count === 0 || each === undefined) return null;
              // What is there can be seen, however little it is.
              const height = Math.max(1.5, (heightPx * count) / top - (from > 0 ? 1 : 0));
              return (
                <rect
                  key={each.name}
                  x={`${step * (index + 0.16)}%`}
                  width={`${step * 0.68}%`}
                  y={y(from) - height - (from > 0 ? 1 : 0)}
                  height={height}
                  rx="1.5"
                  className={fills[each.tone]}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** The numbers of a day, above its bar; at the chart's edges it stays within the chart. */
function Numbers({
  day,
  series,
  place,
}: {
  day: ChartDay;
  series: readonly Series[];
  place: number;
}) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute bottom-full z-10 -mb-6 grid gap-0.5 rounded-md bg-inverse px-2.5 py-1.5 text-sm whitespace-nowrap text-on-inverse shadow-md"
      style={{ left: `${place * 100}%`, transform: `translateX(-${place * 100}%)` }}
    >
      <p className="font-medium">
        {formatDay(day.date, { weekday: "short", day: "numeric", month: "short" })}
      </p>
      {numbersOf(day, series).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Every date of a week; of a longer time the first, the middle and the last. */
function Dates({ days }: { days: readonly ChartDay[] }) {
  const isShort = days.length <= 7;
  const last = days.length - 1;
  const named = isShort
    ? days
    : [0, Math.round(last / 2), last].flatMap((index) => days[index] ?? []);
  return (
    <div
      aria-hidden
      className={cn(
        "col-start-2 mt-1.5 flex text-xs text-muted",
        isShort ? "*:flex-1 *:text-center" : "justify-between",
      )}
    >
      {named.map(({ date }) => (
        <span key={date}>
          {isShort
            ? `${formatDay(date, { weekday: "short" })} ${formatDay(date, { day: "numeric" })}`
            : formatDay(date, { day: "numeric", month: "short" })}
        </span>
      ))}
    </div>
  );
}

/** What the colours of a chart stand for. */
export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm text-muted">
      {series.map(({ name, tone }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className={cn("size-2.5 rounded-sm", dots[tone])} />
          {name}
        </li>
      ))}
    </ul>
  );
}
