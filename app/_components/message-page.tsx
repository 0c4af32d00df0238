import type { ReactNode } from "react";

import { Brand } from "./brand";

/** A whole page that has one thing to say: what happened, and what to do now. */
export function MessagePage({
  eyebrow,
  title,
  children,
  actions,
}: {
  /** Above the title, small: "404". */
  eyebrow?: string;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-lg content-center gap-6 px-5 py-16">
      <Brand />
      <div className="grid gap-2">
        {eyebrow !== undefined && <p className="font-mono text-sm text-muted">{eyebrow}</p>}
        <h1 className="text-3xl font-semibold">{title}</h1>
        <div className="text-lg text-pretty text-muted">{children}</div>
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
