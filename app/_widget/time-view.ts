import { formatDate } from "../(booking)/format-date";
import { byDay, civilDate, type FreeTime } from "../(booking)/free-times";
import { type Month, monthOf } from "../(booking)/months";
import { formatMinutes } from "../(booking)/place";
import { formatInstant } from "../_components/format-instant";
import { currentZoneName } from "../_components/time-zones";
import { calendarOf } from "./calendar";
import { h, newId } from "./dom";
import { fill } from "../(booking)/words/fill";
import { findNext, readMonth, type Session, wordsOf } from "./session";

type Actions = {
  onPick: (time: FreeTime) => void;
  /** What a visitor is shown as an error. */
  onError: (error: unknown) => void;
};

/** Choosing a time: how long, on which day, when, and in which zone it is told. */
export function timeView(session: Session, { onPick, onError }: Actions): HTMLElement {
  const { labels, locale, eventType } = session;
  const today = () => civilDate(session.zone, Date.now());
  const times = h("div", { "aria-live": "polite" });
  const trouble = h("div", { role: "alert" });
  let days: Map<string, FreeTime[]> | null = null;
  let isOpened = false;

  const calendar = calendarOf(session, {
    first: monthOf(civilDate(session.zone, Date.now() - 86_400_000)),
    today,
    onMonth: (month) => {
      session.date = null;
      void show(month);
    },
    onDate: (date) => {
      session.date = date;
      draw();
    },
  });

  function draw(): void {
    const countOf = (date: string) => days?.get(date)?.length ?? 0;
    calendar.draw(days === null ? null : countOf);
    times.replaceChildren(...timesOfDay());
  }

  function timesOfDay(): HTMLElement[] {
    if (days === null) return [h("p", {}, labels.loading)];
    if (days.size === 0) return [h("p", {}, labels.nothingFree), ...waitlist()];
    const { date } = session;
    if (date === null) return [h("p", {}, labels.pickDay)];
    const list = (days.get(date) ?? []).map((time) => h("li", {}, timeButton(time)));
    return [
      h("h3", {}, formatDate(date, "day", locale.locale)),
      h("ul", { class: "times" }, ...list),
      ...waitlist(),
    ];
  }

  function timeButton(time: FreeTime): HTMLElement {
    const zoned = { timeZone: session.zone, locale: locale.locale };
    const spots = fill(labels.spots, { count: time.spots });
    return h(
      "button",
      { type: "button", onclick: () => onPick(time) },
      formatInstant(new Date(time.startMs), "time", zoned),
      eventType.max_attendees > 1 ? h("small", {}, spots) : null,
    );
  }

  const waitlist = () =>
    session.isWaitedFor
      ? [h("p", {}, h("a", { href: eventType.booking_url, target: "_blank" }, labels.waitlist))]
      : [];

  /** Shows a month, and at first the next one that has a free time. */
  async function show(month: Month): Promise<void> {
    session.month = month;
    days = null;
    trouble.replaceChildren();
    draw();
    const { duration, zone } = session;
    const isStale = () =>
      session.month !== month || session.duration !== duration || session.zone !== zone;
    try {
      const read = byDay(await readMonth(session, month), month, zone);
      if (isStale()) return;
      const later = read.size === 0 && !isOpened ? await findNext(session) : null;
      isOpened = true;
      if (isStale()) return;
      if (later !== null) return await show(later);
      days = read;
      if (session.date === null || !days.has(session.date)) {
        session.date = [...days.keys()][0] ?? null;
      }
      draw();
    } catch (error) {
      if (isStale()) return;
      onError(error);
      const again = { type: "button", onclick: () => void show(month) };
      const reason = fill(labels.failed, { reason: wordsOf(error, labels) });
      times.replaceChildren();
      trouble.replaceChildren(
        h("div", { class: "alert row" }, reason, h("button", again, labels.tryAgain)),
      );
    }
  }

  void show(session.month);
  return h(
    "div",
    { class: "body-part" },
    durationChoice(session, () => void show(session.month)),
    trouble,
    h("div", { class: "columns" }, calendar.element, times),
    zoneChoice(session, () => void show(session.month)),
  );
}

function durationChoice(session: Session, onChange: () => void): HTMLElement | null {
  const options = session.eventType.duration_options ?? [];
  if (options.length < 2 || session.booking !== null) return null;
  const name = newId();
  const choices = options
    .toSorted((a, b) => a - b)
    .map((minutes) => {
      const choose = () => {
        session.duration = minutes;
        onChange();
      };
      const checked = minutes === session.duration;
      const input = h("input", { type: "radio", name, value: minutes, checked, onchange: choose });
      return h("label", {}, input, formatMinutes(minutes, session.basics.length));
    });
  return h(
    "fieldset",
    {},
    h("legend", { class: "muted" }, session.labels.duration),
    h("div", { class: "choices" }, ...choices),
  );
}

function zoneChoice(session: Session, onChange: () => void): HTMLElement {
  const known = Intl.supportedValuesOf("timeZone").map(currentZoneName);
  const names = [...new Set(["UTC", session.zone, ...known])].toSorted();
  const id = newId();
  const select = h(
    "select",
    {
      id,
      onchange: () => {
        session.zone = select.value;
        session.date = null;
        onChange();
      },
    },
    ...names.map((name) =>
      h(
        "option",
        { value: name, selected: name === session.zone },
        name.replaceAll("_", " ").replaceAll("/", " / "),
      ),
    ),
  );
  const label = h("label", { for: id, class: "muted" }, session.labels.timeZone);
  return h("div", { class: "zone field" }, label, select);
}
