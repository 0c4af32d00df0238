"use client";

import { XIcon } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";
import { useFocusReturn } from "./focus-return";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export const overlayStyles =
  "fixed inset-0 z-50 bg-overlay animate-fade-in data-[state=closed]:animate-fade-out";

/** A sheet at the bottom of a phone; in the middle of anything wider. Gone at once when closed: while it faded it would keep focus. */
export const dialogStyles = cn(
  "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full flex-col overflow-hidden",
  "rounded-t-xl border border-line bg-raised shadow-lg outline-none",
  "animate-sheet-in",
  "sm:top-[12dvh] sm:bottom-auto sm:max-h-[80dvh] sm:rounded-xl sm:animate-pop-in",
);

const widths = { sm: "sm:max-w-md", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

export type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof widths;
  /** False where losing what is shown cannot be undone, such as a key that is shown once. */
  dismissible?: boolean;
};

/** Put DialogBody and DialogFooter in it; a form around both takes the class `contents`. */
export function DialogContent({
  title,
  description,
  size = "md",
  dismissible = true,
  className,
  children,
  ...props
}: DialogContentProps) {
  const focusReturn = useFocusReturn();
  const keepOpen = dismissible
    ? {}
    : {
        onEscapeKeyDown: (event: Event) => event.preventDefault(),
        onInteractOutside: (event: Event) => event.preventDefault(),
      };
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayStyles} />
      <Radix.Content
        {...(description === undefined ? { "aria-describedby": undefined } : {})}
        {...keepOpen}
        {...focusReturn}
        {...props}
        className={cn(dialogStyles, widths[size], className)}
      >
        <div className="grid gap-1 px-5 pt-5 pr-12">
          <Radix.Title className="text-xl font-semibold">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="text-base text-muted">{description}</Radix.Description>
          )}
        </div>
        {children}
        {dismissible && (
          <Radix.Close
            aria-label="Close"
            className="absolute top-3.5 right-3.5 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
          >
            <XIcon aria-hidden className="size-4" />
          </Radix.Close>
        )}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn("grid min-h-0 content-start gap-4 overflow-y-auto px-5 py-4", className)}
    />
  );
}

/** Buttons: the one that does it last, Cancel before it. On a phone they share the width. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      {...props}
      className={cn(
        "flex justify-end gap-2 border-t border-line bg-subtle/50 px-5 py-3.5 max-sm:*:flex-1",
        className,
      )}
    />
  );
}
