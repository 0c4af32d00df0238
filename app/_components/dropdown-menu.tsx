"use client";

import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";
import { noteMenu } from "./focus-return";
import { floatingStyles } from "./popover";

export const DropdownMenu = Radix.Root;
export const DropdownMenuTrigger = Radix.Trigger;

export function DropdownMenuContent({
  className,
  align = "end",
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        ref={noteMenu}
        sideOffset={4}
        collisionPadding={12}
        {...props}
        align={align}
        className={cn(floatingStyles, "min-w-44 p-1", className)}
      />
    </Radix.Portal>
  );
}

const itemStyles = cn(
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left text-base outline-none select-none",
  "data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:text-muted",
);

export function DropdownMenuItem({
  icon,
  danger = false,
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.Item> & { icon?: ReactNode; danger?: boolean }) {
  return (
    <Radix.Item
      {...props}
      className={cn(
        itemStyles,
        danger && "text-danger-text data-highlighted:bg-danger-soft [&_svg]:text-danger-text",
        className,
      )}
    >
      {icon}
      {children}
    </Radix.Item>
  );
}

export function DropdownMenuLink({
  href,
  icon,
  children,
}: {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Radix.Item asChild>
      <Link href={href} className={itemStyles}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  );
}

export const DropdownMenuRadioGroup = Radix.RadioGroup;

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...props} className={cn(itemStyles, className)}>
      {children}
      <Radix.ItemIndicator className="ml-auto">
        <CheckIcon aria-hidden className="text-accent-text!" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label {...props} className={cn("px-2.5 py-1.5 text-sm text-muted", className)} />;
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
