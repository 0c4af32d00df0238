"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";

export function SendAgain({ id }: { id: string }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [pending, setPending] = useState(false);
  async function send() {
    setPending(true);
    try {
      await client.emails.sendAgain.mutate({ id });
      toast.success("It is on its way");
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
    setPending(false);
  }
  return (
    <Button loading={pending} onClick={() => void send()}>
      Send again
    </Button>
  );
}
