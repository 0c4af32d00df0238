import { busyTimesIn } from "../../calendars/expand";
import { CalendarError } from "../../calendars/provider";

/** A VCALENDAR of lines and of parts that are lines already. */
export function calendarOf(...parts: string[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tests//EN",
    ...parts,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

/** A VEVENT of lines; its UID is `a`, unless they have their own. */
export function eventOf(...lines: string[]): string {
  const uid = lines.some((line) => line.startsWith("UID:")) ? [] : ["UID:a"];
  return ["BEGIN:VEVENT", ...uid, "SUMMARY:Something", ...lines, "END:VEVENT"].join("\r\n");
}

/** The busy times of events from one date to another as "from/to" in UTC: "2026-03-01T10:00/2026-03-01T11:00". */
export function busyIn(
  parts: string[],
  { from = "2026-01-01", to = "2027-01-01", timeZone = "UTC" } = {},
): string[] {
  const range = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  return busyTimesIn(calendarOf(...parts), range, { timeZone }).map(
    ({ startMs, endMs }) => `${minuteOf(startMs)}/${minuteOf(endMs)}`,
  );
}

/** Why work came to nothing, as it must. */
export function reasonFor(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof CalendarError ? error.reason : String(error);
  }
  return "none";
}

function minuteOf(atMs: number): string {
  const text = new Date(atMs).toISOString();
  return text.endsWith(":00.000Z") ? text.slice(0, 16) : text;
}
