"use client";

import { useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";
import type { ApiKey } from "@/server/api-keys/schema";
import { keyStatus } from "../key-status";
import type { Clock } from "../moment";
import { RevokeKeyDialog } from "../revoke-key-dialog";
import { RotateKeyDialog } from "../rotate-key-dialog";

/** The key's name, and what can be done with it while it works. */
export function KeyHeader({ apiKey, timeZone, now }: Clock & { apiKey: ApiKey }) {
  const [open, setOpen] = useState<"rotate" | "revoke">();
  const heading = useRef<HTMLSpanElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const works = keyStatus(apiKey, new Date(now)) === "active";

  // The buttons of a revoked key go away.
  function closed(gone: boolean) {
    setOpen(undefined);
    setTimeout(() => (gone ? heading.current : buttons.current?.querySelector("button"))?.focus());
  }

  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "API Keys", href: "/settings/api-keys" }]}
        title={
          <span ref={heading} tabIndex={-1} className="outline-none">
            {apiKey.name}
          </span>
        }
        description={apiKey.description ?? undefined}
        actions={
          works && (
            <div ref={buttons} className="flex gap-2">
              <Button onClick={() => setOpen("rotate")}>Rotate key…</Button>
              <Button onClick={() => setOpen("revoke")}>Revoke key…</Button>
            </div>
          )
        }
      />
      <RotateKeyDialog
        apiKey={open === "rotate" ? apiKey : undefined}
        timeZone={timeZone}
        onClose={() => closed(false)}
      />
      <RevokeKeyDialog
        apiKey={open === "revoke" ? apiKey : undefined}
        now={now}
        onClose={(_, gone) => closed(gone)}
      />
    </>
  );
}
