"use client";

import { Send, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { Button } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Webhook } from "@/server/webhooks/schema";
import { disabledWords } from "@/server/webhooks/state";
import { WebhookBadge } from "../webhook-badge";
import { SampleDialog } from "./sample-dialog";

/** The address, its state, and what can be done with it. */
export function WebhookHeader({ webhook }: { webhook: Webhook }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [sampling, setSampling] = useState(false);
  const { id, url, description, disabled_reason: reason } = webhook;

  async function remove() {
    try {
      await client.webhooks.delete.mutate({ id });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    toast.success("The webhook is deleted");
    router.replace("/webhooks");
    router.refresh();
  }

  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Webhooks", href: "/webhooks" }]}
        title={url}
        description={description ?? undefined}
        actions={
          <>
            <Button icon={<Send />} variant="primary" onClick={() => setSampling(true)}>
              Send test event
            </Button>
            <ConfirmDialog
              trigger={<Button icon={<Trash2 />}>Delete…</Button>}
              title="Delete this webhook?"
              description="Nothing is sent to it any more, and its deliveries can no longer be seen. What is still to be sent is dropped. This cannot be undone."
              confirmLabel="Delete webhook"
              cancelLabel="Keep it"
              onConfirm={remove}
            />
          </>
        }
      />
      <div className="-mt-3 mb-6 flex flex-wrap items-center gap-x-3 gap-y-1">
        <WebhookBadge webhook={webhook} />
        {reason !== null && (
          <p className="text-base text-danger-text">
            {disabledWords[reason]} Turn it on again below when the receiver is back.
          </p>
        )}
      </div>
      <SampleDialog webhook={webhook} open={sampling} onOpenChange={setSampling} />
    </>
  );
}
