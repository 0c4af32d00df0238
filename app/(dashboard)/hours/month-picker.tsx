/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a grid of dates with one tab stop (WAI-ARIA APG, date grid) */
"use client";

import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cn } from "@/app/_components/cn";
import { IconButton } from "@/app/_components/icon-button";
import { addDays, dayOfWeek } from "@/server/time";
import { addMonths, monthOf, sameDayOf, showLongDate, showMonth, weeksOf } from "./month";

type Props = {
  chosen: readonly string[];
  onChange: (dates: readonly string[]) => void;
  /** Dates that have hours of their own already. */
  marked: readonly string[];
  today: string;
};

const dayLetters = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** Picks any number of dates from today on. */
export function MonthPicker({ chosen, onChange, marked, today }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(today);
  const moved = useRef(false);
  const month = monthOf(at);

  // After a key, focus follows to the date; after a click on an arrow it stays there.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const date = grid.current?.querySelector(`[data-date="${at}"]`);
    if (date instanceof HTMLElement) date.focus();
  }, [at]);

  const later = (date: string) => (date < today ? today : date);
  function onKeyDown(event: KeyboardEvent) {
    const target = keyTarget(event.key, at);
    if (target === null) return;
    event.preventDefault();
    moved.current = true;
    setAt(later(target));
  }
  function toggle(date: string) {
    setAt(date);
    onChange(chosen.includes(date) ? chosen.filter((each) => each !== date) : [...chosen, date]);
  }

  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between">
        <p aria-live="polite" className="text-base font-medium">
          {showMonth(month)}
        </p>
        <div className="flex">
          <IconButton
            label="Previous month"
            size="sm"
            icon={<ChevronLeftIcon aria-hidden />}
            disabled={month <= monthOf(today)}
            onClick={() => setAt(later(sameDayOf(addMonths(month, -1), at)))}
          />
          <IconButton
            label="Next month"
            size="sm"
            icon={<ChevronRightIcon aria-hidden />}
            onClick={() => setAt(sameDayOf(addMonths(month, 1), at))}
          />
        </div>
      </div>
      <div ref={grid} role="grid" aria-label={showMonth(month)} className="grid gap-1">
        <div role="row" aria-hidden className="grid grid-cols-7 text-center text-sm text-muted">
          {dayLetters.map((letters) => (
            <span key={letters}>{letters}</span>
          ))}
        </div>
        {weeksOf(month).map((week) => (
          <div
            key={week.find((date) => date !== null)}
            role="row"
            className="grid grid-cols-7 gap-1"
          >
            {week.map((date, day) =>
              date === null ? (
                <span key={`${month}-${dayLetters[day]}`} aria-hidden />
              ) : (
                <div key={date} role="gridcell" aria-selected={chosen.includes(date)}>
                  <button
                    type="button"
                    data-date={date}
                    tabIndex={date === at ? 0 : -1}
                    disabled={date < today}
                    aria-pressed={chosen.includes(date)}
                    aria-label={
                      showLongDate(date) + (marked.includes(date) ? ", has hours of its own" : "")
                    }
                    onClick={() => toggle(date)}
                    onKeyDown={onKeyDown}
                    className={cn(
                      "relative inline-flex h-9 w-full items-center justify-center rounded-md text-base tabular-nums hover:enabled:bg-hover disabled:text-faint disabled:opacity-60",
                      date === today && "font-semibold text-accent-text",
                      chosen.includes(date) &&
                        "bg-accent text-on-accent hover:enabled:bg-accent-hover",
                    )}
                  >
                    {Number(date.slice(8))}
                    {marked.includes(date) && (
                      <span
                        aria-hidden
                        className="absolute bottom-1 size-1 rounded-full bg-current"
                      />
                    )}
                  </button>
                </div>
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads from a date; null for keys that do not move. */
function keyTarget(key: string, from: string): string | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(from, -1);
    case "ArrowRight":
      return addDays(from, 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "PageUp":
      return sameDayOf(addMonths(monthOf(from), -1), from);
    case "PageDown":
      return sameDayOf(addMonths(monthOf(from), 1), from);
    case "Home":
      return addDays(from, -((dayOfWeek(from) + 6) % 7));
    case "End":
      return addDays(from, (7 - dayOfWeek(from)) % 7);
    default:
      return null;
  }
}
