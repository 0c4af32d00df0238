"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { Dialog, DialogContent, DialogTrigger } from "@/app/_components/dialog";
import type { WebhookWithSecret } from "@/server/webhooks/schema";
import { CreateWebhookForm } from "./create-webhook-form";
import { webhookHref } from "./webhook-href";
import { WebhookSecret } from "./webhook-secret";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** The button, the form, and, once, the signing secret. */
export function CreateWebhookDialog({ open, onOpenChange }: Props) {
  const [round, setRound] = useState(0);
  function change(next: boolean) {
    onOpenChange(next);
    // Nothing of this round is kept: neither what was typed nor the secret.
    if (!next) setRound(round + 1);
  }
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary" icon={<Plus />}>
          Add webhook
        </Button>
      </DialogTrigger>
      <Steps key={round} close={() => change(false)} />
    </Dialog>
  );
}

function Steps({ close }: { close: () => void }) {
  const router = useRouter();
  const [created, setCreated] = useState<z.infer<typeof WebhookWithSecret>>();
  // Closed while it is being made, a secret would exist that nobody has seen.
  const [pending, setPending] = useState(false);

  function done(id: string) {
    close();
    router.push(webhookHref(id));
    router.refresh();
  }

  return (
    <DialogContent
      title={created === undefined ? "Add a webhook" : "Copy the signing secret now"}
      description={
        created === undefined
          ? "Your server is told of what you choose. You will see its signing secret once, in the next step."
          : "Your server checks with it that a delivery is ours. This is the only time it is shown."
      }
      dismissible={created === undefined && !pending}
    >
      {created === undefined ? (
        <CreateWebhookForm pending={pending} onPending={setPending} onCreated={setCreated} />
      ) : (
        <WebhookSecret secret={created.secret} close={() => done(created.id)} />
      )}
    </DialogContent>
  );
}
