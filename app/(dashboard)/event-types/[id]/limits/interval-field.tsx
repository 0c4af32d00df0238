"use client";

import { useController, useWatch } from "react-hook-form";
import { Field } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import type { EditorForm } from "../use-editor";

const usual = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const oneAfterTheOther = "none";

/** How far one offered start is from the next. */
export function IntervalField({ form: { control } }: { form: EditorForm }) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name: "slot_interval_minutes" });
  const lengths = useWatch({
    control,
    name: ["duration_minutes", "buffer_before_minutes", "buffer_after_minutes"],
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const choices = [...new Set([...usual, ...(value === null ? [] : [value])])];
  return (
    <Field
      label="Start times"
      name="slot_interval_minutes"
      hint="Counted from the beginning of each opening. Shorter steps offer more times, and leave more gaps."
      error={fieldState.error?.message}
    >
      <Select
        value={value === null ? oneAfterTheOther : String(value)}
        onValueChange={(next) => onChange(next === oneAfterTheOther ? null : Number(next))}
        ref={ref}
        onBlur={onBlur}
        className="max-w-sm"
      >
        <SelectItem value={oneAfterTheOther}>
          {Number.isNaN(whole) ? "One after the other" : `One after the other (${whole} min)`}
        </SelectItem>
        {choices
          .toSorted((a, b) => a - b)
          .map((minutes) => (
            <SelectItem key={minutes} value={String(minutes)}>
              Every {minutes} minutes
            </SelectItem>
          ))}
      </Select>
    </Field>
  );
}
