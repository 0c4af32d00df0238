import { formatDate } from "../(booking)/format-date";
import { dateByKey } from "../(booking)/grid-keys";
import { addDays, addMonths, firstDay, type Month, monthOf, monthWeeks } from "../(booking)/months";
import { h, newId } from "./dom";
import { fill } from "../(booking)/words/fill";
import type { Session } from "./session";

const sunday = "2026-11-01";

type Calendar = {
  element: HTMLElement;
  /** Shows the session's month; `countOf` is null while it is read. */
  draw: (countOf: ((date: string) => number) | null) => void;
};

/**
 * A month as a grid of one tab stop (APG, "Date Picker"): arrows go by day and week, Home and End to the ends of the week,
 * PageUp and PageDown by month.
 */
export function calendarOf(
  session: Session,
  {
    first,
    today,
    onMonth,
    onDate,
  }: {
    first: Month;
    today: () => string;
    onMonth: (month: Month) => void;
    onDate: (date: string) => void;
  },
): Calendar {
  const { labels, lastMonth: last } = session;
  const { locale, weekStart } = session.locale;
  const id = newId();
  const heading = h("h3", { id, "aria-live": "polite" });
  const grid = h("table", { role: "grid", "aria-labelledby": id, onkeydown: onKey });
  let stop = "";

  const step = (by: number, label: string, text: string) =>
    h(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-label": label,
        onclick: () => {
          const to = addMonths(session.month, by);
          if (to >= first && to <= last) onMonth(to);
        },
      },
      text,
    );
  const previous = step(-1, labels.previousMonth, "‹");
  const next = step(1, labels.nextMonth, "›");

  function onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = dateByKey(event.key, stop, weekStart);
    if (to === null) return;
    event.preventDefault();
    const month = monthOf(to);
    if (month < first || month > last) return;
    stop = to;
    if (month === session.month) moveStop();
    else onMonth(month);
    // A month that is read anew has its days at once, though not yet what is free.
    focusStop();
  }

  const dayOf = (date: string) => grid.querySelector<HTMLElement>(`[data-date="${date}"]`);
  const focusStop = () => dayOf(stop)?.focus();

  function moveStop(): void {
    for (const each of grid.querySelectorAll("button")) each.tabIndex = -1;
    const day = dayOf(stop);
    if (day !== null) day.tabIndex = 0;
  }

  function cellOf(date: string, countOf: ((date: string) => number) | null): HTMLElement {
    if (monthOf(date) !== session.month) return h("td", { "aria-hidden": "true" });
    const count = countOf?.(date) ?? 0;
    const { noTimes, oneTime, times } = labels;
    const words = count === 0 ? noTimes : count === 1 ? oneTime : fill(times, { count });
    const isToday = date === today();
    const name = formatDate(date, "long", locale) + (isToday ? `, ${labels.today}` : "");
    const button = h(
      "button",
      {
        type: "button",
        tabindex: -1,
        "data-date": date,
        "aria-disabled": String(count === 0),
        "aria-current": isToday ? "date" : null,
        "aria-label": countOf === null ? name : `${name}, ${words}`,
        onclick: () => {
          if (count === 0) return;
          stop = date;
          onDate(date);
          focusStop();
        },
      },
      String(Number(date.slice(-2))),
    );
    return h("td", { "aria-selected": String(date === session.date) }, button);
  }

  function draw(countOf: ((date: string) => number) | null): void {
    const { month } = session;
    const hadFocus = grid.querySelector(":focus") !== null;
    const weeks = monthWeeks(month, weekStart);
    heading.textContent = formatDate(firstDay(month), "month", locale);
    previous.setAttribute("aria-disabled", String(month <= first));
    next.setAttribute("aria-disabled", String(month >= last));
    grid.setAttribute("aria-busy", String(countOf === null));
    grid.replaceChildren(
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...Array.from({ length: 7 }, (_, index) => {
            const date = addDays(sunday, weekStart + index);
            const abbr = formatDate(date, "weekday", locale);
            return h("th", { scope: "col", abbr }, formatDate(date, "short-weekday", locale));
          }),
        ),
      ),
      h(
        "tbody",
        {},
        ...weeks.map((week) => h("tr", {}, ...week.map((date) => cellOf(date, countOf)))),
      ),
    );
    if (monthOf(stop) !== month) {
      const chosen = session.date !== null && monthOf(session.date) === month ? session.date : null;
      const free = weeks
        .flat()
        .find((date) => monthOf(date) === month && (countOf?.(date) ?? 0) > 0);
      stop = chosen ?? free ?? firstDay(month);
    }
    moveStop();
    if (hadFocus) focusStop();
  }

  const bar = h("div", { class: "month" }, heading, previous, next);
  return { element: h("div", {}, bar, grid), draw };
}
