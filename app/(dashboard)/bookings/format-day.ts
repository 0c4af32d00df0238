/** A civil date ("2026-11-24") in the words of the dashboard's language, the same whatever the server's zone. */
export function formatDay(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}
