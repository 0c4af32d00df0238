export const languages = ["curl", "typescript"] as const;
export type Language = (typeof languages)[number];

/** Outlives the visit; the layout turns it into `data-language-choice`. */
export const languageCookie = "astrocal_docs_language";

/** curl for anything else than a language, such as a cookie that was never set. */
export const parseLanguage = (text: string | undefined): Language =>
  languages.find((language) => language === text) ?? "curl";
