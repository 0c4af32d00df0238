import { cn } from "@/app/_components/cn";
import { formatDay } from "../format-day";

type Props = {
  dates: readonly string[];
  /** The free times of each date that has any. */
  free: ReadonlyMap<string, readonly unknown[]>;
  chosen: string | undefined;
  onChoose: (date: string) => void;
};

/** A row of days; those without a free time cannot be chosen. */
export function DayStrip({ dates, free, chosen, onChoose }: Props) {
  return (
    <fieldset aria-label="Day" className="grid min-w-0 grid-cols-7 gap-1">
      {dates.map((date) => {
        const count = free.get(date)?.length ?? 0;
        const day = formatDay(date, { weekday: "long", day: "numeric", month: "long" });
        return (
          <button
            key={date}
            type="button"
            disabled={count === 0}
            aria-pressed={date === chosen}
            aria-label={`${day}, ${count === 0 ? "no free times" : `${count} free`}`}
            onClick={() => onChoose(date)}
            className={cn(
              "grid justify-items-center rounded-md border border-line bg-surface py-1.5 text-sm",
              "hover:enabled:bg-hover disabled:border-transparent disabled:bg-transparent disabled:text-faint",
              date === chosen && "border-accent-text bg-accent-soft text-accent-text",
            )}
          >
            <span>{formatDay(date, { weekday: "short" })}</span>
            <span className="text-lg font-medium tabular-nums">
              {formatDay(date, { day: "numeric" })}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
