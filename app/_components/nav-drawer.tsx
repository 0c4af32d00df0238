"use client";

import { MenuIcon, XIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { useState, type ReactNode } from "react";

import { cn } from "./cn";
import { overlayStyles } from "./dialog";

const buttonStyles =
  "inline-flex size-10 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink";

/** The sidebar of a phone. It closes by itself when the page under it has changed. */
export function NavDrawer({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [openedAt, setOpenedAt] = useState<string>();
  return (
    <Radix.Root
      open={openedAt === pathname}
      onOpenChange={(open) => setOpenedAt(open ? pathname : undefined)}
    >
      <Radix.Trigger aria-label="Open menu" className={cn(buttonStyles, "-ml-1")}>
        <MenuIcon aria-hidden className="size-5" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyles} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] animate-drawer-in flex-col gap-5 border-r border-line bg-surface px-3 pt-5 pb-3 shadow-lg outline-none data-[state=closed]:animate-drawer-out"
        >
          <Radix.Title className="sr-only">Menu</Radix.Title>
          <Radix.Close
            aria-label="Close menu"
            className={cn(buttonStyles, "absolute top-3 right-2")}
          >
            <XIcon aria-hidden className="size-5" />
          </Radix.Close>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
