"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/app/_components/button";
import { LocalTime } from "@/app/_components/local-time";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Invitation } from "@/server/members/schema";
import { roleLabels } from "./role-words";

type Props = { invitations: readonly Invitation[]; timeZone: string };

/** Who was asked and has not answered. */
export function Invitations({ invitations, timeZone }: Props) {
  return (
    <section aria-labelledby="invited" className="grid grid-cols-1 gap-2">
      <h2 id="invited" className="text-base font-semibold">
        Invited
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 last:border-b-0"
          >
            <div className="grid min-w-0 gap-0.5">
              <p className="truncate font-medium">{invitation.email}</p>
              <p className="text-sm text-muted">
                {roleLabels[invitation.role]} · by {invitation.invited_by} · until{" "}
                <LocalTime
                  at={invitation.expires_at}
                  format="date"
                  timeZone={timeZone}
                  locale="en-US"
                />
              </p>
            </div>
            <TakeBack invitation={invitation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ invitation: { id, email } }: { invitation: Invitation }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [pending, setPending] = useState(false);
  async function takeBack() {
    setPending(true);
    try {
      await client.members.revokeInvitation.mutate({ id });
      toast.success(`The invitation of ${email} is taken back`);
      router.refresh();
    } catch (error) {
      toast.error(pageError(error).message);
    }
    setPending(false);
  }
  return (
    <Button size="sm" loading={pending} onClick={() => void takeBack()}>
      Take back
    </Button>
  );
}
