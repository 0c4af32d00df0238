import { formatMinutes } from "../../place";
import { useWords } from "../../words/use-words";

type Props = { options: number[]; value: number; onChange: (minutes: number) => void };

/** Native radio buttons: arrows, form semantics and no code to load. */
export function DurationChoice({ options, value, onChange }: Props) {
  const { words } = useWords();
  return (
    <fieldset>
      <legend className="mb-2 text-base text-muted">{words.time.howLong}</legend>
      <div className="flex flex-wrap gap-2">
        {options
          .toSorted((a, b) => a - b)
          .map((minutes) => (
            <label
              key={minutes}
              className="relative inline-flex min-h-9 cursor-pointer items-center rounded-md border border-control px-3 text-base has-checked:border-accent-text has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
            >
              <input
                type="radio"
                name="duration"
                value={minutes}
                checked={minutes === value}
                onChange={() => onChange(minutes)}
                className="absolute inset-0 appearance-none outline-none"
              />
              {formatMinutes(minutes, words.basics.length)}
            </label>
          ))}
      </div>
    </fieldset>
  );
}
