import { isDate } from "./months";

/** What an address fills in for a visitor; what makes no sense is left out, and nothing of it is ever more than text. */
export type Prefill = {
  /** "2026-12-01" */
  date: string | null;
  /** Whether the event type offers it is not known here. */
  durationMinutes: number | null;
  name: string;
  email: string;
  notes: string;
};

/** Reads `?date=&duration=&name=&email=&notes=`. */
export function prefillOf(query: URLSearchParams): Prefill {
  const text = (name: string) => query.get(name) ?? "";
  const [date, duration, email] = [text("date"), text("duration"), line(text("email"), 254)];
  return {
    date: isDate(date) ? date : null,
    durationMinutes: /^[1-9]\d{0,2}$/u.test(duration) ? Number(duration) : null,
    name: line(text("name"), 255),
    // Half an address would only be in the way of the right one.
    email: /^[^\s@]+@[^\s@]+$/u.test(email) ? email : "",
    notes: withoutControls(text("notes").replaceAll(/\r\n?/gu, "\n").slice(0, 1000)).trim(),
  };
}

/** One line, as who typed it would have it. */
const line = (text: string, maxLength: number): string =>
  withoutControls(text.replaceAll(/\s+/gu, " ").trim().slice(0, maxLength)).trim();

/** Neither control characters, but for tabs and the ends of lines, nor halves of characters. */
const withoutControls = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, "");
