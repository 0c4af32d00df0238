import { formatInstant } from "@/app/_components/format-instant";
import { formatDay } from "../bookings/format-day";
import { inWords } from "./words";

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const timePattern = /^\d{2}:\d{2}:00$/;

/**
 * A field's value for people, a line for each part of it: a list's items, an object's fields. Empty when there is
 * nothing.
 * @param timeZone in which instants are shown
 */
export function valueLines(value: unknown, timeZone: string): string[] {
  if (Array.isArray(value)) return value.map((item: unknown) => inline(item, timeZone));
  if (isRecord(value)) {
    return Object.entries(value).map(
      ([name, part]) => `${inWords(name)}: ${inline(part, timeZone)}`,
    );
  }
  return value === null || value === undefined || value === "" ? [] : [inline(value, timeZone)];
}

/** A value in one line. */
function inline(value: unknown, timeZone: string): string {
  if (typeof value === "string") return text(value, timeZone);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) {
    return value.length === 0
      ? "none"
      : value.map((item: unknown) => inline(item, timeZone)).join(", ");
  }
  if (isRecord(value)) return hours(value, timeZone) ?? fields(value, timeZone);
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

function text(value: string, timeZone: string): string {
  if (instantPattern.test(value)) {
    return formatInstant(new Date(value), "date-time", { timeZone, locale: "en-US" }, true);
  }
  if (datePattern.test(value)) {
    return formatDay(value, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  }
  return timePattern.test(value) ? value.slice(0, "HH:MM".length) : value;
}

/** A window of a weekly rule or of a date override, as hours are written; null for anything else. */
function hours(value: Record<string, unknown>, timeZone: string): string | null {
  const { day_of_week: day, start_time: start, end_time: end, date, windows } = value;
  if (typeof start === "string" && typeof end === "string") {
    const window = `${text(start, timeZone)}–${text(end, timeZone)}`;
    return typeof day === "number" ? `${days[day] ?? ""} ${window}` : window;
  }
  if (typeof date === "string" && Array.isArray(windows)) {
    return `${text(date, timeZone)}: ${windows.length === 0 ? "closed" : inline(windows, timeZone)}`;
  }
  return null;
}

const fields = (value: Record<string, unknown>, timeZone: string): string =>
  Object.entries(value)
    .map(([name, part]) => `${inWords(name).toLowerCase()} ${inline(part, timeZone)}`)
    .join(", ");
