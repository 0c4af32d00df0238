"use client";

import { RadioGroup as Radix } from "radix-ui";
import type { ReactNode } from "react";

import { cn } from "./cn";

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  /** `test` turns the chosen segment amber. */
  tone?: "neutral" | "test";
};

export type SegmentedProps<Value extends string> = {
  /** What is being chosen: the group's accessible name. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly SegmentedOption<Value>[];
  disabled?: boolean;
  className?: string;
};

/** Two to four exclusive choices that take effect at once, such as live and test. */
export function Segmented<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  disabled = false,
  className,
}: SegmentedProps<Value>) {
  return (
    <Radix.Root
      aria-label={label}
      orientation="horizontal"
      disabled={disabled}
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onValueChange(option.value);
      }}
      className={cn("inline-flex rounded-lg border border-line bg-subtle p-0.5", className)}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className={cn(
            "inline-flex h-7 flex-1 items-center justify-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap text-muted",
            "hover:enabled:text-ink disabled:opacity-50",
            "data-[state=checked]:bg-raised data-[state=checked]:text-ink data-[state=checked]:shadow-sm data-[state=checked]:ring-1 data-[state=checked]:ring-line",
            option.tone === "test" &&
              "data-[state=checked]:bg-test data-[state=checked]:text-on-test data-[state=checked]:ring-0 data-[state=checked]:hover:text-on-test",
          )}
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
