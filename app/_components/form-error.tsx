"use client";

import { CircleAlertIcon } from "lucide-react";
import { useEffect, useRef } from "react";

export type FormErrorValue = {
  message: string;
  /** Field path → what is wrong with it, as the API's `error.details`. */
  details?: Readonly<Record<string, string>> | undefined;
};

const noLabels: Readonly<Record<string, string>> = {};

/**
 * Why the whole form was refused. Takes focus whenever `error` is a new object, so that a second
 * refusal in the same words is heard too. A detail links to the Field whose `name` is its path.
 */
export function FormError({
  error,
  labels = noLabels,
}: {
  error: FormErrorValue | null | undefined;
  /** Field path → its label on screen. */
  labels?: Readonly<Record<string, string>>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);

  if (!error) return null;
  const details = Object.entries(error.details ?? {});
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-lg border border-danger/40 bg-danger-soft px-3.5 py-3 text-base"
    >
      <CircleAlertIcon aria-hidden className="mt-0.75 size-4 shrink-0 text-danger-text" />
      <div className="grid gap-1">
        <p className="font-medium">{error.message}</p>
        {details.length > 0 && (
          <ul className="grid gap-0.5">
            {details.map(([path, message]) => (
              <li key={path}>
                <button
                  type="button"
                  onClick={() => focusField(box.current, path)}
                  className="text-left text-danger-text underline underline-offset-2"
                >
                  {labels[path] ?? path}: {message}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function focusField(box: HTMLElement | null, path: string) {
  const form = box?.closest("form") ?? document;
  const field = form.querySelector(`[data-field="${CSS.escape(path)}"]`);
  const control = field?.querySelector("input, textarea, select, button");
  if (control instanceof HTMLElement) control.focus();
}
