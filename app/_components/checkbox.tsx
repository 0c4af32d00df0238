"use client";

import { CheckIcon } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

import { cn } from "./cn";
import { useFieldControl } from "./field";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A native checkbox, so that `register("name")` of react-hook-form is all it needs. */
export function Checkbox({ label, hint, error, className, ...props }: CheckboxProps) {
  const id = useId();
  const { id: _fieldId, ...control } = useFieldControl();
  const notes = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return (
    <div className={cn("grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5", className)}>
      <span className="relative mt-0.75 inline-flex size-4">
        <input
          {...control}
          aria-describedby={notes.filter(Boolean).join(" ") || undefined}
          aria-invalid={error === undefined ? undefined : true}
          {...props}
          id={id}
          type="checkbox"
          className="peer size-4 appearance-none rounded-sm border border-control bg-surface checked:border-accent-text checked:bg-accent disabled:opacity-50 aria-invalid:border-danger"
        />
        <CheckIcon
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 hidden size-3 text-on-accent peer-checked:block"
        />
      </span>
      <label htmlFor={id} className="text-base">
        {label}
      </label>
      <div className="col-start-2 grid text-sm">
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-muted">
            {hint}
          </p>
        )}
        {error !== undefined && (
          <p id={`${id}-error`} className="text-danger-text">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
