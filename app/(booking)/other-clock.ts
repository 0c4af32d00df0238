import { formatInstant } from "@/app/_components/format-instant";
import { zoneCity, zoneOffset } from "@/app/_components/time-zones";
import { formatDate } from "./format-date";
import { civilDate } from "./free-times";
import { fill } from "./words/fill";
import type { Words } from "./words/words";

/** Whether clocks in two zones show different times at an instant. */
export const clocksDiffer = (here: string, there: string, atMs: number): boolean =>
  here !== there && zoneOffset(here, new Date(atMs)) !== zoneOffset(there, new Date(atMs));

/** What a clock in another zone shows: "16:00 in Berlin", with the weekday where it is another day there. */
export function otherClock(
  atMs: number,
  { here, there, locale, words }: { here: string; there: string; locale: string; words: Words },
): string {
  const date = civilDate(there, atMs);
  const time = formatInstant(new Date(atMs), "time", { timeZone: there, locale });
  const isOtherDay = date !== civilDate(here, atMs);
  return fill(words.time.there, {
    time: isOtherDay ? `${formatDate(date, "short-weekday", locale)} ${time}` : time,
    city: cityOf(there),
  });
}

/** "Buenos Aires" for "America/Argentina/Buenos_Aires". */
const cityOf = (zone: string): string => zoneCity(zone).split(" / ").at(-1) ?? zone;
