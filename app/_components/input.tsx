"use client";

import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";
import { useFieldControl } from "./field";

export type InputProps = ComponentProps<"input"> & {
  /** Shown inside of the box, before or after what is typed: "https://", "minutes". */
  prefix?: ReactNode;
  suffix?: ReactNode;
};

export function Input({ prefix, suffix, className, type = "text", ...props }: InputProps) {
  const control = useFieldControl();
  if (prefix === undefined && suffix === undefined) {
    return (
      <input {...control} {...props} type={type} className={cn("control h-9 px-3", className)} />
    );
  }
  return (
    <div
      className={cn(
        "control flex h-9 items-center overflow-hidden has-disabled:bg-subtle has-disabled:text-muted",
        "has-focus-visible:border-ring has-focus-visible:outline-2 has-focus-visible:outline-ring",
        "has-aria-invalid:border-danger",
        className,
      )}
    >
      <Affix className="pl-3">{prefix}</Affix>
      <input
        {...control}
        {...props}
        type={type}
        className="h-full w-full min-w-0 bg-transparent px-3 outline-none nth-2:pl-0.5"
      />
      <Affix className="pr-3">{suffix}</Affix>
    </div>
  );
}

function Affix({ className, children }: { className: string; children: ReactNode }) {
  if (children === undefined) return null;
  return <span className={cn("shrink-0 text-muted select-none", className)}>{children}</span>;
}
