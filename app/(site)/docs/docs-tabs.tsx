"use client";

import { usePathname } from "next/navigation";
import { cn } from "@/app/_components/cn";

const tabs = [
  { href: "/docs", label: "Guides", isCurrent: (path: string) => !path.startsWith("/docs/api") },
  {
    href: "/docs/api",
    label: "API reference",
    isCurrent: (path: string) => path.startsWith("/docs/api"),
  },
];

/** Whole pages are loaded between the two: the reference brings style sheets that the guides must not meet. */
export function DocsTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Documentation" className="flex h-full gap-4">
      {tabs.map(({ href, label, isCurrent }) => (
        <a
          key={href}
          href={href}
          aria-current={isCurrent(pathname) ? "page" : undefined}
          className={cn(
            "-mb-px inline-flex items-center border-b-2 border-transparent text-base font-medium whitespace-nowrap text-muted hover:text-ink",
            isCurrent(pathname) && "border-accent-text text-ink",
          )}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
