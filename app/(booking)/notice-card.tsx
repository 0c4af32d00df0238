import type { ReactNode } from "react";

/** A page that has one thing to say, where nothing can be shown. */
export function NoticeCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid max-w-xl gap-2 border-line bg-surface p-5 md:rounded-xl md:border md:p-8 md:shadow-sm">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="text-lg text-pretty text-muted">{children}</p>
    </main>
  );
}
