import { createContext, useContext } from "react";
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

/** Given by `hosted-page.tsx`. */
export const SpokenContext = createContext<Spoken | null>(null);

/** The words of the page that a component stands in. */
export function useWords(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error("Only hosted pages have words (hosted-page.tsx)");
  return spoken;
}
