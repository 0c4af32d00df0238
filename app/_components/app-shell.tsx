import type { ReactNode } from "react";

import { Brand } from "./brand";
import { Nav, type NavGroup } from "./nav";
import { NavDrawer } from "./nav-drawer";
import { TestModeBanner } from "./test-mode-banner";

export type AppShellProps = {
  /** In test mode the accent is amber and a banner says so. */
  mode: "live" | "test";
  organizationName: string;
  /** Its name, with the way to others. */
  organizationSwitch: ReactNode;
  navigation: readonly NavGroup[];
  /** The live/test switch. */
  modeSwitch: ReactNode;
  /** What time it is in test mode, and the way to move it. */
  testClock: ReactNode;
  /** What needs the person on every page, above it. */
  notice: ReactNode;
  /** The way into the command palette. */
  search: ReactNode;
  /** At the foot of the sidebar: who is signed in, the theme, sign out. */
  userMenu: ReactNode;
  children: ReactNode;
};

/** The frame of signed-in pages: a sidebar; below 768 px a bar at the top with a drawer. */
export function AppShell({
  mode,
  organizationName,
  organizationSwitch,
  navigation,
  modeSwitch,
  testClock,
  notice,
  search,
  userMenu,
  children,
}: AppShellProps) {
  const sidebar = (
    <>
      <div className="grid gap-3">
        {organizationSwitch}
        {modeSwitch}
        {search}
      </div>
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 py-1">
        <Nav label="Main" groups={navigation} />
      </div>
      <div className="border-t border-line pt-3">{userMenu}</div>
    </>
  );
  return (
    <div data-mode={mode} className="min-h-dvh">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-inverse px-3 py-2 text-base text-on-inverse focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
        <header className="sticky top-0 z-30 flex h-14 items-center gap-3 border-b border-line bg-surface px-3 md:hidden">
          <NavDrawer>{sidebar}</NavDrawer>
          <Brand markOnly />
          <p className="min-w-0 truncate text-base font-semibold">{organizationName}</p>
        </header>
        <aside className="sticky top-0 hidden h-dvh flex-col gap-5 border-r border-line bg-surface px-3 pt-4 pb-3 md:flex">
          <Brand className="px-2.5" />
          {sidebar}
        </aside>
        <div className="min-w-0">
          {mode === "test" && <TestModeBanner clock={testClock} />}
          {notice}
          <main id="main" tabIndex={-1} className="px-4 py-6 outline-none sm:px-8 sm:py-8">
            <div className="mx-auto max-w-5xl">{children}</div>
          </main>
        </div>
      </div>
    </div>
  );
}
