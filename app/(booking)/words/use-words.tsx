"use client";

import { createContext, type ReactNode, use } from "react";
import type { VisitorLocale } from "../visitor-locale";
import type { Language } from "./language";
import type { Words } from "./words";

/** What a page is written in. */
export type Spoken = VisitorLocale & {
  language: Language;
  /** The language that the address names, or null where it was chosen by what the browser says. */
  asked: Language | null;
  words: Words;
};

const SpokenContext = createContext<Spoken | null>(null);

export function WordsProvider({ spoken, children }: { spoken: Spoken; children: ReactNode }) {
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** The words of the page that a component stands in. */
export function useWords(): Spoken {
  const spoken = use(SpokenContext);
  if (spoken === null)
    throw new Error("Hosted pages are written in words (app/(booking)/layout.tsx)");
  return spoken;
}
