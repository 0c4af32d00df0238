"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "@/app/_components/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_components/dialog";
import { Spinner } from "@/app/_components/spinner";

type Props = {
  onSubmit: (event: FormEvent) => Promise<void>;
  pending: boolean;
  /** What is being done while it is. */
  progress: string;
  back: (() => void) | null;
  children: ReactNode;
};

/** The form of an account: its fields, how far it is, and its buttons. */
export function FormFrame({ onSubmit, pending, progress, back, children }: Props) {
  return (
    <form
      className="contents"
      noValidate
      onSubmit={(event) => (pending ? event.preventDefault() : void onSubmit(event))}
    >
      <DialogBody>
        {children}
        <output className="flex gap-2 text-sm text-muted empty:hidden">
          {pending && (
            <>
              <Spinner className="mt-0.5" />
              {progress}
            </>
          )}
        </output>
      </DialogBody>
      <DialogFooter>
        {back === null ? (
          <DialogClose asChild>
            <Button disabled={pending}>Cancel</Button>
          </DialogClose>
        ) : (
          <Button onClick={back} disabled={pending}>
            Back
          </Button>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          Connect
        </Button>
      </DialogFooter>
    </form>
  );
}
