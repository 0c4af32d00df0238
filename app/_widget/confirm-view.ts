import { h } from "./dom";
import { fill } from "../(booking)/words/fill";
import { type Session, wordsOf } from "./session";

type Actions = {
  /** The chosen time in words. */
  when: string;
  onBack: () => void;
  /** Moves, and goes on. @throws what forbids it */
  onMove: () => Promise<void>;
  onError: (error: unknown) => void;
};

/** Asks once more before a booking is moved. */
export function confirmView({ labels }: Session, actions: Actions): HTMLElement {
  const { when, onBack, onMove, onError } = actions;
  const refusal = h("div", { role: "alert" });
  let isMoving = false;
  async function move(): Promise<void> {
    if (isMoving) return;
    isMoving = true;
    try {
      await onMove();
    } catch (error) {
      onError(error);
      const reason = fill(labels.failed, { reason: wordsOf(error, labels) });
      refusal.replaceChildren(h("div", { class: "alert" }, reason));
    } finally {
      isMoving = false;
    }
  }
  const back = h("button", { type: "button", onclick: onBack }, labels.back);
  const submit = { type: "button", class: "primary", onclick: () => void move() };
  return h(
    "div",
    { class: "field" },
    h("p", {}, h("strong", {}, when)),
    refusal,
    h("div", { class: "row" }, back, h("button", submit, labels.move)),
  );
}
