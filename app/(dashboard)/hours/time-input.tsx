"use client";

import { type KeyboardEvent, type Ref, useId, useRef, useState, useSyncExternalStore } from "react";
import { Input } from "@/app/_components/input";
import { Popover, PopoverAnchor, PopoverContent } from "@/app/_components/popover";
import { clockChoices, type ClockSide, clockMinutes, readClock, showClock } from "./clock";
import { TimeChoices } from "./time-choices";

export type TimeInputProps = {
  label: string;
  side: ClockSide;
  /** "HH:MM", or what was typed instead. */
  value: string;
  onValueChange: (value: string) => void;
  /** The start of the window that this is the end of. */
  start?: string;
  /** Id of the sentence that says what is wrong. */
  problemId?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A time of day: typed in any usual way or picked from a list; by the system's own picker on a touch screen. */
export function TimeInput(props: TimeInputProps) {
  const isTouch = useSyncExternalStore(
    watchPointer,
    () => matchMedia(coarse).matches,
    () => false,
  );
  return isTouch ? <SystemTimeInput {...props} /> : <TypedTimeInput {...props} />;
}

const coarse = "(pointer: coarse)";

function watchPointer(onChange: () => void): () => void {
  const query = matchMedia(coarse);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** A picker has no 24:00: as an end, 00:00 is the midnight after. */
function SystemTimeInput({ label, side, value, onValueChange, problemId, ref }: TimeInputProps) {
  return (
    <Input
      ref={ref}
      type="time"
      aria-label={label}
      aria-invalid={problemId === undefined ? undefined : true}
      aria-describedby={problemId}
      // Without its clock, the whole time fits on the narrowest phone; a tap anywhere opens the picker.
      className="min-w-0 px-2.5 [&::-webkit-calendar-picker-indicator]:hidden"
      value={value === "24:00" ? "00:00" : value}
      onChange={(event) => {
        const typed = event.target.value;
        onValueChange(side === "end" && typed === "00:00" ? "24:00" : typed);
      }}
    />
  );
}

function TypedTimeInput({
  label,
  side,
  value,
  onValueChange,
  start,
  problemId,
  ref,
}: TimeInputProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string>();
  const choices = clockChoices(side, start);

  function commit() {
    if (typed !== undefined) onValueChange(readClock(typed, side, start) ?? typed.trim());
    setTyped(undefined);
    setOpen(false);
  }
  function choose(choice: string) {
    onValueChange(choice);
    setTyped(undefined);
    setOpen(false);
  }
  /** Opens at what is there, or at the choice nearest to it. */
  function show() {
    const minutes = clockMinutes(value) ?? 9 * 60;
    setActive(choices.find((choice) => (clockMinutes(choice) ?? 0) >= minutes) ?? choices.at(-1));
    setOpen(true);
  }
  function move(by: number) {
    const at = active === undefined ? -1 : choices.indexOf(active);
    setActive(choices[Math.min(Math.max(at + by, 0), choices.length - 1)]);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) move(event.key === "ArrowDown" ? 1 : -1);
      else show();
    } else if (event.key === "Enter") {
      // Enter takes the time; it does not send the form from here.
      event.preventDefault();
      if (open && active !== undefined && typed === undefined) choose(active);
      else commit();
    } else if (event.key === "Escape" && (open || typed !== undefined)) {
      event.stopPropagation();
      setTyped(undefined);
      setOpen(false);
    }
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverAnchor asChild>
        <input
          ref={(element) => {
            input.current = element;
            if (typeof ref === "function") ref(element);
            else if (ref) ref.current = element;
          }}
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          aria-controls={listId}
          aria-haspopup="listbox"
          aria-activedescendant={open && active !== undefined ? `${listId}-${active}` : undefined}
          aria-invalid={problemId === undefined ? undefined : true}
          aria-describedby={problemId}
          autoComplete="off"
          spellCheck={false}
          className="control h-9 min-w-0 px-2.5 tabular-nums"
          value={typed ?? showClock(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(false);
          }}
          onFocus={(event) => event.target.select()}
          onClick={() => (open ? undefined : show())}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </PopoverAnchor>
      <PopoverContent
        role="presentation"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          // A click into the input itself is no click elsewhere.
          if (event.target === input.current) event.preventDefault();
        }}
        className="max-h-64 w-44 p-1"
      >
        <TimeChoices
          id={listId}
          choices={choices}
          value={value}
          active={active}
          start={side === "end" ? start : undefined}
          onChoose={choose}
        />
      </PopoverContent>
    </Popover>
  );
}
