"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/app/_components/checkbox";
import { FieldGroup } from "@/app/_components/field";
import type { EditorForm } from "../use-editor";
import { showMinutes } from "../units";

const usual = [10_080, 2_880, 1_440, 120, 60, 15];

/** At most five (contract §3); what was set over the API stays among the choices. */
export function RemindersField({ form }: { form: EditorForm }) {
  const { field, fieldState } = useController({
    control: form.control,
    name: "reminder_intervals",
  });
  const chosen = field.value;
  const choices = [...new Set([...usual, ...chosen])].toSorted((a, b) => b - a);
  return (
    <FieldGroup
      label="Before it starts"
      name="reminder_intervals"
      error={fieldState.error?.message}
    >
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((minutes) => (
          <Checkbox
            key={minutes}
            label={showMinutes(minutes)}
            checked={chosen.includes(minutes)}
            disabled={!chosen.includes(minutes) && chosen.length >= 5}
            onChange={(event) =>
              field.onChange(
                event.target.checked
                  ? [...chosen, minutes].toSorted((a, b) => b - a)
                  : chosen.filter((each) => each !== minutes),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
