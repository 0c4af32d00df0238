/*
 * Times of day as the hours editor holds them: the wire's "HH:MM", "24:00" for the end of a day. Whatever else is typed
 * stays as it is, for the schema to judge.
 */
const dayMinutes = 24 * 60;

export type ClockSide = "start" | "end";

/** Minutes since midnight of "HH:MM" or "HH:MM:SS", seconds cut; null for anything else. */
export function clockMinutes(clock: string): number | null {
  const match = /^(\d\d):([0-5]\d)(:[0-5]\d)?$/.exec(clock);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= dayMinutes ? minutes : null;
}

/** "HH:MM" of minutes since midnight. */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** "9:00 AM", as the dashboard shows times; "Midnight" for the end of a day; what is no time of day as it is. */
export function showClock(clock: string): string {
  const minutes = clockMinutes(clock);
  if (minutes === null) return clock;
  if (minutes === dayMinutes) return "Midnight";
  const hours = Math.floor(minutes / 60);
  const rest = clock.slice(2);
  return `${hours % 12 === 0 ? 12 : hours % 12}${rest} ${hours < 12 ? "AM" : "PM"}`;
}

/**
 * What a person means by "9", "930", "9:30", "9.30 pm", "17h", "noon", as "HH:MM"; null for no time of day. An end
 * without AM or PM that would lie before its start is meant to be in the afternoon: 9 to "5". Midnight ends a day.
 */
export function readClock(text: string, side: ClockSide, start?: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "noon") return "12:00";
  if (typed === "midnight") return side === "end" ? "24:00" : "00:00";
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d\d)?|(\d\d))?\s*(?:(a|p)\.?\s?(?:m\.?)?)?$/.exec(typed);
  if (match === null) return null;
  const half = match[4];
  let hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? 0);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === "p" ? 12 : 0);
  }
  let total = hours * 60 + minutes;
  if (minutes > 59 || total > dayMinutes) return null;
  const from = start === undefined ? null : clockMinutes(start);
  if (side === "end") {
    if (total === 0) total = dayMinutes;
    const later = total + dayMinutes / 2;
    if (half === undefined && from !== null && total <= from && later > from && hours <= 12) {
      total = Math.min(later, dayMinutes);
    }
  }
  return side === "start" && total === dayMinutes ? null : clockOf(total);
}

/** "1 h 30 min" between two clocks; "" where there is nothing between them. */
export function clockSpan(start: string, end: string): string {
  const [from, to] = [clockMinutes(start), clockMinutes(end)];
  if (from === null || to === null || to <= from) return "";
  const [hours, minutes] = [Math.floor((to - from) / 60), (to - from) % 60];
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(" ");
}

/** Every half hour that may start a window, or end one that starts at `start`. */
export function clockChoices(side: ClockSide, start?: string): string[] {
  const from = side === "end" && start !== undefined ? clockMinutes(start) : null;
  const all = Array.from({ length: 49 }, (_, index) => index * 30);
  return all
    .filter((minutes) => (side === "start" ? minutes < dayMinutes : minutes > (from ?? 0)))
    .map(clockOf);
}
