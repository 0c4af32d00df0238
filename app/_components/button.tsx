import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent, ReactNode } from "react";

import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonStyles = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium",
    "whitespace-nowrap select-none transition-colors duration-100",
    "disabled:opacity-50 aria-disabled:cursor-default [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-on-accent shadow-sm hover:enabled:bg-accent-hover [a&]:hover:bg-accent-hover",
        secondary:
          "border-line bg-surface text-ink shadow-sm hover:enabled:bg-hover [a&]:hover:bg-hover",
        ghost:
          "border-transparent text-muted hover:enabled:bg-hover hover:enabled:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink",
        danger:
          "border-transparent bg-danger text-on-danger shadow-sm hover:enabled:bg-danger-hover [a&]:hover:bg-danger-hover",
      },
      size: {
        sm: "h-8 px-2.5 text-sm",
        md: "h-9 px-3.5 text-base",
        lg: "h-11 px-5 text-lg",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyles>;

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Shows a spinner over the label, so that the width stays, and ignores clicks; focus stays too. */
    loading?: boolean | undefined;
    icon?: ReactNode;
  };

function ignore(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

export function Button({
  variant,
  size,
  loading = false,
  icon,
  className,
  children,
  type = "button",
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      {...(loading ? { onClick: ignore, "aria-disabled": true, "aria-busy": true } : {})}
      type={type}
      className={cn(buttonStyles({ variant, size }), className)}
    >
      {loading && <Spinner className="absolute" />}
      <span className={cn("inline-flex items-center gap-2", loading && "opacity-0")}>
        {icon}
        {children}
      </span>
    </button>
  );
}
