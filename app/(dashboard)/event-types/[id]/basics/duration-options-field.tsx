"use client";

import { PlusIcon } from "lucide-react";
import { useState } from "react";
import { useController, useWatch } from "react-hook-form";
import { Button } from "@/app/_components/button";
import { cn } from "@/app/_components/cn";
import { FieldGroup } from "@/app/_components/field";
import { Switch } from "@/app/_components/switch";
import { chipStyles, chosenChipStyles } from "../../duration-field";
import { NumberInput } from "../../number-input";
import type { EditorForm } from "../use-editor";

const common = [15, 30, 45, 60, 90];
const [minMinutes, maxMinutes, maxOptions] = [5, 480, 10];

/** Lets invitees choose among several durations. The event's own is always one of them. */
export function DurationOptionsField({ form: { control } }: { form: EditorForm }) {
  const duration = useWatch({ control, name: "duration_minutes" });
  const {
    field: { ref, value: options, onChange },
    fieldState,
  } = useController({ control, name: "duration_options" });
  const [other, setOther] = useState(Number.NaN);
  const set = (minutes: readonly number[]) =>
    onChange([...new Set(minutes)].toSorted((a, b) => a - b));

  function toggle(minutes: number) {
    if (options === null) return;
    if (minutes === duration) return;
    const isIn = options.includes(minutes);
    set(isIn ? options.filter((option) => option !== minutes) : [...options, minutes]);
  }

  const canAdd = other >= minMinutes && other <= maxMinutes && (options?.length ?? 0) < maxOptions;
  function add() {
    if (!canAdd || options === null) return;
    set([...options, other]);
    setOther(Number.NaN);
  }

  return (
    <div className="grid gap-4 border-t border-line pt-5">
      <Switch
        ref={ref}
        label="Let invitees choose"
        hint="They pick one of several durations before they pick a time."
        checked={options !== null}
        onChange={(event) => {
          if (!event.target.checked) onChange(null);
          else set(Number.isNaN(duration) ? [30] : [duration, duration <= 240 ? duration * 2 : 60]);
        }}
      />
      {options !== null && (
        <FieldGroup
          label="Durations to choose from"
          name="duration_options"
          hint="In minutes. The one above is chosen at first."
          error={fieldState.error?.message}
        >
          <div className="flex flex-wrap items-center gap-2">
            {[...new Set([...common, ...options])]
              .toSorted((a, b) => a - b)
              .map((minutes) => (
                <button
                  key={minutes}
                  type="button"
                  aria-pressed={options.includes(minutes)}
                  aria-disabled={
                    minutes === duration ||
                    (options.length >= maxOptions && !options.includes(minutes))
                  }
                  aria-label={`${minutes} minutes`}
                  onClick={() => toggle(minutes)}
                  className={cn(
                    chipStyles,
                    options.includes(minutes) && chosenChipStyles,
                    "aria-disabled:cursor-default",
                  )}
                >
                  {minutes}
                  {minutes === duration && <span className="sr-only">, the usual one</span>}
                </button>
              ))}
            <NumberInput
              aria-label="Another duration in minutes"
              placeholder="Other"
              suffix="min"
              className="w-30"
              step={5}
              value={other}
              onValueChange={setOther}
              onEnter={add}
            />
            <Button icon={<PlusIcon aria-hidden />} disabled={!canAdd} onClick={add}>
              Add
            </Button>
          </div>
        </FieldGroup>
      )}
    </div>
  );
}
