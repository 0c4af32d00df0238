import { locale } from "../moment";

/** "Nov 24, 2:05:09 PM": to the second, to tell the lines of a log apart; it goes back 30 days, so the year is known. */
export function requestTime(at: string, timeZone: string): string {
  const written = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(at));
  // Newer ICU puts narrow no-break spaces before AM and PM; a plain one is the same everywhere.
  return written.replace(/[\u202F\u00A0]/gu, " ");
}
