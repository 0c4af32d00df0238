import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/app/_components/brand";
import { ThemeToggle } from "@/app/_components/theme-toggle";

type Props = {
  title: string;
  description: ReactNode;
  children: ReactNode;
  /** The way to the other of the two pages. */
  footer: ReactNode;
};

/** The frame of sign-in and sign-up: one card, and nothing else to do. */
export function AuthFrame({ title, description, children, footer }: Props) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] px-5 sm:px-8">
      <header className="flex items-center justify-between py-5">
        <Link href="/" aria-label="Astrocal: start page" className="rounded-md">
          <Brand />
        </Link>
        <ThemeToggle />
      </header>
      <main className="mx-auto grid w-full max-w-md content-start gap-6 pt-4 pb-16 sm:pt-[9dvh]">
        <div className="grid gap-1.5">
          <h1 className="text-3xl font-semibold">{title}</h1>
          <p className="text-lg text-pretty text-muted">{description}</p>
        </div>
        <div className="rounded-xl border border-line bg-surface p-5 shadow-sm sm:p-6">
          {children}
        </div>
        <p className="text-center text-base text-muted">{footer}</p>
      </main>
    </div>
  );
}

export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="rounded-sm font-medium text-accent-text underline underline-offset-2"
    >
      {children}
    </Link>
  );
}
