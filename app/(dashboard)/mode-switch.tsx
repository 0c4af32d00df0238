"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Segmented } from "@/app/_components/segmented";

const yearSeconds = 365 * 24 * 3600;

/** Switches the whole dashboard between live data and the sandbox. */
export function ModeSwitch({ mode }: { mode: "live" | "test" }) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  function change(next: string) {
    document.cookie = `astrocal_mode=${next}; path=/; max-age=${yearSeconds}; samesite=lax`;
    startTransition(() => {
      // One thing is either live or test: from its page the way leads to the list of the other side.
      const list = /^((?:\/[a-z-]+)+)\/[0-9a-f-]{36}$/.exec(pathname)?.[1];
      if (list !== undefined) router.push(list);
      router.refresh();
    });
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
