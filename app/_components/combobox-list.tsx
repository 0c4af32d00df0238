/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   <datalist> cannot show offsets or be styled; the keys are handled by the search box, which keeps the
   focus and points at the active option (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) */
"use client";

import { CheckIcon } from "lucide-react";
import {
  memo,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from "react";

import { cn } from "./cn";
import type { ComboboxOption } from "./combobox";
import { rankOptions } from "./rank-options";

// What PageUp and PageDown move by: about one screenful of the list.
const pageLength = 8;

/** The open half of a Combobox: mounted anew each time, so that no old search is left in it. */
export function ComboboxList({
  searchRef,
  options,
  value,
  initialQuery,
  searchLabel,
  searchIcon,
  emptyText,
  foundText,
  onChoose,
  onLeave,
}: {
  searchRef: Ref<HTMLInputElement>;
  options: readonly ComboboxOption[] | (() => readonly ComboboxOption[]);
  value: string | undefined;
  initialQuery: string;
  searchLabel: string;
  searchIcon: ReactNode;
  emptyText: string;
  foundText: (count: number) => string;
  onChoose: (value: string) => void;
  onLeave: () => void;
}) {
  const id = useId();
  const [all] = useState(() => (typeof options === "function" ? options() : options));
  const [query, setQuery] = useState(initialQuery);
  const matches = rankOptions(all, query);
  const [active, setActive] = useState(() =>
    Math.max(0, initialQuery === "" ? matches.findIndex((option) => option.value === value) : 0),
  );

  function search(text: string) {
    setQuery(text);
    setActive(0);
  }

  function move(by: number) {
    setActive((from) => Math.min(Math.max(from + by, 0), Math.max(matches.length - 1, 0)));
  }

  function onKeyDown(event: KeyboardEvent) {
    switch (event.key) {
      case "ArrowDown":
        move(1);
        break;
      case "ArrowUp":
        move(-1);
        break;
      case "PageDown":
        move(pageLength);
        break;
      case "PageUp":
        move(-pageLength);
        break;
      case "Enter": {
        const option = matches[active];
        if (option) onChoose(option.value);
        break;
      }
      case "Tab":
        onLeave();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        {searchIcon}
        <input
          ref={searchRef}
          role="combobox"
          aria-label={searchLabel}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={matches.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={searchLabel}
          className="h-10 w-full bg-transparent text-[1rem] outline-none pointer-fine:text-base"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={searchLabel}
        className="min-h-0 flex-1 scroll-py-1 overflow-y-auto overscroll-contain p-1"
      >
        {matches.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${index}`}
            option={option}
            active={index === active}
            chosen={option.value === value}
            onChoose={onChoose}
          />
        ))}
      </div>
      <output className={matches.length > 0 ? "sr-only" : "px-3 pb-3 text-base text-muted"}>
        {matches.length > 0 ? foundText(matches.length) : emptyText}
      </output>
    </>
  );
}

type OptionProps = {
  id: string;
  option: ComboboxOption;
  active: boolean;
  chosen: boolean;
  onChoose: (value: string) => void;
};

// Compared without `onChoose`, which is new on every render: with 450 zones, an arrow key would
// otherwise render them all.
const Option = memo(
  function Option({ id, option, active, chosen, onChoose }: OptionProps) {
    const row = useRef<HTMLDivElement>(null);
    useEffect(() => {
      if (active) row.current?.scrollIntoView({ block: "nearest" });
    }, [active]);
    return (
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={chosen}
        data-active={active}
        tabIndex={-1}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(option.value)}
        className={cn(
          "flex h-8 items-center gap-3 rounded-md px-2.5 py-1 text-base select-none hover:bg-hover",
          active && "bg-hover",
        )}
      >
        <span className="size-4 shrink-0 text-accent-text">
          {chosen && <CheckIcon aria-hidden className="size-4" />}
        </span>
        <span className="min-w-0 flex-1 truncate">{option.label}</span>
        <span className="shrink-0 text-sm text-muted tabular-nums">{option.detail}</span>
      </div>
    );
  },
  (before, after) =>
    before.id === after.id &&
    before.option === after.option &&
    before.active === after.active &&
    before.chosen === after.chosen,
);
