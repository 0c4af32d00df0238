"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { ApiKey } from "@/server/api-keys/schema";
import { relativeTime } from "./relative-time";

type Props = {
  /** The key in question; the dialog is open while there is one. */
  apiKey: ApiKey | undefined;
  now: string;
  onClose: (key: ApiKey, revoked: boolean) => void;
};

export function RevokeKeyDialog({ apiKey, now, onClose }: Props) {
  const router = useRouter();
  const client = useTrpcClient();
  const revoked = useRef(false);
  // Still named while the dialog fades out.
  const [shown, setShown] = useState(apiKey);
  if (apiKey !== undefined && apiKey !== shown) setShown(apiKey);
  const key = apiKey ?? shown;
  if (key === undefined) return null;

  async function revoke({ id, name }: ApiKey) {
    try {
      await client.apiKeys.revoke.mutate({ id });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    revoked.current = true;
    toast.success(`“${name}” is revoked`);
    router.refresh();
  }

  function closed(closedKey: ApiKey) {
    onClose(closedKey, revoked.current);
    revoked.current = false;
  }

  return (
    <ConfirmDialog
      open={apiKey !== undefined}
      onOpenChange={(open) => !open && closed(key)}
      title={`Revoke “${key.name}”?`}
      description={
        <>
          Whatever uses <code className="font-mono text-sm text-ink">{key.key_prefix}…</code> stops
          working at once: its next request is refused.{" "}
          {key.last_used_at === null
            ? "It was never used."
            : `It was last used ${relativeTime(new Date(key.last_used_at), new Date(now))}.`}{" "}
          A revoked key cannot be brought back.
        </>
      }
      confirmLabel="Revoke key"
      cancelLabel="Keep key"
      onConfirm={() => revoke(key)}
    />
  );
}
