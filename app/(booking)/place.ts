import type { EventType } from "@/server/event-types/schema";

const providers = {
  zoom: "Zoom",
  google_meet: "Google Meet",
  microsoft_teams: "Microsoft Teams",
  custom: "Online",
  in_person: "In person",
} as const satisfies Record<NonNullable<EventType["conferencing_provider"]>, string>;

/** Where an event takes place, in words; null where nothing is known of it. */
export function placeOf({
  conferencing_provider: provider,
  location,
}: Pick<EventType, "conferencing_provider" | "location">): string | null {
  if (provider === null) return location?.startsWith("https://") === true ? "Online" : location;
  const name = providers[provider];
  // An online one's location is the link itself, which is for those who have booked.
  return provider === "in_person" && location !== null ? location : name;
}

/** "30 min", "1 h", "1 h 30 min". */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
}
