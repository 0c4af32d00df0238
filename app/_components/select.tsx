"use client";

import { CheckIcon, ChevronDownIcon } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ComponentProps, ReactNode, Ref } from "react";

import { cn } from "./cn";
import { useFieldControl } from "./field";
import { floatingStyles } from "./popover";

export type SelectProps = Omit<ComponentProps<typeof Radix.Root>, "children"> & {
  placeholder?: string;
  /** The trigger's accessible name, where no Field around it gives one. */
  "aria-label"?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
  onBlur?: () => void;
  children: ReactNode;
};

/**
 * Children are SelectItems, in SelectGroups if there are kinds of them. In a form, wrap it in
 * react-hook-form's Controller: `value`, `onValueChange={field.onChange}`, `ref`, `onBlur`.
 */
export function Select({
  placeholder = "Choose…",
  "aria-label": ariaLabel,
  className,
  ref,
  onBlur,
  children,
  ...props
}: SelectProps) {
  const control = useFieldControl();
  return (
    <Radix.Root {...props}>
      <Radix.Trigger
        {...control}
        ref={ref}
        onBlur={onBlur}
        aria-label={ariaLabel}
        className={cn(
          "control flex h-9 items-center justify-between gap-2 px-3 text-left data-placeholder:text-faint",
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDownIcon aria-hidden className="size-4 shrink-0 text-muted" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={12}
          className={cn(
            floatingStyles,
            "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden",
          )}
        >
          <Radix.Viewport className="p-1">{children}</Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function SelectItem({ className, children, ...props }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      {...props}
      className={cn(
        "relative flex min-h-8 items-center rounded-md py-1.5 pr-8 pl-2.5 text-base outline-none select-none",
        "data-disabled:opacity-50 data-highlighted:bg-hover",
        className,
      )}
    >
      <Radix.ItemText>{children}</Radix.ItemText>
      <Radix.ItemIndicator className="absolute right-2.5">
        <CheckIcon aria-hidden className="size-4 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
