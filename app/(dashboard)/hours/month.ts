import { addDays, dayOfWeek } from "@/server/time";

/** The month of a civil date, "2026-12". */
export const monthOf = (date: string): string => date.slice(0, 7);

/** "2027-01" is one after "2026-12". */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The weeks of a month, Monday first; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const weeks: (string | null)[][] = [];
  let monday = addDays(first, -((dayOfWeek(first) + 6) % 7));
  while (monthOf(monday) <= month) {
    const start = monday;
    const days = Array.from({ length: 7 }, (_, day) => addDays(start, day));
    weeks.push(days.map((date) => (monthOf(date) === month ? date : null)));
    monday = addDays(monday, 7);
  }
  return weeks;
}

/** The same day of another month, or that month's last one. */
export function sameDayOf(month: string, date: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${date.slice(8)}`;
  return same > last ? last : same;
}

const names = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
const dates = new Intl.DateTimeFormat("en-US", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const longDates = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" });

/** "December 2026". */
export const showMonth = (month: string): string => names.format(new Date(`${month}-01`));
/** "Thu, Dec 24, 2026". */
export const showDate = (date: string): string => dates.format(new Date(date));
/** "Thursday, December 24, 2026". */
export const showLongDate = (date: string): string => longDates.format(new Date(date));
