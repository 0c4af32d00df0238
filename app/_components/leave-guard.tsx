"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "./alert-dialog";

/** A link's address, or the key of a page in the browser's history. */
type Destination = { href: string } | { key: string };

/** What comes along with a step in the history that was asked about already. */
const asked = "asked";

/** Asks before unsaved changes are left behind: by a link of ours, by Back or Forward, by closing the tab, by loading it anew. */
export function LeaveGuard({ active }: { active: boolean }) {
  const router = useRouter();
  const [leavingTo, setLeavingTo] = useState<Destination>();

  useEffect(() => {
    if (!active) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before React's own listeners, which would follow the link.
    const onClick = (event: MouseEvent) => {
      const href = ownLink(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo({ href });
    };
    // A browser lets a page hold a step back only once after each thing that the person did there, so that nobody is caught.
    const onNavigate = (event: NavigateEvent) => {
      const { sameDocument, url, key } = event.destination;
      // To another document it is `beforeunload` that asks.
      if (event.navigationType !== "traverse" || !event.cancelable || !sameDocument) return;
      // From tab to tab of the page nothing is lost.
      if (new URL(url).pathname === window.location.pathname || event.info === asked) return;
      event.preventDefault();
      setLeavingTo({ key });
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    // Not in browsers older than 2026: there, Back asks nothing.
    const history = "navigation" in window ? window.navigation : null;
    history?.addEventListener("navigate", onNavigate);
    return () => {
      history?.removeEventListener("navigate", onNavigate);
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
        if (leavingTo === undefined) return;
        if ("href" in leavingTo) router.push(leavingTo.href);
        else window.navigation.traverseTo(leavingTo.key, { info: asked });
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
