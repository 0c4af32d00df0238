/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props --
   <select> has no search; Radix adds aria-expanded and aria-controls to the trigger */
"use client";

import { ChevronsUpDownIcon, SearchIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";

import { cn } from "./cn";
import { ComboboxList } from "./combobox-list";
import { useFieldControl } from "./field";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export type ComboboxOption = {
  value: string;
  label: string;
  /** At the right of the label, in quieter type. */
  detail?: string;
  /** Found by, but not shown. */
  keywords?: string;
};

export type ComboboxProps = {
  value: string | undefined;
  onValueChange: (value: string) => void;
  /** A function is called when the list is first opened, for a list that costs time to build. */
  options: readonly ComboboxOption[] | (() => readonly ComboboxOption[]);
  /** What the closed box shows; by default the chosen option's label. */
  display?: ReactNode;
  placeholder?: string;
  searchLabel?: string;
  emptyText?: string;
  /** Read out: how many options match. */
  foundText?: (count: number) => string;
  /** The box's accessible name, where no Field around it gives one. */
  "aria-label"?: string;
  /** Open from the start. */
  defaultOpen?: boolean;
  disabled?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  onBlur?: () => void;
};

const englishFound = (count: number): string => `${count} found`;

/** A select with a search box: for lists too long to scroll through. */
export function Combobox({
  value,
  onValueChange,
  options,
  display,
  placeholder = "Choose…",
  searchLabel = "Search",
  emptyText = "Nothing matches. Try fewer letters.",
  foundText = englishFound,
  "aria-label": ariaLabel,
  defaultOpen = false,
  disabled,
  className,
  ref,
  onBlur,
}: ComboboxProps) {
  const control = useFieldControl();
  const search = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(defaultOpen);
  const [firstKey, setFirstKey] = useState("");

  function change(next: boolean) {
    setOpen(next);
    if (!next) setFirstKey("");
  }

  // Like a native select: an arrow opens it, and a letter opens it with the search begun.
  function openByKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isLetter = event.key.length === 1 && event.key !== " ";
    if (!isLetter && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setFirstKey(isLetter ? event.key : "");
    setOpen(true);
  }

  const chosen =
    display ??
    (typeof options === "function"
      ? value
      : options.find((option) => option.value === value)?.label);
  return (
    <Popover modal open={open} onOpenChange={change}>
      <PopoverTrigger
        {...control}
        ref={ref}
        type="button"
        role="combobox"
        aria-label={ariaLabel}
        disabled={disabled}
        onBlur={onBlur}
        onKeyDown={openByKey}
        className={cn(
          "control flex h-9 items-center justify-between gap-2 px-3 text-left",
          className,
        )}
      >
        <span className={cn("min-w-0 flex-1 truncate", chosen === undefined && "text-faint")}>
          {chosen ?? placeholder}
        </span>
        <ChevronsUpDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
      </PopoverTrigger>
      <PopoverContent
        aria-label={searchLabel}
        onOpenAutoFocus={(event) => {
          // Radix would select the letter that opened the list, and the next one would replace it.
          event.preventDefault();
          search.current?.focus();
          search.current?.setSelectionRange(firstKey.length, firstKey.length);
        }}
        className="flex max-h-80 w-(--radix-popover-trigger-width) min-w-72 flex-col overflow-hidden p-0"
      >
        <ComboboxList
          searchRef={search}
          options={options}
          value={value}
          initialQuery={firstKey}
          searchLabel={searchLabel}
          searchIcon={<SearchIcon aria-hidden className="size-4 shrink-0 text-muted" />}
          emptyText={emptyText}
          foundText={foundText}
          onChoose={(next) => {
            onValueChange(next);
            change(false);
          }}
          onLeave={() => change(false)}
        />
      </PopoverContent>
    </Popover>
  );
}
