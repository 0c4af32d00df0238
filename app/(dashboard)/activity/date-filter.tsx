"use client";

import { useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { isDate } from "./filters";

type Props = {
  label: string;
  /** A date, or empty for none. */
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onChoose: (value: string) => void;
};

/** A date that is chosen once it is complete: while a year is typed, it is a year long ago. */
export function DateFilter({ label, value, min, max, onChoose }: Props) {
  const [chosen, setChosen] = useState(value);
  const [typed, setTyped] = useState(value);
  if (chosen !== value) {
    setChosen(value);
    setTyped(value);
  }
  return (
    <Field label={label}>
      <Input
        type="date"
        min={min}
        max={max}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value === "" || isDate(target.value)) onChoose(target.value);
        }}
      />
    </Field>
  );
}
