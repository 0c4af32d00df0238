import "server-only";
import { visitorLocale } from "./visitor-locale";
import { dictionaries } from "./words/dictionaries";
import { chooseLanguage, languageOf } from "./words/language";
import type { Spoken } from "./words/use-words";

/**
 * The words that a request is answered in: by `?lang=`, else by what the browser says its owner reads.
 * @param accepted the request's Accept-Language
 */
export function requestWords(query: URLSearchParams, accepted: string | null): Spoken {
  const asked = languageOf(query.get("lang"));
  const language = chooseLanguage(asked, accepted);
  const words = dictionaries[language];
  return { language, asked, words, ...visitorLocale(language, accepted) };
}
