"use client";

import { useSyncExternalStore } from "react";
import { Segmented } from "@/app/_components/segmented";
import { type Language, languageCookie, parseLanguage } from "./languages";

const oneYearSeconds = 31_536_000;

/** Chooses the language of every example of this and later pages. */
export function LanguageSwitch({ initial }: { initial: Language }) {
  const language = useSyncExternalStore(watch, read, () => initial);
  return (
    <Segmented
      label="Language of the examples"
      value={language}
      onValueChange={choose}
      options={[
        { value: "curl", label: "curl" },
        { value: "typescript", label: "TypeScript" },
      ]}
    />
  );
}

// The attribute is the only copy of the choice in the page: there are many switches.
const holder = () => document.querySelector<HTMLElement>("[data-language-choice]");
const read = () => parseLanguage(holder()?.dataset["languageChoice"]);

function watch(onChange: () => void): () => void {
  const element = holder();
  if (element === null) return () => undefined;
  const observer = new MutationObserver(onChange);
  observer.observe(element, { attributeFilter: ["data-language-choice"] });
  return () => observer.disconnect();
}

function choose(language: Language) {
  const element = holder();
  if (element === null) return;
  element.dataset["languageChoice"] = language;
  document.cookie = `${languageCookie}=${language}; path=/docs; max-age=${oneYearSeconds}; samesite=lax`;
}
