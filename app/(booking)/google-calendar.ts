/**
 * The address at which Google Calendar offers to add an event. The booking's own link is left out of it: whoever holds
 * that can cancel, and an address lands in logs and histories.
 */
export function googleCalendarUrl(event: {
  title: string;
  startAt: string;
  endAt: string;
  location: string | null;
}): string {
  const url = new URL("https://calendar.google.com/calendar/render");
  url.searchParams.set("action", "TEMPLATE");
  url.searchParams.set("text", event.title);
  url.searchParams.set("dates", `${compact(event.startAt)}/${compact(event.endAt)}`);
  if (event.location !== null) url.searchParams.set("location", event.location);
  return url.href;
}

/** "20261201T150000Z" */
const compact = (instant: string): string =>
  new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
