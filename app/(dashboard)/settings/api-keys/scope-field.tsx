"use client";

import { useState } from "react";
import { FieldGroup } from "@/app/_components/field";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { ScopeMatrix } from "./scope-matrix";
import { type GrantedScope, type Preset, presetOf, presetScopes, spelledOut } from "./scope-words";

type Props = {
  value: readonly GrantedScope[];
  onChange: (scopes: GrantedScope[]) => void;
  error: string | undefined;
};

const presets = {
  full: { label: "Full access", hint: "Everything its mode allows, now and later." },
  read: { label: "Read only", hint: "Sees everything, changes nothing." },
  bookings: {
    label: "Bookings only",
    hint: "Asks for free times; books, moves and cancels.",
  },
  custom: { label: "Custom", hint: "Choose for each resource." },
} as const satisfies Record<Preset, object>;

const isPreset = (value: string): value is Preset => Object.hasOwn(presets, value);
const presetNames = Object.keys(presets).filter(isPreset);

/** What the key may do: one of three usual sets, or any. Custom begins with the set that was chosen before. */
export function ScopeField({ value, onChange, error }: Props) {
  const [isCustom, setCustom] = useState(() => presetOf(value) === "custom");

  function choose(preset: string) {
    if (!isPreset(preset)) return;
    setCustom(preset === "custom");
    onChange(preset === "custom" ? spelledOut(value) : [...presetScopes[preset]]);
  }

  return (
    <FieldGroup label="Access" name="scopes" error={error}>
      <RadioGroup
        value={isCustom ? "custom" : presetOf(value)}
        onValueChange={choose}
        className="sm:grid-cols-2"
      >
        {presetNames.map((preset) => (
          <RadioGroupItem key={preset} value={preset} {...presets[preset]} />
        ))}
      </RadioGroup>
      {isCustom && <ScopeMatrix value={value} onChange={onChange} />}
    </FieldGroup>
  );
}
