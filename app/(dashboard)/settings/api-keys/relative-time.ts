const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const words = new Intl.RelativeTimeFormat("en-US", { numeric: "always" });

/** "in 12 minutes", in the largest unit that is whole; exact only to the minute, and never in the past. */
export function remainingTime(until: Date, now: Date): string {
  const leftMs = until.getTime() - now.getTime();
  if (leftMs < minuteMs) return "in a moment";
  if (leftMs < hourMs) return words.format(Math.floor(leftMs / minuteMs), "minute");
  if (leftMs < 2 * dayMs) return words.format(Math.floor(leftMs / hourMs), "hour");
  return words.format(Math.floor(leftMs / dayMs), "day");
}

/**
 * "12 minutes ago", in the largest unit that is whole. Exact only to the minute, as a key's last use is; an instant
 * that a clock running ahead puts into the future is "just now" too.
 */
export function relativeTime(at: Date, now: Date): string {
  const agoMs = now.getTime() - at.getTime();
  if (agoMs < minuteMs) return "just now";
  if (agoMs < hourMs) return words.format(-Math.floor(agoMs / minuteMs), "minute");
  if (agoMs < dayMs) return words.format(-Math.floor(agoMs / hourMs), "hour");
  if (agoMs < 30 * dayMs) return words.format(-Math.floor(agoMs / dayMs), "day");
  if (agoMs < 365 * dayMs) return words.format(-Math.floor(agoMs / (30 * dayMs)), "month");
  return words.format(-Math.floor(agoMs / (365 * dayMs)), "year");
}
