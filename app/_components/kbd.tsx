"use client";

import { useSyncExternalStore } from "react";

import { cn } from "./cn";

const never = () => () => {};
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Keys to press: "mod+k" at once (⌘ or Ctrl), "g b" one after the other. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const apple = useSyncExternalStore(never, isApple, () => false);
  return (
    <span className={cn("inline-flex gap-1", className)}>
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-subtle px-1 font-sans text-xs text-muted"
        >
          {shown(key, apple)}
        </kbd>
      ))}
    </span>
  );
}

const shown = (key: string, apple: boolean): string =>
  key.replace("mod+", apple ? "⌘" : "Ctrl ").replace(/[a-z]$/, (letter) => letter.toUpperCase());
