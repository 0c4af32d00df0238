"use client";

import { Button } from "@/app/_components/button";
import { DialogBody, DialogFooter } from "@/app/_components/dialog";
import type { SignInKind } from "./kinds";
import { useSignIn } from "./use-sign-in";

const names = { google: "Google", microsoft: "Microsoft" } as const;

/** Before the browser leaves: what is asked for there. */
export function SignInStep({ kind, back }: { kind: SignInKind; back: (() => void) | null }) {
  const { isLeaving, begin } = useSignIn();
  const name = names[kind];
  return (
    <>
      <DialogBody>
        <p>
          {name} asks whether Astrocal may see when you are busy, and write your bookings as events.
          You choose the account there, and come back here.
        </p>
      </DialogBody>
      <DialogFooter>
        {back !== null && (
          <Button onClick={back} disabled={isLeaving}>
            Back
          </Button>
        )}
        <Button variant="primary" loading={isLeaving} onClick={() => void begin(kind)}>
          Continue to {name}
        </Button>
      </DialogFooter>
    </>
  );
}
