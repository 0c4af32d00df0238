"use client";

import { FieldGroup } from "@/app/_components/field";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { Mode } from "@/server/api-keys/schema";

type Props = {
  /** The dashboard's mode: in test mode only test keys are made. */
  mode: Mode;
  value: Mode;
  onChange: (mode: Mode) => void;
  onBlur: () => void;
  error: string | undefined;
};

export function ModeField({ mode, value, onChange, onBlur, error }: Props) {
  if (mode === "test") {
    return (
      <p className="rounded-lg bg-test-soft px-3.5 py-3 text-base text-test-text">
        This will be a test key: the dashboard is in test mode. Switch it to live to create live
        keys.
      </p>
    );
  }
  return (
    <FieldGroup label="Mode" name="mode" error={error}>
      <RadioGroup
        value={value}
        onValueChange={(next) => onChange(Mode.parse(next))}
        onBlur={onBlur}
        className="sm:grid-cols-2"
      >
        <RadioGroupItem value="live" label="Live" hint="Real bookings with real people." />
        <RadioGroupItem value="test" label="Test" hint="Sees and changes test data alone." />
      </RadioGroup>
    </FieldGroup>
  );
}
