"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Segmented } from "@/app/_components/segmented";

const yearSeconds = 365 * 24 * 3600;

/** Switches the whole dashboard between live data and the sandbox. */
export function ModeSwitch({ mode }: { mode: "live" | "test" }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function change(next: string) {
    document.cookie = `astrocal_mode=${next}; path=/; max-age=${yearSeconds}; samesite=lax`;
    startTransition(() => router.refresh());
  }
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
