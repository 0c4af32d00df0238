"use client";

import Link from "next/link";
import { Tabs as Radix } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "./cn";

export const Tabs = Radix.Root;

const listStyles = "flex gap-5 overflow-x-auto border-b border-line";

const tabStyles = cn(
  "-mb-px inline-flex h-10 shrink-0 items-center gap-2 border-b-2 border-transparent text-base font-medium",
  "whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2",
);

export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List {...props} className={cn(listStyles, className)} />;
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...props}
      className={cn(
        tabStyles,
        "data-[state=active]:border-accent-text data-[state=active]:text-ink",
        className,
      )}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...props} className={cn("pt-5", className)} />;
}

export type TabLink = { href: string; label: string; current: boolean };

/** Tabs that are pages of their own, such as a list's filters in its address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={listStyles}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? "page" : undefined}
          className={cn(tabStyles, link.current && "border-accent-text text-ink")}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
