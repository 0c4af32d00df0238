"use client";

import { useController } from "react-hook-form";
import { FieldGroup } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import { Switch } from "@/app/_components/switch";
import { NumberInput } from "../../number-input";
import type { EditorForm } from "../use-editor";

const periods = {
  daily: "per day",
  weekly: "per week",
  monthly: "per month",
  total: "in total",
} as const;

const usualCap = 5;

/** At most so many bookings in a period. */
export function CapFields({ form: { control } }: { form: EditorForm }) {
  const {
    field: { ref, value: cap, onChange, onBlur },
    fieldState,
  } = useController({ control, name: "booking_cap" });
  const {
    field: { value: period, onChange: onPeriodChange },
  } = useController({ control, name: "booking_cap_period" });
  const isCapped = cap !== null;
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <Switch
        ref={isCapped ? undefined : ref}
        label="Limit the number of bookings"
        hint="Once it is reached, no further time of that period is offered."
        checked={isCapped}
        onChange={(event) => {
          onChange(event.target.checked ? usualCap : null);
          onPeriodChange(event.target.checked ? "daily" : null);
        }}
      />
      {cap !== null && (
        <FieldGroup label="At most" name="booking_cap" error={fieldState.error?.message}>
          <div className="flex max-w-72 gap-2">
            <NumberInput
              ref={ref}
              aria-label="Bookings at most"
              aria-invalid={fieldState.invalid ? true : undefined}
              value={cap}
              onValueChange={onChange}
              onBlur={onBlur}
            />
            <Select
              aria-label="Period of the limit"
              value={period ?? "daily"}
              onValueChange={onPeriodChange}
            >
              {Object.entries(periods).map(([value, label]) => (
                <SelectItem key={value} value={value}>
                  {label}
                </SelectItem>
              ))}
            </Select>
          </div>
        </FieldGroup>
      )}
    </div>
  );
}
