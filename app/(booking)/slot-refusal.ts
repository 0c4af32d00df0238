import type { PageError } from "@/app/_trpc/error";
import type { Basics } from "./words/words";

/**
 * What to say when the chosen time cannot be had any more, or null when the refusal is about something else.
 * @param field the input that named the time
 */
export function slotRefusal(error: PageError, field: string, lost: Basics["lost"]): string | null {
  const reason = error.details?.[field];
  if (reason === undefined) return null;
  switch (reason) {
    case "past":
      return lost.past;
    case "minimum_notice":
      return lost.tooSoon;
    case "booked":
    case "buffer":
    case "external_calendar":
      return lost.taken;
    case "calendar_unreachable":
      return lost.calendar;
    case "cap":
      return lost.full;
    default:
      return lost.gone;
  }
}
