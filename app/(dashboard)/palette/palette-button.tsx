"use client";

import { SearchIcon } from "lucide-react";
import { Kbd } from "@/app/_components/kbd";
import { useOpenPalette } from "./open-palette";

/** The command palette for who has no keyboard, or does not know of it yet. */
export function PaletteButton() {
  const open = useOpenPalette();
  return (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-9 items-center gap-2.5 rounded-md border border-line bg-surface px-2.5 text-base text-muted hover:bg-hover hover:text-ink md:h-8"
    >
      <SearchIcon aria-hidden className="size-4" />
      <span className="min-w-0 flex-1 truncate text-left">Search…</span>
      <Kbd keys="mod+k" className="max-md:hidden" />
    </button>
  );
}
