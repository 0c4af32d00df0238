import type { EventType } from "@/server/event-types/schema";
import { fill } from "./words/fill";
import type { Basics } from "./words/words";

const providers = {
  zoom: "Zoom",
  google_meet: "Google Meet",
  microsoft_teams: "Microsoft Teams",
} as const;

/** Where an event takes place, in words; null where nothing is known of it. */
export function placeOf(
  {
    conferencing_provider: provider,
    location,
  }: Pick<EventType, "conferencing_provider" | "location">,
  words: Basics["places"],
): string | null {
  switch (provider) {
    case null:
      return location?.startsWith("https://") === true ? words.online : location;
    case "in_person":
      return location ?? words.inPerson;
    case "custom":
      // Its location is the link itself, which is for those who have booked.
      return words.online;
    case "zoom":
    case "google_meet":
    case "microsoft_teams":
      return providers[provider];
  }
}

/** "30 min", "1 h", "1 h 30 min". */
export function formatMinutes(total: number, words: Basics["length"]): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return fill(words.minutes, { minutes });
  return fill(minutes === 0 ? words.hours : words.both, { hours, minutes });
}
