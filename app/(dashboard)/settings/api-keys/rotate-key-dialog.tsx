"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog, DialogContent } from "@/app/_components/dialog";
import { LocalTime } from "@/app/_components/local-time";
import type { ApiKey } from "@/server/api-keys/schema";
import { CreatedKey } from "./created-key";
import { type Rotated, RotateKeyForm } from "./rotate-key-form";

type Props = {
  /** The key in question; the dialog is open while there is one. */
  apiKey: ApiKey | undefined;
  timeZone: string;
  onClose: (key: ApiKey) => void;
};

/** Asks for the overlap, then shows the new key, once. */
export function RotateKeyDialog({ apiKey, timeZone, onClose }: Props) {
  const router = useRouter();
  if (apiKey === undefined) return null;

  function close(closed: ApiKey) {
    onClose(closed);
    router.refresh();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && close(apiKey)}>
      <Steps key={apiKey.id} apiKey={apiKey} timeZone={timeZone} close={() => close(apiKey)} />
    </Dialog>
  );
}

type StepsProps = { apiKey: ApiKey; timeZone: string; close: () => void };

// Gone with the dialog, so that neither a choice nor a key is kept for the next time.
function Steps({ apiKey, timeZone, close }: StepsProps) {
  const [rotated, setRotated] = useState<Rotated>();
  // Closed while it is being made, a key would exist that nobody has seen.
  const [pending, setPending] = useState(false);
  return (
    <DialogContent
      title={rotated === undefined ? `Rotate “${apiKey.name}”` : "Copy your new key now"}
      description={
        rotated === undefined
          ? "Makes a new key with the same name and rights. You will see it once, in the next step."
          : `“${apiKey.name}” has a new key. This is the only time it is shown.`
      }
      dismissible={rotated === undefined && !pending}
    >
      {rotated === undefined ? (
        <RotateKeyForm
          apiKey={apiKey}
          pending={pending}
          onPending={setPending}
          onRotated={setRotated}
        />
      ) : (
        <CreatedKey created={rotated.created} close={close}>
          <OldKey apiKey={apiKey} rotated={rotated} timeZone={timeZone} />
        </CreatedKey>
      )}
    </DialogContent>
  );
}

type OldKeyProps = { apiKey: ApiKey; rotated: Rotated; timeZone: string };

function OldKey({ apiKey, rotated: { created, oldEnd }, timeZone }: OldKeyProps) {
  return (
    <p className="text-base">
      The old key <code className="font-mono text-sm">{apiKey.key_prefix}…</code>{" "}
      {oldEnd <= created.created_at ? (
        "no longer works."
      ) : (
        <>
          works until <LocalTime at={oldEnd} timeZone={timeZone} locale="en-US" showZone />.
        </>
      )}
    </p>
  );
}
