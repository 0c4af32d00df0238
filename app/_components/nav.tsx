"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { cn } from "./cn";

export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon element. */
  icon: ReactNode;
  /** Only this very path makes it current; otherwise the paths below it do too. */
  exact?: boolean;
  /** The keys that lead there, pressed one after the other: "g b". */
  keys?: string;
};

export type NavGroup = { label?: string; items: readonly NavItem[] };

export function Nav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="grid gap-5">
      {groups.map((group) => (
        <div key={group.label ?? ""} className="grid gap-1">
          {group.label !== undefined && (
            <p className="px-2.5 text-xs font-medium text-faint">{group.label}</p>
          )}
          <ul className="grid gap-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} current={isCurrent(item, pathname)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-base font-medium text-muted hover:bg-hover hover:text-ink md:h-8 [&_svg]:size-4",
        current && "bg-hover text-ink [&_svg]:text-accent-text",
      )}
    >
      {item.icon}
      {item.label}
    </Link>
  );
}

function isCurrent(item: NavItem, pathname: string): boolean {
  if (pathname === item.href) return true;
  return !item.exact && pathname.startsWith(`${item.href}/`);
}
