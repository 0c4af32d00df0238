/** Told to the document once React has hydrated the page's frame; what waits inside for more hydrates when it is needed. */
export const hydratedEvent = "astrocal:hydrated";

/**
 * Keeps what a person does before React can hear it, and does it once React can: the last press of a button, a form that was
 * sent, and what was typed. Its source is a script of the page (early-input.tsx), so it must not refer to anything outside.
 * Links need none of this: they lead on without React.
 */
export function keepEarlyInput(hydratedEvent: string): void {
  const ended = new AbortController();
  const unheard = { capture: true, signal: ended.signal };
  const typedIn = new Set<HTMLInputElement | HTMLTextAreaElement>();
  /** The last button: the events of its press that nobody heard. Menus open by the first of them, dialogs by the last. */
  let pressed: { button: Element; events: Event[]; isDone: boolean } | undefined;
  let sent: { form: HTMLFormElement; submitter: HTMLElement | null } | undefined;
  let isHydrated = false;

  /** React stops an event on its way to what it has yet to hydrate, and hydrates it for the event's sake where it can. */
  function isHeard(target: Element): boolean {
    if (!isHydrated) return false;
    let arrived = false;
    const arrive = () => (arrived = true);
    // One of React's events for which nothing here listens.
    target.addEventListener("touchcancel", arrive);
    target.dispatchEvent(new Event("touchcancel"));
    target.removeEventListener("touchcancel", arrive);
    return arrived;
  }

  function onPress(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button === null) return;
    const isKey = event instanceof KeyboardEvent;
    if (isKey && event.key !== "Enter" && event.key !== " ") return;
    if (isKey || event.type === "pointerdown" || pressed?.button !== button || pressed.isDone) {
      pressed = { button, events: [], isDone: false };
    }
    const heard = isHeard(button);
    if (!heard) pressed.events.push(event);
    if (event.type !== "click") return;
    pressed.isDone = true;
    if (heard) press();
    else showWaiting();
  }

  function onSubmit(event: SubmitEvent): void {
    const form = event.target;
    // Without an action it is a form that React sends. The browser would put its fields into the address.
    if (!(form instanceof HTMLFormElement) || form.hasAttribute("action") || isHeard(form)) return;
    event.preventDefault();
    sent = { form, submitter: event.submitter };
    pressed = undefined;
    showWaiting();
  }

  function onInput({ target }: Event): void {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField && !isHeard(target)) typedIn.add(target);
  }

  /** React takes a field's value for known unless it changes behind React's back. */
  function tell(field: HTMLInputElement | HTMLTextAreaElement): void {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
      if (field.type === "radio" && !field.checked) return;
      field.checked = !field.checked;
      field.click();
      return;
    }
    const { value, selectionStart, selectionEnd } = field;
    const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    field.value = value === "" ? " " : "";
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** A key that is heard presses no more: what it did is done. */
  function press(): void {
    const { button, events } = pressed ?? {};
    pressed = undefined;
    for (const event of events ?? []) {
      if (button?.dispatchEvent(event) === false && event.type === "keydown") return;
    }
  }

  function showWaiting(): void {
    const waits = pressed?.isDone === true || sent !== undefined;
    document.documentElement.toggleAttribute("data-waiting", waits);
  }

  function catchUp(): void {
    for (const field of typedIn) {
      const isGone = !field.isConnected;
      if (!isGone && !isHeard(field)) continue;
      typedIn.delete(field);
      if (!isGone) tell(field);
    }
    // What React did not take over is gone, and with it what it was pressed for.
    if (pressed?.button.isConnected === false) pressed = undefined;
    if (sent?.form.isConnected === false) sent = undefined;
    if (pressed?.isDone === true && isHeard(pressed.button)) press();
    if (sent !== undefined && typedIn.size === 0 && isHeard(sent.form)) {
      const { form, submitter } = sent;
      sent = undefined;
      form.requestSubmit(submitter);
    }
    showWaiting();
    const isIdle = typedIn.size === 0 && pressed === undefined && sent === undefined;
    // Every script of the page is there by then, so that React hears by itself.
    if (isIdle && document.readyState === "complete") {
      ended.abort();
      clearInterval(looking);
    }
  }

  let looking: ReturnType<typeof setInterval>;
  const start = () => {
    isHydrated = true;
    looking = setInterval(catchUp, 50);
  };
  document.addEventListener(hydratedEvent, start, { once: true });
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown"]) {
    window.addEventListener(type, onPress, unheard);
  }
  window.addEventListener("submit", onSubmit, unheard);
  window.addEventListener("input", onInput, unheard);
}
