import type { ReactNode } from "react";

import { cn } from "./cn";

export type EmptyStateProps = {
  /** A lucide icon element. */
  icon?: ReactNode;
  title: string;
  /** What belongs here and what to do next, in a sentence or two. */
  children?: ReactNode;
  action?: ReactNode;
  /** "h1" where it is all that the page has. */
  heading?: "h1" | "h2";
  className?: string;
};

export function EmptyState({
  icon,
  title,
  children,
  action,
  heading: Heading = "h2",
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        "grid justify-items-center rounded-lg border border-dashed border-line bg-surface px-6 py-14 text-center",
        className,
      )}
    >
      {icon !== undefined && (
        <div
          aria-hidden
          className="mb-4 inline-flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children !== undefined && (
        <div className="mt-1 max-w-md text-base text-pretty text-muted">{children}</div>
      )}
      {action !== undefined && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  );
}
