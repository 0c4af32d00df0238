import { ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the right; below the title on a phone. */
  actions?: ReactNode;
  /** The pages above this one, outermost first. */
  breadcrumb?: readonly { label: string; href: string }[];
};

export function PageHeader({ title, description, actions, breadcrumb }: PageHeaderProps) {
  return (
    <header className="mb-6 grid gap-1.5">
      {breadcrumb !== undefined && (
        <nav aria-label="Breadcrumb">
          <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
            {breadcrumb.map((page) => (
              <li key={page.href} className="inline-flex items-center gap-1">
                <Link href={page.href} className="rounded-sm hover:text-ink hover:underline">
                  {page.label}
                </Link>
                <ChevronRightIcon aria-hidden className="size-3.5 text-faint" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl font-semibold wrap-anywhere">{title}</h1>
          {description !== undefined && (
            <p className="max-w-2xl text-base text-pretty text-muted">{description}</p>
          )}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
