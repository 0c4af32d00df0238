import { addMonths, type Month, monthOf } from "./months";

/** A time that can be booked. */
export type FreeTime = { startMs: number; spots: number };

/** Brings the free times of a month and of the days around it that another zone may count to it. */
export type LoadMonth = (month: Month) => Promise<FreeTime[]>;

/** How far ahead a next free time is looked for. */
export const lookAheadMonths = 12;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that a calendar on a wall in `timeZone` shows at an instant. */
export function civilDate(timeZone: string, atMs: number): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  formats.set(timeZone, format);
  const [month, day, year] = format.format(atMs).split("/");
  return `${year}-${month}-${day}`;
}

/** A month's free times by their date in `timeZone`, in order of time; other months' are left out. */
export function byDay(
  times: readonly FreeTime[],
  month: Month,
  timeZone: string,
): Map<string, FreeTime[]> {
  const days = new Map<string, FreeTime[]>();
  for (const time of times) {
    const date = civilDate(timeZone, time.startMs);
    if (monthOf(date) !== month) continue;
    const day = days.get(date);
    if (day === undefined) days.set(date, [time]);
    else day.push(time);
  }
  return days;
}

/**
 * The first month with a free time after `month`, read month by month, or null when there is none within a year.
 * @param last no month after this one is asked for
 */
export async function nextFree(
  month: Month,
  last: Month,
  timeZone: string,
  load: LoadMonth,
): Promise<{ month: Month; time: FreeTime } | null> {
  for (let ahead = 1; ahead <= lookAheadMonths; ahead += 1) {
    const candidate = addMonths(month, ahead);
    if (candidate > last) return null;
    const [day] = byDay(await load(candidate), candidate, timeZone).values();
    const [time] = day ?? [];
    if (time !== undefined) return { month: candidate, time };
  }
  return null;
}

/**
 * The last month that can be opened: that of the booking window's end, or ten years from now where there is no window.
 * @param today in the event type's zone
 */
export function lastMonth(today: string, bookingWindowDays: number | null): Month {
  if (bookingWindowDays === null) return addMonths(monthOf(today), 120);
  // One month more than the window's own would be empty in most zones, and one day more is not.
  return monthOf(new Date(Date.parse(today) + (bookingWindowDays + 1) * 86_400_000).toISOString());
}

/** The slots of an availability answer, without what a page does not show. */
export const freeTimes = (slots: { start_time: string; spots_remaining: number }[]): FreeTime[] =>
  slots.map((slot) => ({ startMs: Date.parse(slot.start_time), spots: slot.spots_remaining }));
