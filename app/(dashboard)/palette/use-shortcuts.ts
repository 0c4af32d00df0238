"use client";

import { useEffect, useRef } from "react";
import { press } from "./sequence";

/** A second key counts with the first when it comes within this time. */
const togetherMs = 1_200;

/** Where letters are text, or a dialog has the page to itself. */
const isElsewhere = (target: EventTarget | null): boolean =>
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select") !== null));

/** Does what is bound to the keys that are pressed anywhere on the page; "mod+k" is one with ⌘ or Ctrl. */
export function useShortcuts(bindings: ReadonlyMap<string, () => void>): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    let begun = "";
    let beganMs = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const isModified = event.metaKey || event.ctrlKey;
      if (event.isComposing || event.altKey || (!isModified && isElsewhere(event.target))) return;
      const nowMs = performance.now();
      const key = isModified ? `mod+${event.key.toLowerCase()}` : event.key;
      const next = press(nowMs - beganMs < togetherMs ? begun : "", key, current.current.keys());
      begun = next.begun;
      beganMs = nowMs;
      if (next.complete !== null) {
        event.preventDefault();
        current.current.get(next.complete)?.();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
