"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/app/_components/button";
import { CopyButton } from "@/app/_components/copy-button";
import { DialogBody, DialogFooter } from "@/app/_components/dialog";

type Props = {
  secret: string;
  /** What else is to be known: what becomes of the secret that this one replaces. */
  children?: ReactNode;
  close: () => void;
};

/** A signing secret, the only time it is ever shown. Focus is on Copy, described by the warning. */
export function WebhookSecret({ secret, children, close }: Props) {
  const id = useId();
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => copy.current?.focus(), []);
  return (
    <>
      <DialogBody>
        <p
          id={`${id}-warning`}
          className="flex gap-2.5 rounded-lg bg-warning-soft px-3.5 py-3 text-base text-warning-text"
        >
          <TriangleAlert aria-hidden className="mt-0.75 size-4 shrink-0" />
          Give it to your server now: it is never shown again. If you lose it, rotate it.
        </p>
        {children}
        <div className="grid gap-2">
          <label htmlFor={`${id}-secret`} className="w-fit text-base font-medium">
            Signing secret
          </label>
          <div className="grid justify-items-start gap-2">
            <input
              id={`${id}-secret`}
              readOnly
              value={secret}
              onFocus={(event) => event.target.select()}
              spellCheck={false}
              autoComplete="off"
              className="control h-9 min-w-0 px-3 font-mono text-sm max-sm:text-xs"
            />
            <CopyButton
              ref={copy}
              value={secret}
              label="Copy secret"
              size="md"
              variant="primary"
              aria-describedby={`${id}-warning`}
            />
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onClick={close}>Done</Button>
      </DialogFooter>
    </>
  );
}
