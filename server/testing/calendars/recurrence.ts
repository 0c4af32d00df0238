import { RRuleTemporal } from "rrule-temporal";
import { offsetMsAt } from "../../time";

/**
 * When the instances of a recurring event begin that reach into a range, by the clock of its zone.
 * @param rule of RFC 5545, such as "RRULE:FREQ=WEEKLY;COUNT=3"
 */
export function instanceStarts(
  { startMs, endMs, timeZone }: { startMs: number; endMs: number; timeZone: string },
  rule: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): number[] {
  const wall = new Date(startMs + offsetMsAt(timeZone, startMs)).toISOString();
  const stamp = wall.replaceAll(/[-:]|\.\d+Z/g, "");
  const series = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${stamp}\n${rule}`,
  });
  return series
    .between(new Date(fromMs - (endMs - startMs)), new Date(toMs), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}
