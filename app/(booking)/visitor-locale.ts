import { acceptedTags, type Language, languageOf } from "./words/language";

/** How dates and times are written for a visitor: in the page's language, by the habits of the visitor's region. */
export type VisitorLocale = {
  /** A BCP 47 tag with region and 12 or 24 hours: "de-AT-u-hc-h23". */
  locale: string;
  /** First day of the week, 0 = Sunday. */
  weekStart: number;
};

/**
 * English is read all over the world, hence written by the habits of wherever the visitor is; other languages are so
 * where they are the visitor's first one, and else by those of the country they are most spoken in.
 * @param acceptLanguage the request header of that name
 */
export function visitorLocale(language: Language, acceptLanguage: string | null): VisitorLocale {
  const [first = ""] = acceptedTags(acceptLanguage);
  const own =
    language === "en" || languageOf(first) === language ? localeOf(first, language) : null;
  return own ?? localeOf(language, language) ?? { locale: "en-US-u-hc-h12", weekStart: 0 };
}

/** @param tag whose region and clock are taken */
function localeOf(tag: string, language: Language): VisitorLocale | null {
  try {
    const { region } = new Intl.Locale(tag).maximize();
    const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions();
    if (region === undefined || hourCycle === undefined) return null;
    return {
      locale: new Intl.Locale(language, { region, hourCycle }).toString(),
      weekStart: weekStartOf(new Intl.Locale("und", { region })),
    };
  } catch (error) {
    // "*", or what is no language tag.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Node 20 has it as a property, later ones as a method; 1 = Monday to 7 = Sunday. */
function weekStartOf(locale: Intl.Locale): number {
  const method: unknown = Reflect.get(locale, "getWeekInfo");
  const info: unknown =
    typeof method === "function"
      ? Reflect.apply(method, locale, [])
      : Reflect.get(locale, "weekInfo");
  const first: unknown =
    typeof info === "object" && info !== null ? Reflect.get(info, "firstDay") : undefined;
  return typeof first === "number" ? first % 7 : 1;
}
