"use client";

import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";
import { Tooltip } from "./tooltip";

const iconButtonStyles = cva(
  [
    "inline-flex shrink-0 items-center justify-center rounded-md border transition-colors duration-100",
    "disabled:opacity-50 [&_svg]:size-4",
  ],
  {
    variants: {
      variant: {
        ghost: "border-transparent text-muted hover:enabled:bg-hover hover:enabled:text-ink",
        secondary: "border-line bg-surface text-ink shadow-sm hover:enabled:bg-hover",
      },
      size: { sm: "size-8", md: "size-9" },
    },
    defaultVariants: { variant: "ghost", size: "md" },
  },
);

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> &
  VariantProps<typeof iconButtonStyles> & {
    /** Its name for screen readers, and its tooltip: "Copy link", not "Copy". */
    label: string;
    icon: ReactNode;
  };

export function IconButton({
  label,
  icon,
  variant,
  size,
  className,
  type = "button",
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <button
        {...props}
        type={type}
        aria-label={label}
        className={cn(iconButtonStyles({ variant, size }), className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
