/** The languages that hosted pages and the widget speak, each by its own name. */
export const languages = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
} as const;

export type Language = keyof typeof languages;

const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** A language by a BCP 47 tag, "de-AT" → "de"; null for one that is not spoken and for what is no tag. */
export function languageOf(tag: string | null | undefined): Language | null {
  const [first = ""] = (tag ?? "").trim().toLowerCase().split("-");
  return isLanguage(first) ? first : null;
}

/** The tags of an Accept-Language header, what is liked best first (RFC 9110 §12.5.4). */
export function acceptedTags(header: string | null): string[] {
  return (header ?? "")
    .split(",", 20)
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";");
      const weight = parameters.map((each) => /^\s*q=(.*)$/u.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The language to speak: what was asked for, else the first that the visitor reads and we speak, else English. */
export function chooseLanguage(asked: Language | null, acceptLanguage: string | null): Language {
  if (asked !== null) return asked;
  for (const tag of acceptedTags(acceptLanguage)) {
    const language = languageOf(tag);
    if (language !== null) return language;
  }
  return "en";
}

/** An address of ours that goes on in the language that was asked for; without one, it stays as it is. */
export function inLanguage(path: string, asked: Language | null): string {
  if (asked === null) return path;
  const url = new URL(path, "http://own.invalid");
  url.searchParams.set("lang", asked);
  return url.pathname + url.search;
}
