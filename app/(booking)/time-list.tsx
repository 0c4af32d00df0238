import { formatInstant } from "@/app/_components/format-instant";
import type { FreeTime } from "./free-times";
import { clocksDiffer, otherClock } from "./other-clock";
import { plural } from "./words/fill";
import { useWords } from "./words/use-words";

type Props = {
  times: FreeTime[];
  timeZone: string;
  /** The event type's zone. */
  theirZone: string;
  /** Places of a group event, or 1. */
  capacity: number;
  onPick: (time: FreeTime) => void;
};

/** A day's free times, each a button; in small what a clock shows where the event type is at home, if another time. */
export function TimeList({ times, timeZone, theirZone, capacity, onPick }: Props) {
  const { words, locale, language } = useWords();
  // One look at a zone's offset costs more than a row; it changes within a day twice a year.
  const [first, last] = [times[0], times.at(-1)];
  const differ = [first, last].some(
    (time) => time !== undefined && clocksDiffer(timeZone, theirZone, time.startMs),
  );
  return (
    <ul className="grid grid-cols-2 gap-2 min-[30rem]:max-md:grid-cols-3 md:grid-cols-1">
      {times.map((time) => (
        <li key={time.startMs}>
          <button
            type="button"
            onClick={() => onPick(time)}
            className="flex min-h-10 w-full flex-col items-center justify-center rounded-md border border-control bg-surface px-3 py-1.5 hover:border-accent-text hover:bg-accent-soft hover:text-accent-text"
          >
            <time dateTime={new Date(time.startMs).toISOString()} className="text-lg font-medium">
              {formatInstant(new Date(time.startMs), "time", { timeZone, locale })}
            </time>
            {differ && (
              <span className="text-sm text-muted">
                {otherClock(time.startMs, { here: timeZone, there: theirZone, locale, words })}
              </span>
            )}
            {capacity > 1 && (
              <span className="text-sm text-muted">
                {plural(words.time.spots, time.spots, language)}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
