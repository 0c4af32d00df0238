"use client";

import { useState } from "react";
import { Button } from "@/app/_components/button";
import { Dialog, DialogContent, DialogTrigger } from "@/app/_components/dialog";
import { formatRange } from "@/app/_components/format-instant";
import type { ActionProps } from "./booking-actions";
import { MoveBookingForm } from "./move-booking-form";

export function MoveBookingDialog(props: ActionProps & { nowMs: number }) {
  const { booking, title, timeZone } = props;
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const now = formatRange(
    new Date(booking.start_time),
    new Date(booking.end_time),
    { timeZone, locale: "en-US" },
    true,
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>Move</Button>
      </DialogTrigger>
      <DialogContent
        title={`Move “${title}” with ${booking.invitee_name}`}
        description={`Now: ${now}`}
        dismissible={!pending}
      >
        <MoveBookingForm
          {...props}
          pending={pending}
          onPending={setPending}
          close={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
