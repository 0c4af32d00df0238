import type { CalendarProvider, ConferencingProvider } from "../generated/prisma/client";

const openedBy = {
  google: "google_meet",
  microsoft: "microsoft_teams",
  caldav: null,
  ics: null,
} as const satisfies Record<CalendarProvider, ConferencingProvider | null>;

/** The meeting that is wanted for an event, where the provider's calendar is one that opens it; else null. */
export function meetingOpened(provider: CalendarProvider, wanted: ConferencingProvider | null) {
  const opened = openedBy[provider];
  return opened === wanted ? opened : null;
}
