"use client";

import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import type { WebhookWithHealth } from "@/server/webhooks/schema";
import type { Clock } from "../settings/api-keys/moment";
import { CreateWebhookDialog } from "./create-webhook-dialog";
import { WebhookTable } from "./webhook-table";

type Props = Clock & { webhooks: readonly WebhookWithHealth[] };

export function Webhooks({ webhooks, timeZone, now }: Props) {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="When something happens to a booking, your server is told: a signed POST within a second, tried again for three days until it arrives."
        actions={<CreateWebhookDialog open={creating} onOpenChange={setCreating} />}
      />
      {webhooks.length > 0 ? (
        <WebhookTable webhooks={webhooks} timeZone={timeZone} now={now} />
      ) : (
        <EmptyState
          icon={<WebhookIcon />}
          title="No webhooks yet"
          action={
            <Button icon={<Plus />} onClick={() => setCreating(true)}>
              Add webhook
            </Button>
          }
        >
          Enter the address of your server and choose what it is told of. You can send it a test
          event at once, and see each delivery with its answer.
        </EmptyState>
      )}
    </>
  );
}
