"use client";

import { Segmented } from "@/app/_components/segmented";
import { useModeChange } from "./use-mode-change";

/** Switches the whole dashboard between live data and the sandbox. */
export function ModeSwitch({ mode }: { mode: "live" | "test" }) {
  const { change, pending } = useModeChange();
  return (
    <Segmented
      label="Mode"
      value={mode}
      onValueChange={change}
      disabled={pending}
      options={[
        { value: "live", label: "Live" },
        { value: "test", label: "Test", tone: "test" },
      ]}
    />
  );
}
