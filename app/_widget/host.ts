import { h, newId } from "./dom";
import type { Options } from "./options";
import { styles } from "./styles";
import { type Told, widgetOf } from "./widget";

/** A widget in the page: inline in an element, or as the popup. */
export type Hosted = {
  readonly options: Options;
  /** Changes some options; what has to, begins anew. */
  update: (changes: Options) => void;
  destroy: () => void;
};

/** Options that a widget which has begun cannot take over. */
const restarting = ["eventType", "booking", "baseUrl", "locale", "timeZone", "duration"] as const;

let sheet: CSSStyleSheet | null = null;

/** A style sheet of its own kind needs no permission of a site's Content-Security-Policy, as a style element does. */
function styleSheet(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

type Place = {
  options: Options;
  /** Where the script came from. */
  scriptBase: string;
  /** Whether it is a popup, and what then happens when it is closed. */
  onClosed: (() => void) | null;
  /** The page's element that is told by events. */
  target: EventTarget;
};

/** Makes a widget's host element; the caller puts it into the page, and opens the popup. */
export function hostOf(place: Place): Hosted & { element: HTMLElement; open: () => void } {
  const { scriptBase, onClosed, target } = place;
  let { options } = place;
  let isGone = false;
  // Of the present beginning: what an earlier one still waits for comes too late.
  let generation = 0;
  const element = h("div", { "data-theme": options.theme ?? "auto" });
  const shadow = element.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [styleSheet()];
  const root = h("div", { class: "root" });
  shadow.append(root);
  const headingId = newId();
  const dialog = onClosed === null ? null : h("dialog", { "aria-labelledby": headingId });

  function tell(told: Told): void {
    target.dispatchEvent(
      new CustomEvent(`astrocal:${told.type}`, { detail: told.detail, bubbles: true }),
    );
    // A site's own mistake must not break the booking; the browser reports it as any other.
    try {
      switch (told.type) {
        case "created":
          return options.onCreated?.(told.detail);
        case "rescheduled":
          return options.onRescheduled?.(told.detail);
        case "step":
          return options.onStep?.(told.detail);
        case "error":
          return options.onError?.(told.detail);
      }
    } catch (error) {
      reportError(error);
    }
  }

  function begin(): void {
    generation += 1;
    const own = generation;
    const isLive = () => !isGone && own === generation;
    const baseUrl = options.baseUrl ?? scriptBase;
    const onClose = dialog === null ? null : () => dialog.close();
    const widget = widgetOf(options, baseUrl, { headingId, onClose, tell, isLive });
    (dialog ?? root).replaceChildren(widget);
  }

  function destroy(): void {
    if (isGone) return;
    isGone = true;
    element.remove();
  }

  if (dialog !== null) {
    root.append(dialog);
    dialog.addEventListener("close", () => {
      destroy();
      target.dispatchEvent(new CustomEvent("astrocal:close", { bubbles: true }));
      onClosed?.();
      options.onClose?.();
    });
    // The dialog itself is hit only beside what is in it.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  begin();
  return {
    element,
    get options() {
      return options;
    },
    open: () => dialog?.showModal(),
    update: (changes) => {
      const before = options;
      options = { ...options, ...changes };
      element.setAttribute("data-theme", options.theme ?? "auto");
      if (restarting.some((name) => options[name] !== before[name])) begin();
    },
    destroy: () => (dialog?.open ? dialog.close() : destroy()),
  };
}
