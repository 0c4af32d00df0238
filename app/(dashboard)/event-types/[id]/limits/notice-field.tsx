"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { FieldGroup } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import { NumberInput } from "../../number-input";
import { inUnits, unitMinutes, units } from "../units";
import type { EditorForm } from "../use-editor";

/** How long before its start an event can still be booked, in the unit one thinks of it in. */
export function NoticeField({ form: { control } }: { form: EditorForm }) {
  const {
    field: { ref, value: minutes, onChange, onBlur },
    fieldState,
  } = useController({ control, name: "minimum_notice_minutes" });
  const [unit, setUnit] = useState(() => inUnits(minutes).unit);
  // Reset from elsewhere to what this unit cannot say in whole numbers.
  const shown = Number.isInteger(minutes / unitMinutes[unit]) ? unit : inUnits(minutes).unit;
  const amount = minutes / unitMinutes[shown];
  return (
    <FieldGroup
      label="Minimum notice"
      name="minimum_notice_minutes"
      hint={
        minutes === 0
          ? "Bookings are taken up to the last minute."
          : "Times sooner than this are not offered."
      }
      error={inUnit(fieldState.error?.message)}
    >
      <div className="flex max-w-72 gap-2">
        <NumberInput
          ref={ref}
          aria-label="Minimum notice"
          aria-invalid={fieldState.invalid ? true : undefined}
          value={amount}
          onValueChange={(next) => onChange(next * unitMinutes[shown])}
          onBlur={onBlur}
        />
        <Select
          aria-label="Unit of the minimum notice"
          value={shown}
          onValueChange={(value) => {
            const next = units.find((each) => each === value) ?? "minutes";
            setUnit(next);
            onChange(amount * unitMinutes[next]);
          }}
        >
          {units.map((each) => (
            <SelectItem key={each} value={each}>
              {each}
            </SelectItem>
          ))}
        </Select>
      </div>
    </FieldGroup>
  );
}

/** The schema counts minutes, whatever unit is shown. */
const inUnit = (message: string | undefined) => message?.replace(/\b43200\b/, "30 days");
