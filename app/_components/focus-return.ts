import { useRef } from "react";

/** Id of the button whose menu was opened last. */
let menuButton = "";

/** For a menu's content: an item that opens a window is gone by then, and focus goes back to the menu's button. */
export function noteMenu(menu: HTMLElement | null): void {
  if (menu !== null) menuButton = menu.getAttribute("aria-labelledby") ?? "";
}

/** For a window's content: focus goes back to where it was. By itself, Radix gives it back to a trigger of its own alone. */
export function useFocusReturn() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      const focused = document.activeElement;
      const isGone =
        focused === null || focused === document.body || focused.closest("[role=menu]") !== null;
      opener.current = isGone ? document.getElementById(menuButton) : focused;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}
