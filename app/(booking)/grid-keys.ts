import { addDays, addMonths, monthOf, sameDayIn, weekday } from "./months";

/**
 * The date that a key leads to in a month's grid (APG, "Date Picker"), or null where it leads nowhere.
 * @param weekStart first day of the week, 0 = Sunday
 */
export function dateByKey(key: string, date: string, weekStart: number): string | null {
  const inWeek = (weekday(date) - weekStart + 7) % 7;
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -inWeek);
    case "End":
      return addDays(date, 6 - inWeek);
    case "PageUp":
      return sameDayIn(addMonths(monthOf(date), -1), date);
    case "PageDown":
      return sameDayIn(addMonths(monthOf(date), 1), date);
    default:
      return null;
  }
}
