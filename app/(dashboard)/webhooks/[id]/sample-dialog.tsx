"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from "@/app/_components/dialog";
import { Field } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { Select, SelectItem } from "@/app/_components/select";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";
import { type Webhook, WebhookEvent, webhookEvents } from "@/server/webhooks/schema";
import { eventCatalogue } from "../event-catalogue";
import { deliveryHref } from "../webhook-href";

type Props = { webhook: Webhook; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks of what the sample is to be, sends it, and leads to what came of it. */
export function SampleDialog({ webhook, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Send a test event"
        description="Made-up data, signed like any delivery, with is_test true and an id of its own."
      >
        <SampleForm webhook={webhook} />
      </DialogContent>
    </Dialog>
  );
}

function SampleForm({ webhook: { id, events } }: { webhook: Webhook }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [event, setEvent] = useState<WebhookEvent>(events[0] ?? "booking.confirmed");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);

  async function send() {
    setPending(true);
    setFailure(null);
    try {
      const delivery = await client.webhooks.sendSample.mutate({ id, event });
      router.push(deliveryHref(id, delivery.id));
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  }

  return (
    <>
      <DialogBody>
        <FormError error={failure} />
        <Field label="Event" hint={eventCatalogue[event]}>
          <Select value={event} onValueChange={(next) => setEvent(WebhookEvent.parse(next))}>
            {webhookEvents.map((each) => (
              <SelectItem key={each} value={each}>
                {each}
              </SelectItem>
            ))}
          </Select>
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" loading={pending} onClick={() => void send()}>
          Send
        </Button>
      </DialogFooter>
    </>
  );
}
