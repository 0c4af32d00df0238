"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Select, SelectItem } from "@/app/_components/select";
import { useTrpc, useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { Booking } from "@/server/bookings/schema";

/** Gives a booking to somebody else of the team, at the same time. */
export function ReassignDialog({ booking }: { booking: Booking }) {
  const router = useRouter();
  const client = useTrpcClient();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState("");
  const trpc = useTrpc();
  const members = useQuery(trpc.members.list.queryOptions({ limit: 100 }, { enabled: open }));
  const present = booking.assigned_host;
  const others = (members.data?.data ?? []).filter(({ id }) => id !== present?.member_id);

  async function reassign() {
    if (chosen === "") throw new Error("Choose who takes it.");
    try {
      await client.bookings.reassign.mutate({ id: booking.id, member_id: chosen });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    toast.success("It has another host", { description: "They and the invitee are mailed." });
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button>Change host</Button>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setChosen("");
      }}
      title="Give it to somebody else?"
      description={
        <>
          The time stays, and {present?.name ?? "the host"} is free then. Whoever is booked at that
          time cannot take it.
          {booking.attendee_count > 1 && " Everybody of the session goes along."}
        </>
      }
      confirmLabel="Change host"
      cancelLabel="Keep host"
      destructive={false}
      onConfirm={reassign}
    >
      <Field label="New host" name="member_id">
        <Select value={chosen} onValueChange={setChosen} placeholder="Choose…">
          {others.map(({ id, name }) => (
            <SelectItem key={id} value={id}>
              {name}
            </SelectItem>
          ))}
        </Select>
      </Field>
      {members.data !== undefined && others.length === 0 && (
        <p className="text-sm text-muted">
          There is nobody else yet. Invite somebody under Settings → Team.
        </p>
      )}
    </ConfirmDialog>
  );
}
