const format = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...options });

const day: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
};
const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** "Monday, 30 November 2026, 15:00 – 15:30 (Europe/Berlin)": a stretch of time as the wall in `timeZone` shows it. */
export function whenInWords(startMs: number, endMs: number, timeZone: string): string {
  const days = format(timeZone, day);
  const clocks = format(timeZone, clock);
  const [startDay, endDay] = [days.format(startMs), days.format(endMs)];
  const end = clocks.format(endMs);
  const until = startDay === endDay ? end : `${endDay}, ${end}`;
  return `${startDay}, ${clocks.format(startMs)} – ${until} (${timeZone})`;
}

/** "Mon 30 Nov, 15:00", for subjects. */
export function shortWhen(startMs: number, timeZone: string): string {
  const date = format(timeZone, { weekday: "short", day: "numeric", month: "short" });
  return `${date.format(startMs).replace(",", "")}, ${format(timeZone, clock).format(startMs)}`;
}

/** The span until something, as a reminder says it: "in 1 hour", "tomorrow"-less and exact: "in 2 days", "in 90 minutes". */
export function inWords(minutes: number): string {
  const [count, unit] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, "day"]
      : minutes % 60 === 0
        ? [minutes / 60, "hour"]
        : [minutes, "minute"];
  return `in ${count} ${unit}${count === 1 ? "" : "s"}`;
}
