"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { DeliveryHistory } from "@/server/webhooks/schema";
import { useRefresh } from "../../use-refresh";

/** What is tried within so long is worth waiting for. */
const soonMs = 10_000;

/** Whether it is being sent, or about to be. */
const isSoon = ({ status, next_retry_at: next }: DeliveryHistory, now: string): boolean =>
  status === "pending" && (next === null || Date.parse(next) - Date.parse(now) < soonMs);

/** Sends it again, whatever came of it. While it is sent, the page follows. */
export function Resend({ delivery, now }: { delivery: DeliveryHistory; now: string }) {
  const { id, webhook_endpoint_id: webhookId, attempts } = delivery;
  const router = useRouter();
  const client = useTrpcClient();
  const [pending, setPending] = useState(false);
  /** How many attempts there were when it was resent. */
  const [awaited, setAwaited] = useState<number>();
  useRefresh(awaited === attempts || isSoon(delivery, now));

  async function resend() {
    setPending(true);
    try {
      const sent = await client.webhooks.retryDelivery.mutate({ id: webhookId, delivery_id: id });
      setAwaited(sent.attempts);
      toast.success("Sent again");
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
    setPending(false);
  }

  return (
    <Button icon={<Send />} loading={pending} onClick={() => void resend()}>
      Resend
    </Button>
  );
}
