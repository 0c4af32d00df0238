"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
} from "@/app/_components/dialog";
import { FieldGroup } from "@/app/_components/field";
import { FormError } from "@/app/_components/form-error";
import { RadioGroup, RadioGroupItem } from "@/app/_components/radio-group";
import { useTrpcClient } from "@/app/_trpc/client";
import { type PageError, pageError } from "@/app/_trpc/error";

const hourMs = 3_600_000;

const spans = [
  { hours: 1, label: "The last hour" },
  { hours: 24, label: "The last 24 hours" },
  { hours: 7 * 24, label: "The last 7 days" },
  { hours: 30 * 24, label: "The last 30 days" },
];

type Props = { webhookId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Sends again what failed while the receiver was down. */
export function ReplayDialog({ webhookId, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Replay failed deliveries"
        description="Sends everything again that failed in this time, with the same ids. What arrived is not repeated."
      >
        <ReplayForm webhookId={webhookId} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function ReplayForm({ webhookId: id, close }: { webhookId: string; close: () => void }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [hours, setHours] = useState("24");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<PageError | null>(null);

  async function replay() {
    setPending(true);
    setFailure(null);
    try {
      const since = new Date(Date.now() - Number(hours) * hourMs).toISOString();
      const { replayed } = await client.webhooks.replay.mutate({ id, since });
      toast.success(
        replayed === 0
          ? "Nothing failed in this time"
          : `${replayed} ${replayed === 1 ? "delivery is" : "deliveries are"} sent again`,
      );
      close();
      router.refresh();
    } catch (error) {
      setFailure(pageError(error));
      setPending(false);
    }
  }

  return (
    <>
      <DialogBody>
        <FormError error={failure} />
        <FieldGroup label="What failed in">
          <RadioGroup value={hours} onValueChange={setHours} className="sm:grid-cols-2">
            {spans.map((span) => (
              <RadioGroupItem key={span.hours} value={String(span.hours)} label={span.label} />
            ))}
          </RadioGroup>
        </FieldGroup>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" loading={pending} onClick={() => void replay()}>
          Replay
        </Button>
      </DialogFooter>
    </>
  );
}
