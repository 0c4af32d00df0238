import type { ComponentProps, ReactNode } from "react";

import { cn } from "./cn";

export type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** A strip at the bottom: the form's Save button. */
  footer?: ReactNode;
};

export function Card({
  title,
  description,
  actions,
  footer,
  className,
  children,
  ...props
}: CardProps) {
  return (
    <section {...props} className={cn("rounded-lg border border-line bg-surface", className)}>
      {(title !== undefined || actions !== undefined) && (
        <header className="flex flex-wrap items-start justify-between gap-3 px-5 pt-5">
          <div className="grid gap-0.5">
            <h2 className="text-lg font-semibold">{title}</h2>
            {description !== undefined && <p className="text-base text-muted">{description}</p>}
          </div>
          {actions !== undefined && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className="p-5">{children}</div>
      {footer !== undefined && footer !== false && (
        <footer className="flex items-center justify-end gap-2 rounded-b-lg border-t border-line bg-subtle/50 px-5 py-3.5">
          {footer}
        </footer>
      )}
    </section>
  );
}

/** Names and values, for the detail of one thing. */
export function DescriptionList({ className, ...props }: ComponentProps<"dl">) {
  return <dl {...props} className={cn("grid gap-3.5", className)} />;
}

export function DescriptionItem({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-base text-muted">{label}</dt>
      <dd className="text-base wrap-anywhere">{children}</dd>
    </div>
  );
}
