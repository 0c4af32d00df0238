import { basics as basicDe } from "../../(booking)/words/de";
import { basics as basicEn } from "../../(booking)/words/en";
import { basics as basicEs } from "../../(booking)/words/es";
import { basics as basicFr } from "../../(booking)/words/fr";
import { basics as basicJa } from "../../(booking)/words/ja";
import { chooseLanguage, type Language, languageOf } from "../../(booking)/words/language";
import type { Basics } from "../../(booking)/words/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { ja } from "./ja";

/** Everything the widget says by itself; a site may say it in its own words and language. */
export type Labels = Record<keyof typeof en, string>;

const labels: Readonly<Record<Language, Labels>> = { en, de, fr, es, ja };

/** What it has in common with hosted pages. */
const basics: Readonly<Record<Language, Basics>> = {
  en: basicEn,
  de: basicDe,
  fr: basicFr,
  es: basicEs,
  ja: basicJa,
};

/** What a widget says. @param tag the site's wish, or null for what the visitor reads */
export function wordsFor(tag: string | undefined): {
  language: Language;
  labels: Labels;
  basics: Basics;
} {
  const own = navigator.languages.join(",");
  const language =
    tag === undefined ? chooseLanguage(null, own) : (languageOf(tag) ?? ("en" as const));
  return { language, labels: labels[language], basics: basics[language] };
}
