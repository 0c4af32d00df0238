"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "./cn";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;

/** The look that popovers, menus and listboxes share. */
export const floatingStyles = cn(
  "z-50 rounded-lg border border-line bg-raised shadow-md outline-none",
  "animate-pop-in data-[state=closed]:animate-pop-out",
);

export function PopoverContent({
  className,
  align = "start",
  sideOffset = 6,
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        collisionPadding={12}
        {...props}
        align={align}
        sideOffset={sideOffset}
        className={cn(
          floatingStyles,
          "max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1.5rem)] overflow-auto p-4",
          className,
        )}
      />
    </Radix.Portal>
  );
}
