"use client";

import { useSyncExternalStore } from "react";
import { cn } from "@/app/_components/cn";

type Heading = { id: string; text: string; depth: number };

/** The page's headings at the right; the one that is being read is marked. */
export function OnThisPage({ headings }: { headings: readonly Heading[] }) {
  const current = useCurrent(headings);
  return (
    <div className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] overflow-y-auto py-12 pr-6 xl:block">
      <nav aria-label="On this page">
        <p className="pb-2 text-sm font-semibold">On this page</p>
        <ul className="grid gap-0.5 border-l border-line">
          {headings.map(({ id, text, depth }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={id === current ? "location" : undefined}
                className={cn(
                  "-ml-px block border-l border-transparent py-1 pl-3 text-sm wrap-anywhere text-muted hover:text-ink",
                  depth > 2 && "pl-6",
                  id === current && "border-accent-text text-ink",
                )}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** A heading this far below the top is being read already. */
const readingLinePx = 120;

/** The last heading above the reading line, else the first. */
function readHeading(headings: readonly Heading[]): string | undefined {
  const above = headings.filter(({ id }) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top !== undefined && top < readingLinePx;
  });
  return (above.at(-1) ?? headings[0])?.id;
}

function useCurrent(headings: readonly Heading[]): string | undefined {
  return useSyncExternalStore(
    watchScrolling,
    () => readHeading(headings),
    () => undefined,
  );
}

function watchScrolling(onChange: () => void): () => void {
  document.addEventListener("scroll", onChange, { passive: true });
  return () => document.removeEventListener("scroll", onChange);
}
