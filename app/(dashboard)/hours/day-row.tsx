"use client";

import { PlusIcon } from "lucide-react";
import { useRef } from "react";
import { Checkbox } from "@/app/_components/checkbox";
import { IconButton } from "@/app/_components/icon-button";
import { CopyHours } from "./copy-hours";
import { type HoursWindow, nextWindow, usualHours, weekdayNames } from "./week";
import { WindowRows } from "./window-rows";

type Props = {
  day: number;
  windows: readonly HoursWindow[];
  onChange: (windows: readonly HoursWindow[]) => void;
  onCopy: (to: ReadonlySet<number>) => void;
};

/** One day of the week: open or closed, its windows, and what can be done with them. */
export function DayRow({ day, windows, onChange, onCopy }: Props) {
  const name = weekdayNames[day] ?? "";
  // What was there before the day was closed by mistake comes back with it.
  const closed = useRef<readonly HoursWindow[]>([usualHours]);
  const next = nextWindow(windows);
  const isOpen = windows.length > 0;

  function toggle(open: boolean) {
    if (!open) closed.current = windows;
    onChange(open ? closed.current : []);
  }

  return (
    <li
      data-day={day}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 border-b border-line py-3 last:border-b-0 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
    >
      <Checkbox
        label={<span className={isOpen ? "font-medium" : "text-muted"}>{name}</span>}
        checked={isOpen}
        onChange={(event) => toggle(event.target.checked)}
        className="py-1.5"
      />
      <div className="max-sm:order-last max-sm:col-span-2">
        {isOpen ? (
          <WindowRows day={name} windows={windows} onChange={onChange} />
        ) : (
          <p className="text-muted max-sm:hidden sm:py-1.5">Closed</p>
        )}
      </div>
      <div className="flex h-9 items-center">
        {!isOpen && <span className="mr-2 text-muted sm:hidden">Closed</span>}
        <IconButton
          data-add=""
          label={next === null ? `${name} has no time left` : `Add hours on ${name}`}
          size="sm"
          icon={<PlusIcon aria-hidden />}
          aria-disabled={next === null}
          onClick={() => next !== null && onChange([...windows, next])}
        />
        <CopyHours day={day} onCopy={onCopy} />
      </div>
    </li>
  );
}
