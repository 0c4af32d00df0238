"use client";

import type { ComponentProps } from "react";

import { cn } from "./cn";
import { useFieldControl } from "./field";

/** Grows with its text where the browser can, from `rows` lines up to 24 rem. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  const control = useFieldControl();
  return (
    <textarea
      {...control}
      {...props}
      rows={rows}
      className={cn("control field-sizing-content max-h-96 min-h-20 px-3 py-2", className)}
    />
  );
}
