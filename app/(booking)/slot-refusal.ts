import type { PageError } from "@/app/_trpc/error";

/**
 * What to say when the chosen time cannot be had any more, or null when the refusal is about something else.
 * @param field the input that named the time
 */
export function slotRefusal(error: PageError, field: string): string | null {
  const reason = error.details?.[field];
  if (reason === undefined) return null;
  switch (reason) {
    case "past":
      return "That time has passed by now.";
    case "minimum_notice":
      return "That time is too soon by now to be booked.";
    case "booked":
    case "buffer":
      return "That time has just been taken by someone else.";
    default:
      return "That time is no longer free.";
  }
}
