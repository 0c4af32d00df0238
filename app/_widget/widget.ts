import type { FreeTime } from "../(booking)/free-times";
import { formatMinutes, placeOf } from "../(booking)/place";
import { formatRange } from "../_components/format-instant";
import { type Asker, askerOf } from "./ask";
import { confirmView } from "./confirm-view";
import { detailsView } from "./details-view";
import { doneView } from "./done-view";
import { h } from "./dom";
import { fill } from "../(booking)/words/fill";
import { wordsFor } from "./labels/labels";
import type { Booking, Options, Step } from "./options";
import { openSession, type Session, wordsOf } from "./session";
import { timeView } from "./time-view";

/** What a widget tells, besides to its options' callbacks. */
export type Told =
  | { type: "created" | "rescheduled"; detail: Booking }
  | { type: "step"; detail: Step }
  | { type: "error"; detail: unknown };

export type Frame = {
  /** Id of the heading that names the popup; inline, of the widget itself. */
  headingId: string;
  /** Closes the popup; inline there is nothing to close. */
  onClose: (() => void) | null;
  tell: (told: Told) => void;
  /** Whether this widget is still the one that is shown. */
  isLive: () => boolean;
};

type Heading = (title: string, ...rest: (Node | null)[]) => HTMLElement;

/** One visitor's way through a booking, in an element of its own. */
export function widgetOf(options: Options, baseUrl: string, frame: Frame): HTMLElement {
  const words = { ...wordsFor(options.locale).labels, ...options.labels };
  const body = h("div", { class: "body" });
  const { headingId, onClose, isLive, tell } = frame;

  const heading: Heading = (title, ...rest) => {
    const values = { type: "button", class: "plain", "aria-label": words.close };
    const close = onClose === null ? null : h("button", { ...values, onclick: onClose }, "✕");
    const name = h("h2", { id: headingId, tabindex: -1 }, title);
    return h("header", {}, h("div", {}, name, ...rest), close);
  };

  // Until it is known what can be booked.
  const title = options.booking === undefined ? words.chooseTime : words.chooseOtherTime;

  async function begin(): Promise<void> {
    body.replaceChildren(heading(title, h("p", { role: "status" }, words.loading)));
    tell({ type: "step", detail: "loading" });
    try {
      const session = await openSession(options, baseUrl);
      if (isLive()) run(session, { body, heading, frame });
    } catch (error) {
      if (isLive()) fail(error);
    }
  }

  function fail(error: unknown): void {
    tell({ type: "error", detail: error });
    const again = h("button", { type: "button", onclick: () => void begin() }, words.tryAgain);
    const alert = h("div", { role: "alert", class: "alert row" }, wordsOf(error, words), again);
    body.replaceChildren(heading(title), alert);
    tell({ type: "step", detail: "error" });
  }

  void begin();
  return h("div", { class: "widget", role: "group", "aria-labelledby": headingId }, body);
}

type Stage = { body: HTMLElement; heading: Heading; frame: Frame };

/** Leads from step to step. */
function run(session: Session, { body, heading, frame }: Stage): void {
  const { labels, eventType } = session;
  const { tell } = frame;
  const asker = askerOf(session);
  const onError = (error: unknown) => tell({ type: "error", detail: error });
  let notice: string | null = null;

  const describe = (startMs: number) =>
    formatRange(
      new Date(startMs),
      new Date(startMs + session.duration * 60_000),
      { timeZone: session.zone, locale: session.locale.locale },
      true,
    );

  function settle(answer: Awaited<ReturnType<Asker["move"]>>, type: "created" | "rescheduled") {
    if ("booking" in answer) {
      tell({ type, detail: answer.booking });
      go("done");
    } else {
      onError(answer.error);
      notice = fill(labels.keptTyped, { reason: answer.lost });
      go("time");
    }
  }

  const details = detailsView(session, {
    onBack: () => go("time"),
    onBook: async (input) => settle(await asker.book(input), "created"),
    onError,
  });

  function onPick(time: FreeTime): void {
    session.chosen = time;
    notice = null;
    details.setWhen(describe(time.startMs));
    go(session.booking === null ? "details" : "confirm");
  }

  function timeStep(): (Node | null)[] {
    const { title, description } = eventType;
    const { length, places } = session.basics;
    const place = placeOf(eventType, places);
    const about = [
      formatMinutes(session.duration, length),
      ...(place === null ? [] : [place]),
    ].join(" · ");
    const isNew = session.booking === null;
    const isSaid = isNew && description !== null;
    return [
      heading(
        isNew ? title : labels.chooseOtherTime,
        h("p", {}, isNew ? about : `${title} · ${about}`),
        isSaid ? h("p", { class: "description" }, description) : null,
      ),
      notice === null ? null : h("div", { role: "alert", class: "alert", tabindex: -1 }, notice),
      timeView(session, { onPick, onError }),
    ];
  }

  function viewOf(step: Exclude<Step, "loading" | "error">): (Node | null)[] {
    switch (step) {
      case "time":
        return timeStep();
      case "details":
        return [heading(labels.details, h("p", {}, eventType.title)), details.element];
      case "confirm": {
        const view = confirmView(session, {
          when: describe(session.chosen?.startMs ?? 0),
          onBack: () => go("time"),
          onMove: async () => settle(await asker.move(), "rescheduled"),
          onError,
        });
        return [heading(labels.moveTo, h("p", {}, eventType.title)), view];
      }
      case "done":
        return doneView(session, {
          heading,
          when: describe(Date.parse(session.booking?.start_time ?? "")),
          onMove: () => go("time"),
        });
    }
  }

  function go(step: Exclude<Step, "loading" | "error">, takesFocus = true): void {
    if (!frame.isLive()) return;
    session.step = step;
    body.replaceChildren(...viewOf(step).filter((each) => each !== null));
    const said = body.querySelector<HTMLElement>(".alert") ?? body.querySelector("h2");
    if (takesFocus) said?.focus();
    tell({ type: "step", detail: step });
  }

  // A page that is opened keeps its focus; afterwards it follows the visitor.
  go("time", frame.onClose !== null);
}
