import type { ReactNode } from "react";

import { Nav } from "@/app/_components/nav";
import { NavDrawer } from "@/app/_components/nav-drawer";
import { guidePath, guides } from "../guides";
import { chosenLanguage } from "./language-choice";
import "./guide.css";

const groups = [
  {
    items: [
      { href: "/docs", label: "Overview", icon: null, exact: true },
      ...guides.map((guide) => ({ href: guidePath(guide), label: guide.title, icon: null })),
    ],
  },
];

/** The list of guides at the left; below 1024 px behind a button. */
export default async function GuidesLayout({ children }: { children: ReactNode }) {
  const navigation = <Nav label="Guides" groups={groups} />;
  return (
    <div
      data-language-choice={await chosenLanguage()}
      className="mx-auto max-w-[88rem] lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <nav
        aria-label="All guides"
        className="sticky top-14 z-20 flex h-11 items-center gap-1 border-b border-line bg-canvas px-4 sm:px-6 lg:hidden"
      >
        <NavDrawer>{navigation}</NavDrawer>
        <span className="text-sm text-muted">All guides</span>
      </nav>
      <div className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] overflow-y-auto border-r border-line py-8 pr-3 pl-3.5 lg:block">
        {navigation}
      </div>
      {children}
    </div>
  );
}
