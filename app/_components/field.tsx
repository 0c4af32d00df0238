"use client";

import { CircleAlertIcon } from "lucide-react";
import { createContext, useContext, useId, useMemo, type ReactNode } from "react";

import { cn } from "./cn";

type FieldControl = {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-required"?: true | undefined;
};

const FieldContext = createContext<FieldControl>({});

/** What the control inside of a Field puts on its element; a control outside of any gets nothing. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext);
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** `errors.title?.message` of react-hook-form; the control turns invalid while there is one. */
  error?: string | undefined;
  /** Announced as required. Mark the optional fields for the eye instead, with `optional`, or its word in another language. */
  required?: boolean;
  optional?: boolean | string;
  /** The field's path, so that the links of a FormError find it. */
  name?: string;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error around one control: Input, Textarea, Select, Combobox, Switch. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional = false,
  name,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const control = useControl(id, hint, error, required);
  return (
    <div data-field={name} className={cn("grid content-start gap-1.5", className)}>
      <FieldLabel htmlFor={id} optional={optional}>
        {label}
      </FieldLabel>
      <FieldContext value={control}>{children}</FieldContext>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The same around several controls that answer one question: a RadioGroup, a row of checkboxes. */
export function FieldGroup({
  label,
  hint,
  error,
  required = false,
  optional = false,
  name,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const { "aria-describedby": describedBy } = useControl(id, hint, error, required);
  return (
    <fieldset
      data-field={name}
      aria-describedby={describedBy}
      className={cn("grid content-start gap-2", className)}
    >
      <legend className="mb-2 text-base font-medium">
        {label}
        <Optional is={optional} />
      </legend>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function useControl(
  id: string,
  hint: ReactNode,
  error: string | undefined,
  required: boolean,
): FieldControl {
  const hasHint = hint !== undefined && hint !== null;
  const hasError = error !== undefined;
  return useMemo(
    () => ({
      id,
      "aria-describedby":
        [hasHint && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(" ") || undefined,
      "aria-invalid": hasError ? true : undefined,
      "aria-required": required ? true : undefined,
    }),
    [id, hasHint, hasError, required],
  );
}

function FieldLabel(props: { htmlFor: string; optional: boolean | string; children: ReactNode }) {
  return (
    <label htmlFor={props.htmlFor} className="w-fit text-base font-medium">
      {props.children}
      <Optional is={props.optional} />
    </label>
  );
}

function Optional({ is }: { is: boolean | string }) {
  if (is === false) return null;
  return (
    <span className="ml-1.5 text-sm font-normal text-faint">{is === true ? "Optional" : is}</span>
  );
}

function FieldNotes(props: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {props.hint !== undefined && props.hint !== null && (
        <p id={`${props.id}-hint`} className="text-sm text-muted">
          {props.hint}
        </p>
      )}
      {props.error !== undefined && (
        <p id={`${props.id}-error`} className="flex gap-1.5 text-sm text-danger-text">
          <CircleAlertIcon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {/* The schemas' messages go on from a field's name: "must not be empty". */}
          <span className="first-letter:uppercase">{props.error}</span>
        </p>
      )}
    </>
  );
}
