import { addDays, civilDateAt, daysBetween } from "@/server/time";

/** Days that are on screen at once. */
export const weekDays = 7;
/** Days that are asked for at once: whole weeks, within the 31 that the API answers. */
export const windowDays = 28;

/** The week, counted from the one that begins today, that holds a date; today's for one that is past. */
export const weekOf = (today: string, date: string): number =>
  Math.max(0, Math.floor(daysBetween(today, date) / weekDays));

export const datesOfWeek = (today: string, week: number): string[] =>
  Array.from({ length: weekDays }, (_, index) => addDays(today, week * weekDays + index));

/** First and last date of the window of days in which a week's slots come. */
export function windowOfWeek(today: string, week: number): { start: string; end: string } {
  const first = Math.floor((week * weekDays) / windowDays) * windowDays;
  return { start: addDays(today, first), end: addDays(today, first + windowDays - 1) };
}

/** Slots by the date in `timeZone` on which they start. */
export function slotsByDate<Slot extends { start_time: string }>(
  slots: readonly Slot[],
  timeZone: string,
): Map<string, Slot[]> {
  const dates = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = civilDateAt(timeZone, Date.parse(slot.start_time));
    const own = dates.get(date);
    if (own === undefined) dates.set(date, [slot]);
    else own.push(slot);
  }
  return dates;
}
