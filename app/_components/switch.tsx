/* oxlint-disable jsx-a11y/role-has-required-aria-props -- a checkbox tells its own state; HTML forbids
   aria-checked on it (https://www.w3.org/TR/html-aria/#docconformance) */
"use client";

import { useId, type ComponentProps, type ReactNode } from "react";

import { cn } from "./cn";

export type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** A setting that is on or off: its name at the left, the switch at the right. Works with `register`. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start justify-between gap-4", className)}>
      <div className="grid">
        <label htmlFor={id} className="text-base font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
      <input
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...props}
        id={id}
        type="checkbox"
        role="switch"
        className={cn(
          "mt-0.5 inline-flex h-5 w-9 shrink-0 appearance-none items-center rounded-full bg-control p-0.5",
          "transition-colors before:size-4 before:rounded-full before:bg-white before:shadow-sm",
          "before:transition-transform checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-50",
        )}
      />
    </div>
  );
}
