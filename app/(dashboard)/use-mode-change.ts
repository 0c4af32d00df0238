"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";

const yearSeconds = 365 * 24 * 3600;

/** Shows the other side of everything: live data, or the sandbox. */
export function useModeChange() {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  function change(next: "live" | "test") {
    document.cookie = `astrocal_mode=${next}; path=/; max-age=${yearSeconds}; samesite=lax`;
    startTransition(() => {
      // One thing is either live or test: from its page the way leads to the list of the other side.
      const list = /^((?:\/[a-z-]+)+)\/[0-9a-f-]{36}$/.exec(pathname)?.[1];
      if (list !== undefined) router.push(list);
      router.refresh();
    });
  }
  return { change, pending };
}
