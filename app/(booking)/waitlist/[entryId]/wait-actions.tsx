"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/app/_components/button";
import { FormError } from "@/app/_components/form-error";
import { type PageError, pageError } from "@/app/_trpc/error";
import { visitor } from "../../visitor-client";

type Props = { id: string; token: string; canClaim: boolean; canLeave: boolean; page: string };

export function WaitActions({ id, token, canClaim, canLeave, page }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState<"claim" | "leave" | null>(null);
  const [refusal, setRefusal] = useState<PageError | null>(null);

  async function act(what: "claim" | "leave", work: () => Promise<void>) {
    if (pending !== null) return;
    setPending(what);
    setRefusal(null);
    try {
      await work();
    } catch (error) {
      setRefusal(pageError(error));
    }
    setPending(null);
    router.refresh();
  }
  async function claim() {
    const booking = await visitor.waitlist.claim.mutate({ id, token });
    router.push(
      `/manage/${booking.id}?token=${encodeURIComponent(booking.cancel_token ?? "")}&new=1`,
    );
  }
  async function leave() {
    await visitor.waitlist.cancel.mutate({ id, token });
  }

  return (
    <div className="grid gap-3">
      <FormError error={refusal} />
      <div className="flex flex-wrap gap-2">
        {canClaim && (
          <Button
            variant="primary"
            loading={pending === "claim"}
            onClick={() => void act("claim", claim)}
          >
            Confirm the place
          </Button>
        )}
        {canLeave && (
          <Button loading={pending === "leave"} onClick={() => void act("leave", leave)}>
            {canClaim ? "Give it up" : "Leave the waitlist"}
          </Button>
        )}
        {!canLeave && !canClaim && <ButtonLink href={page}>See free times</ButtonLink>}
      </div>
    </div>
  );
}
