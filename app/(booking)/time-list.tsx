import { formatInstant } from "@/app/_components/format-instant";
import type { FreeTime } from "./free-times";

type Props = {
  times: FreeTime[];
  timeZone: string;
  locale: string;
  /** Places of a group event, or 1. */
  capacity: number;
  onPick: (time: FreeTime) => void;
};

/** A day's free times, each a button. */
export function TimeList({ times, timeZone, locale, capacity, onPick }: Props) {
  return (
    <ul className="grid grid-cols-2 gap-2 min-[30rem]:max-md:grid-cols-3 md:grid-cols-1">
      {times.map((time) => (
        <li key={time.startMs}>
          <button
            type="button"
            onClick={() => onPick(time)}
            className="flex min-h-10 w-full flex-col items-center justify-center rounded-md border border-control bg-surface px-3 py-1.5 hover:border-accent-text hover:bg-accent-soft hover:text-accent-text"
          >
            <time
              dateTime={new Date(time.startMs).toISOString()}
              className="text-lg font-medium"
              suppressHydrationWarning
            >
              {formatInstant(new Date(time.startMs), "time", { timeZone, locale })}
            </time>
            {capacity > 1 && <span className="text-sm text-muted">{spotsLeft(time.spots)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

const spotsLeft = (spots: number): string => (spots === 1 ? "1 spot left" : `${spots} spots left`);
