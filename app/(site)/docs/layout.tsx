import type { ReactNode } from "react";
import Link from "next/link";

import { Brand } from "@/app/_components/brand";
import { ButtonAnchor } from "@/app/_components/button-anchor";
import { ThemeToggle } from "@/app/_components/theme-toggle";
import { sessionUserId } from "@/app/_trpc/session";
import { DocsTabs } from "./docs-tabs";

/** The frame of guides and API reference: a bar that stays at the top. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const signedIn = (await sessionUserId()) !== null;
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-inverse px-3 py-2 text-base text-on-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 border-b border-line bg-canvas">
        <div className="mx-auto flex h-14 max-w-[88rem] items-center gap-3 px-4 sm:gap-6 sm:px-6">
          <Link href="/" className="inline-flex rounded-md">
            <Brand className="max-sm:[&>span]:sr-only" />
          </Link>
          <DocsTabs />
          <div className="ml-auto flex items-center gap-1">
            <ThemeToggle />
            <ButtonAnchor href={signedIn ? "/home" : "/sign-in"} variant="ghost" size="sm">
              {signedIn ? "Dashboard" : "Sign in"}
            </ButtonAnchor>
          </div>
        </div>
      </header>
      {children}
    </>
  );
}
