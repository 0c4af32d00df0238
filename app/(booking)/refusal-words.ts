import type { PageError } from "@/app/_trpc/error";
import type { Spoken } from "./words/use-words";

/**
 * A refusal in the page's words. What the server says of a field or a rule is said in English; in other languages
 * something that fits it is.
 */
export function refusalWords(
  error: PageError,
  { language, words }: Pick<Spoken, "language" | "words">,
): PageError {
  const { refusals, basics } = words;
  switch (error.code) {
    case "offline":
      return { ...error, message: refusals.offline };
    case "rate_limit_exceeded":
      return { ...error, message: refusals.tooMany };
    case "quota_exceeded":
      return { ...error, message: refusals.quota };
    case "not_found":
      return { ...error, message: refusals.gone };
    case "internal_error":
    case "service_unavailable":
      return { ...error, message: refusals.failed };
    default: {
      if (language === "en") return error;
      const { check } = basics.problems;
      if (error.details === undefined) return { ...error, message: refusals.changed };
      const paths = Object.keys(error.details).map((path) => [path, check] as const);
      return { ...error, message: check, details: Object.fromEntries(paths) };
    }
  }
}
