/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   a listbox beside a text box, whose keys its input handles (WAI-ARIA APG, combobox) */
import { useEffect } from "react";
import { cn } from "@/app/_components/cn";
import { clockSpan, showClock } from "./clock";

type Props = {
  id: string;
  choices: readonly string[];
  value: string;
  active: string | undefined;
  /** Where the window starts, when an end is chosen: each choice then says how long the window becomes. */
  start: string | undefined;
  onChoose: (choice: string) => void;
};

/** The list below a time of day. Focus stays in its input. */
export function TimeChoices({ id, choices, value, active, start, onChoose }: Props) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label="Times">
      {choices.map((choice) => (
        <div
          key={choice}
          id={`${id}-${choice}`}
          role="option"
          tabIndex={-1}
          aria-selected={choice === value}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
          className={cn(
            "flex min-h-8 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 text-base tabular-nums select-none hover:bg-hover",
            choice === active && "bg-hover",
            choice === value && "font-medium text-accent-text",
          )}
        >
          {showClock(choice)}
          {start !== undefined && (
            <span className="text-sm text-muted">{clockSpan(start, choice)}</span>
          )}
        </div>
      ))}
    </div>
  );
}
