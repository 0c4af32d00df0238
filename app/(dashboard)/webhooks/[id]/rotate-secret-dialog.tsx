"use client";

import { useState } from "react";
import { Button } from "@/app/_components/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from "@/app/_components/dialog";
import { FormError } from "@/app/_components/form-error";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { WebhookSecret } from "../webhook-secret";

type Props = { webhookId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks, then shows the new secret, once. */
export function RotateSecretDialog({ webhookId, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open && <Steps webhookId={webhookId} close={() => onOpenChange(false)} />}
    </Dialog>
  );
}

// Gone with the dialog, so that no secret is kept for the next time.
function Steps({ webhookId: id, close }: { webhookId: string; close: () => void }) {
  const client = useTrpcClient();
  const [secret, setSecret] = useState<string>();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);

  // Called straight, not through the query client, whose cache would keep the secret.
  async function rotate() {
    setPending(true);
    setFailure(null);
    try {
      setSecret((await client.webhooks.rotateSecret.mutate({ id })).secret);
    } catch (error) {
      setFailure(pageError(error));
    }
    setPending(false);
  }

  if (secret !== undefined) {
    return (
      <DialogContent
        title="Copy the new secret now"
        description="This is the only time it is shown."
        dismissible={false}
      >
        <WebhookSecret secret={secret} close={close}>
          <p className="text-base">
            For 24 hours deliveries are signed with both: change your server within them. A third
            secret ends the first one at once.
          </p>
        </WebhookSecret>
      </DialogContent>
    );
  }
  return (
    <DialogContent
      title="Rotate the signing secret?"
      description="Makes a new secret, which you will see once. The one in use signs too for 24 hours, so that nothing is missed while you change your server."
      dismissible={!pending}
    >
      {failure !== null && (
        <DialogBody>
          <FormError error={failure} />
        </DialogBody>
      )}
      <div className="h-4" />
      <DialogFooter>
        <DialogClose asChild>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button variant="primary" loading={pending} onClick={() => void rotate()}>
          Rotate secret
        </Button>
      </DialogFooter>
    </DialogContent>
  );
}
