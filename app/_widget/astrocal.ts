import { type Hosted, hostOf } from "./host";
import { type Options, optionsOf, prefix } from "./options";

// The script that sites embed; public/widget/v1 is made of it (npm run generate).

const script = document.currentScript;
/** `…/widget/v1/astrocal.js` → `…/` */
const scriptBase =
  script instanceof HTMLScriptElement ? new URL("../../", script.src).href : window.location.origin;

const selector = `[${prefix}event-type], [${prefix}booking]`;
const isPopup = (element: Element) => element.getAttribute(`${prefix}mode`) === "popup";

const inline = new Map<Element, Hosted & { restore: () => void }>();
let popup: (Hosted & { element: HTMLElement }) | null = null;

/** Puts a widget into an element, instead of what is in there. Without an element: into all that the attributes name. */
function mount(element?: Element, options: Options = {}): void {
  if (element === undefined) {
    for (const each of document.querySelectorAll(selector)) {
      if (!isPopup(each) && !inline.has(each)) mount(each);
    }
    return;
  }
  destroy(element);
  const hosted = hostOf({
    options: { ...optionsOf(element), ...options },
    scriptBase,
    onClosed: null,
    target: element,
  });
  const before = [...element.childNodes];
  element.replaceChildren(hosted.element);
  inline.set(element, { ...hosted, restore: () => element.replaceChildren(...before) });
}

/** Opens the popup; one that is open is closed before. */
function open(options: Options, target: EventTarget = document): void {
  close();
  const opener = document.activeElement;
  const hosted = hostOf({
    options,
    scriptBase,
    target,
    onClosed: () => {
      popup = null;
      // The browser gives focus back by itself, but not out of an element that is removed.
      if (opener instanceof HTMLElement) opener.focus();
    },
  });
  popup = hosted;
  document.body.append(hosted.element);
  hosted.open();
}

function close(): void {
  popup?.destroy();
}

/** Changes options of the widget in an element, or of the popup. */
function update(options: Options, element?: Element): void {
  const hosted = element === undefined ? popup : inline.get(element);
  hosted?.update(options);
}

/** Takes the widget out of an element, which has again what it had. Without an element: all, and the popup. */
function destroy(element?: Element): void {
  if (element === undefined) {
    close();
    for (const each of inline.keys()) destroy(each);
    return;
  }
  const hosted = inline.get(element);
  inline.delete(element);
  hosted?.destroy();
  hosted?.restore();
}

const api = { open, close, update, destroy, mount };
export type Astrocal = typeof api;

declare global {
  interface Window {
    Astrocal?: Astrocal;
  }
}

/** Buttons and links that open the popup; those that come later, too. A link that is to open elsewhere does so. */
function onClick(event: MouseEvent): void {
  const { target } = event;
  const opener = target instanceof Element ? target.closest(selector) : null;
  const isOther = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
  if (opener === null || !isPopup(opener) || isOther || event.defaultPrevented) return;
  event.preventDefault();
  open(optionsOf(opener), opener);
}

// A page may have the script twice; what was first stays.
if (window.Astrocal === undefined) {
  window.Astrocal = api;
  document.addEventListener("click", onClick);
  const start = () => {
    mount();
    document.dispatchEvent(new CustomEvent("astrocal:ready"));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
