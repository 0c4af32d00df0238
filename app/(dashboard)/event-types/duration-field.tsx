"use client";

import type { Ref } from "react";
import { cn } from "@/app/_components/cn";
import { FieldGroup } from "@/app/_components/field";
import { NumberInput } from "./number-input";

const common = [15, 30, 45, 60, 90];

type Props = {
  value: number;
  onValueChange: (minutes: number) => void;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
};

/** How long the event is: one of the usual durations by a click, any other by typing. */
export function DurationField({ value, onValueChange, error, inputRef }: Props) {
  return (
    <FieldGroup label="Duration" name="duration_minutes" error={error} required>
      <div className="flex flex-wrap items-center gap-2">
        <NumberInput
          ref={inputRef}
          aria-label="Duration in minutes"
          aria-invalid={error === undefined ? undefined : true}
          suffix="min"
          step={5}
          className="w-28"
          value={value}
          onValueChange={onValueChange}
        />
        {common.map((minutes) => (
          <button
            key={minutes}
            type="button"
            aria-pressed={value === minutes}
            aria-label={`${minutes} minutes`}
            onClick={() => onValueChange(minutes)}
            className={cn(chipStyles, value === minutes && chosenChipStyles)}
          >
            {minutes}
          </button>
        ))}
      </div>
    </FieldGroup>
  );
}

export const chipStyles =
  "inline-flex h-9 min-w-11 items-center justify-center rounded-md border border-line bg-surface px-2.5 text-base tabular-nums text-muted hover:bg-hover hover:text-ink";
export const chosenChipStyles =
  "border-accent-text bg-accent-soft font-medium text-accent-text hover:bg-accent-soft hover:text-accent-text";
