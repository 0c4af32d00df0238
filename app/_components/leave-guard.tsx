"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "./alert-dialog";

/** Asks before unsaved changes are left behind: by a link of ours, by closing the tab, by loading it anew. */
export function LeaveGuard({ active }: { active: boolean }) {
  const router = useRouter();
  const [leavingTo, setLeavingTo] = useState<string>();

  useEffect(() => {
    if (!active) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before React's own listeners, which would follow the link.
    const onClick = (event: MouseEvent) => {
      const href = ownLink(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo(href);
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [active]);

  return (
    <ConfirmDialog
      open={leavingTo !== undefined}
      onOpenChange={(open) => !open && setLeavingTo(undefined)}
      title="Leave without saving?"
      description="What you changed on this page is lost then."
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={() => {
        if (leavingTo !== undefined) router.push(leavingTo);
      }}
    />
  );
}

/** Where a plain click on a link to another page of ours would lead. */
function ownLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return null;
  }
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.download !== "") {
    return null;
  }
  const { origin, pathname } = window.location;
  if (link.origin !== origin || link.pathname === pathname) return null;
  return link.pathname + link.search + link.hash;
}
