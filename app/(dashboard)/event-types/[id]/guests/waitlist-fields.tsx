"use client";

import { useController, useWatch } from "react-hook-form";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Switch } from "@/app/_components/switch";
import { NumberInput } from "../../number-input";
import type { EditorForm } from "../use-editor";

const usualSize = 20;

export function WaitlistFields({ form }: { form: EditorForm }) {
  const isEnabled = useWatch({ control: form.control, name: "waitlist_enabled" });
  return (
    <div className="grid gap-4">
      <Checkbox
        {...form.register("waitlist_enabled")}
        label="People can wait for a place"
        hint="What is cancelled or moved away is held for the first in line for a day, before anybody else can book it."
      />
      {isEnabled && <SizeField form={form} />}
    </div>
  );
}

function SizeField({ form: { control } }: { form: EditorForm }) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState,
  } = useController({ control, name: "waitlist_max_size" });
  const isLimited = value !== null;
  return (
    <div className="grid gap-3">
      <Switch
        ref={isLimited ? undefined : ref}
        label="Limit the line"
        hint="Without a limit, any number of people can wait."
        checked={isLimited}
        onChange={(event) => onChange(event.target.checked ? usualSize : null)}
      />
      {value !== null && (
        <Field
          label="People in line"
          name="waitlist_max_size"
          error={fieldState.error?.message}
          className="max-w-40"
        >
          <NumberInput ref={ref} value={value} onValueChange={onChange} onBlur={onBlur} />
        </Field>
      )}
    </div>
  );
}
