"use client";

import { RadioGroup as Radix } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";

import { cn } from "./cn";

/** Put it into a FieldGroup, whose legend is its question. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root {...props} className={cn("grid gap-2", className)} />;
}

/** One answer, as a card that can be clicked anywhere. */
export function RadioGroupItem({
  label,
  hint,
  className,
  ...props
}: Omit<ComponentProps<typeof Radix.Item>, "children"> & { label: ReactNode; hint?: ReactNode }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={cn(
        "flex items-start gap-3 rounded-lg border border-line bg-surface px-3.5 py-3",
        "has-data-[state=checked]:border-accent-text has-data-[state=checked]:bg-accent-soft",
        "has-disabled:opacity-50",
        className,
      )}
    >
      <Radix.Item
        {...props}
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="mt-0.75 inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface data-[state=checked]:border-accent-text data-[state=checked]:bg-accent"
      >
        <Radix.Indicator className="size-1.5 rounded-full bg-on-accent" />
      </Radix.Item>
      <span className="grid">
        <span id={`${id}-label`} className="text-base font-medium">
          {label}
        </span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
