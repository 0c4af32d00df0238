"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { Dialog } from "@/app/_components/dialog";
import type { NavGroup } from "@/app/_components/nav";
import { useModeChange } from "../use-mode-change";
import { commandKeys } from "./command-keys";
import { OpenPalette } from "./open-palette";
import { PaletteDialog } from "./palette-dialog";
import { ShortcutSheet } from "./shortcut-sheet";
import { useShortcuts } from "./use-shortcuts";

type Props = { navigation: readonly NavGroup[]; mode: "live" | "test"; children: ReactNode };

/** Everything that can be reached by keyboard alone: the command palette, shortcuts, and the sheet that tells of them. */
export function Palette({ navigation, mode, children }: Props) {
  const router = useRouter();
  const { change } = useModeChange();
  const [shown, setShown] = useState<"palette" | "help" | null>(null);
  const close = () => setShown(null);
  const open = useMemo(() => () => setShown("palette"), []);

  useShortcuts(
    new Map([
      [commandKeys.palette, () => setShown(shown === "palette" ? null : "palette")],
      [commandKeys.help, () => setShown("help")],
      [commandKeys.newEventType, () => router.push("/event-types/new")],
      ...navigation
        .flatMap((group) => group.items)
        .flatMap(({ href, keys }) =>
          keys === undefined ? [] : [[keys, () => router.push(href)] as const],
        ),
    ]),
  );

  return (
    <OpenPalette value={open}>
      {children}
      <Dialog open={shown === "palette"} onOpenChange={(isOpen) => !isOpen && close()}>
        <PaletteDialog
          navigation={navigation}
          mode={mode}
          onGo={(href) => {
            close();
            router.push(href);
          }}
          onModeChange={(next) => {
            close();
            change(next);
          }}
          onHelp={() => setShown("help")}
        />
      </Dialog>
      <Dialog open={shown === "help"} onOpenChange={(isOpen) => !isOpen && close()}>
        <ShortcutSheet navigation={navigation} />
      </Dialog>
    </OpenPalette>
  );
}
