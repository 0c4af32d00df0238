import { formatDate } from "./format-date";
import { plural } from "./words/fill";
import { useWords } from "./words/use-words";

type Props = {
  date: string;
  /** How many times are free. */
  count: number;
  loading: boolean;
  selected: boolean;
  today: boolean;
  /** The one day of the grid that the Tab key reaches. */
  tabStop: boolean;
  onSelect: (date: string) => void;
};

export function CalendarDay(props: Props) {
  const { date, count, loading, selected, today, tabStop } = props;
  const { words, locale, language } = useWords();
  const isFree = count > 0;
  const free = isFree ? plural(words.time.free, count, language) : words.time.none;
  const name = `${formatDate(date, "long", locale)}${today ? `, ${words.time.today}` : ""}`;
  return (
    <td aria-selected={selected} className="p-0">
      <button
        type="button"
        tabIndex={tabStop ? 0 : -1}
        aria-disabled={!isFree}
        aria-label={loading ? name : `${name}, ${free}`}
        onClick={() => {
          if (isFree) props.onSelect(date);
        }}
        className={look({ isFree, loading, selected })}
      >
        {Number(date.slice(-2))}
        {today && (
          <span aria-hidden className="absolute bottom-1.5 size-1 rounded-full bg-current" />
        )}
      </button>
    </td>
  );
}

function look(state: { isFree: boolean; loading: boolean; selected: boolean }): string {
  const base =
    "relative flex h-11 w-full items-center justify-center rounded-md text-lg tabular-nums";
  if (state.selected) return `${base} bg-accent font-semibold text-on-accent`;
  if (state.isFree)
    return `${base} bg-accent-soft font-semibold text-accent-text hover:ring-2 hover:ring-ring`;
  return `${base} text-faint ${state.loading ? "animate-pulse" : ""}`;
}
