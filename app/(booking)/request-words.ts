import "server-only";
import { headers } from "next/headers";
import { requestPath } from "@/app/_trpc/session";
import { visitorLocale } from "./visitor-locale";
import { dictionaries } from "./words/dictionaries";
import { chooseLanguage, languageOf } from "./words/language";
import type { Spoken } from "./words/use-words";

/** The words that this request is answered in: by `?lang=`, else by what the browser says its owner reads. */
export async function requestWords(): Promise<Spoken> {
  const asked = languageOf(
    new URL(await requestPath(), "http://own.invalid").searchParams.get("lang"),
  );
  const accepted = (await headers()).get("accept-language");
  const language = chooseLanguage(asked, accepted);
  const words = dictionaries[language];
  return { language, asked, words, ...visitorLocale(language, accepted) };
}
