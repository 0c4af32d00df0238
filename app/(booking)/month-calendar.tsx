import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { CalendarDay } from "./calendar-day";
import { addDays, addMonths, firstDay, type Month, monthOf, monthWeeks } from "./months";
import { formatDate } from "./format-date";
import { dateByKey } from "./grid-keys";
import { useWords } from "./words/use-words";

type Props = {
  month: Month;
  /** The first and last month that can be opened. */
  first: Month;
  last: Month;
  /** How many times are free on a date. */
  countOf: (date: string) => number;
  loading: boolean;
  selected: string | null;
  today: string;
  onSelect: (date: string) => void;
  onMonth: (month: Month) => void;
};

const sunday = "2026-11-01";

/**
 * A month as a grid of one tab stop (APG, "Date Picker"): arrows go by day and week, Home and End to the ends of the
 * week, PageUp and PageDown by month. Days without free times can be reached, so that nobody loses the way, not chosen.
 */
export function MonthCalendar(props: Props) {
  const { month, first, last, selected } = props;
  const { words, locale, weekStart } = useWords();
  const headingId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [day, setDay] = useState(selected ?? firstDay(month));
  const [moved, setMoved] = useState(0);
  const stop = monthOf(day) === month ? day : fallback(props);

  // Focus follows the keys alone: it must not be taken when a month is opened by its buttons.
  useEffect(() => {
    if (moved > 0) grid.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }, [moved]);

  function moveTo(date: string) {
    const to = monthOf(date);
    if (to < first || to > last) return;
    setDay(date);
    setMoved((count) => count + 1);
    if (to !== month) props.onMonth(to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = dateByKey(event.key, stop, weekStart);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moveTo(to);
  }

  return (
    <div>
      <div className="mb-2 flex items-center gap-1">
        <h3
          id={headingId}
          aria-live="polite"
          className="flex-1 pl-2 text-lg font-semibold first-letter:uppercase"
        >
          {formatDate(firstDay(month), "month", locale)}
        </h3>
        <MonthButton
          label={words.time.previousMonth}
          disabled={month <= first}
          onClick={() => props.onMonth(addMonths(month, -1))}
        >
          <ChevronLeftIcon aria-hidden className="size-5" />
        </MonthButton>
        <MonthButton
          label={words.time.nextMonth}
          disabled={month >= last}
          onClick={() => props.onMonth(addMonths(month, 1))}
        >
          <ChevronRightIcon aria-hidden className="size-5" />
        </MonthButton>
      </div>
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- APG's date picker
        role="grid"
        aria-labelledby={headingId}
        aria-busy={props.loading}
        onKeyDown={onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0.5"
      >
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, index) => {
              const date = addDays(sunday, weekStart + index);
              return (
                <th
                  key={date}
                  scope="col"
                  abbr={formatDate(date, "weekday", locale)}
                  className="h-8 text-sm font-normal text-muted"
                >
                  {formatDate(date, "short-weekday", locale)}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month, weekStart).map((week) => (
            <tr key={week[0]}>
              {week.map((date) =>
                monthOf(date) !== month ? (
                  <td key={date} aria-hidden className="h-11" />
                ) : (
                  <CalendarDay
                    key={date}
                    date={date}
                    count={props.countOf(date)}
                    loading={props.loading}
                    selected={date === selected}
                    today={date === props.today}
                    tabStop={date === stop}
                    onSelect={(chosen) => {
                      setDay(chosen);
                      props.onSelect(chosen);
                    }}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The tab stop of a month in which the keys have not been yet: what is chosen, else its first free day. */
function fallback({ month, selected, countOf }: Props): string {
  if (selected !== null && monthOf(selected) === month) return selected;
  let date = firstDay(month);
  while (monthOf(date) === month) {
    if (countOf(date) > 0) return date;
    date = addDays(date, 1);
  }
  return firstDay(month);
}

function MonthButton(props: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      // Not `disabled`: who comes to the first month by this button would lose focus and place.
      aria-disabled={props.disabled}
      onClick={() => {
        if (!props.disabled) props.onClick();
      }}
      className="inline-flex size-10 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-30"
    >
      {props.children}
    </button>
  );
}
