"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { CodeBlock } from "@/app/_components/code-block";
import { CopyButton } from "@/app/_components/copy-button";
import { DialogBody, DialogFooter } from "@/app/_components/dialog";
import type { CreatedApiKey } from "@/server/api-keys/schema";
import { mayUse } from "@/server/api-keys/scopes";

type Props = {
  created: z.infer<typeof CreatedApiKey>;
  /** What else is to be known: what becomes of the key that this one replaces. */
  children?: ReactNode;
  close: () => void;
};

/** The key in full, the only time it is ever shown. Focus is on Copy, described by the warning. */
export function CreatedKey({ created, children, close }: Props) {
  const id = useId();
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => copy.current?.focus(), []);
  const path = mayUse(created.scopes, "event_types:read") ? "event-types" : "me";
  const curl = [
    `curl ${window.location.origin}/v1/${path} \\`,
    `  -H "Authorization: Bearer ${created.key}"`,
  ].join("\n");

  return (
    <>
      <DialogBody>
        <p
          id={`${id}-warning`}
          className="flex gap-2.5 rounded-lg bg-warning-soft px-3.5 py-3 text-base text-warning-text"
        >
          <TriangleAlert aria-hidden className="mt-0.75 size-4 shrink-0" />
          Key created. Store it somewhere safe now: it is never shown again. If you lose it, revoke
          it and create another.
        </p>
        {children}
        <div className="grid gap-2">
          <label htmlFor={`${id}-key`} className="w-fit text-base font-medium">
            {created.mode === "test" ? "Test key" : "Live key"}
          </label>
          <div className="grid justify-items-start gap-2">
            <input
              id={`${id}-key`}
              readOnly
              value={created.key}
              onFocus={(event) => event.target.select()}
              spellCheck={false}
              autoComplete="off"
              className="control h-9 min-w-0 px-3 font-mono text-sm max-sm:text-xs"
            />
            <CopyButton
              ref={copy}
              value={created.key}
              label="Copy key"
              size="md"
              variant="primary"
              aria-describedby={`${id}-warning`}
            />
          </div>
        </div>
        <CodeBlock label="Try it" code={curl} wrap />
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Done</Button>
      </DialogFooter>
    </>
  );
}
