"use client";

import { useController } from "react-hook-form";
import { Field } from "@/app/_components/field";
import { Switch } from "@/app/_components/switch";
import { NumberInput } from "../../number-input";
import type { EditorForm } from "../use-editor";

const usualDays = 60;

/** How far ahead one can book, if there is an end to it. */
export function WindowField({ form: { control } }: { form: EditorForm }) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name: "booking_window_days" });
  const isLimited = value !== null;
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <Switch
        ref={isLimited ? undefined : ref}
        label="Limit how far ahead"
        hint="Without a limit, any date in the future can be booked."
        checked={isLimited}
        onChange={(event) => onChange(event.target.checked ? usualDays : null)}
      />
      {value !== null && (
        <Field
          label="Days ahead"
          name="booking_window_days"
          error={fieldState.error?.message}
          className="max-w-40"
        >
          <NumberInput
            ref={ref}
            suffix="days"
            value={value}
            onValueChange={onChange}
            onBlur={onBlur}
          />
        </Field>
      )}
    </div>
  );
}
