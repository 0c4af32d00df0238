import { useSyncExternalStore } from "react";

const systemPrefersDark = "(prefers-color-scheme: dark)";

/** Whether the page is dark now, by the reader's choice or else the system's. The server takes it for light. */
export const useDarkMode = (): boolean => useSyncExternalStore(watch, isDark, () => false);

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia(systemPrefersDark).matches : chosen === "dark";
}

function watch(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia(systemPrefersDark);
  system.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", onChange);
  };
}
