"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "@/app/_components/button";
import { Dialog, DialogContent, DialogTrigger } from "@/app/_components/dialog";
import type { CreatedApiKey, Mode } from "@/server/api-keys/schema";
import { CreateKeyForm } from "./create-key-form";
import { CreatedKey } from "./created-key";

type Props = {
  mode: Mode;
  timeZone: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The button, the form, and, once, the key. */
export function CreateKeyDialog({ mode, timeZone, open, onOpenChange }: Props) {
  const router = useRouter();
  const [round, setRound] = useState(0);

  function change(next: boolean) {
    onOpenChange(next);
    if (!next) {
      // Nothing of this round is kept: neither what was typed nor the key.
      setRound(round + 1);
      router.refresh();
    }
  }

  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary" icon={<Plus />}>
          Create Key
        </Button>
      </DialogTrigger>
      <Steps key={round} mode={mode} timeZone={timeZone} close={() => change(false)} />
    </Dialog>
  );
}

type StepsProps = { mode: Mode; timeZone: string; close: () => void };

function Steps({ mode, timeZone, close }: StepsProps) {
  const [created, setCreated] = useState<z.infer<typeof CreatedApiKey>>();
  // Closed while it is being made, a key would exist that nobody has seen.
  const [pending, setPending] = useState(false);
  return (
    <DialogContent
      title={created === undefined ? "Create an API key" : "Copy your key now"}
      description={
        created === undefined
          ? "Give it what it needs and no more. You will see it once, in the next step."
          : `“${created.name}” is ready. This is the only time its key is shown.`
      }
      dismissible={created === undefined && !pending}
    >
      {created === undefined ? (
        <CreateKeyForm
          mode={mode}
          timeZone={timeZone}
          pending={pending}
          onPending={setPending}
          onCreated={setCreated}
        />
      ) : (
        <CreatedKey created={created} close={close} />
      )}
    </DialogContent>
  );
}
