"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/app/_components/alert-dialog";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { formatRange } from "@/app/_components/format-instant";
import { Textarea } from "@/app/_components/textarea";
import { useTrpcClient } from "@/app/_trpc/client";
import { pageError } from "@/app/_trpc/error";
import type { ActionProps } from "./booking-actions";

export function CancelBookingDialog({ booking, title, timeZone }: ActionProps) {
  const router = useRouter();
  const client = useTrpcClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const when = formatRange(new Date(booking.start_time), new Date(booking.end_time), {
    timeZone,
    locale: "en-US",
  });

  function change(next: boolean) {
    setOpen(next);
    if (next) setReason("");
  }

  async function cancel() {
    try {
      await client.bookings.cancel.mutate({ id: booking.id, reason: reason.trim() || null });
    } catch (error) {
      throw new Error(pageError(error).message, { cause: error });
    }
    toast.success("The booking is cancelled");
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button>Cancel booking</Button>}
      open={open}
      onOpenChange={change}
      title={`Cancel “${title}” with ${booking.invitee_name}?`}
      description={
        <>
          {when}.{" "}
          {booking.attendee_count > 1
            ? `The places of all ${booking.attendee_count} attendees are freed at once, and others can book them.`
            : "The invitee's place is freed at once, and others can book it."}{" "}
          A cancelled booking cannot be brought back.
        </>
      }
      confirmLabel="Cancel booking"
      cancelLabel="Keep booking"
      onConfirm={cancel}
    >
      <Field label="Reason" hint="Kept with the booking." optional>
        <Textarea
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={500}
          rows={2}
        />
      </Field>
    </ConfirmDialog>
  );
}
