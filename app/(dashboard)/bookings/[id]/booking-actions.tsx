"use client";

import { useEffect, useSyncExternalStore } from "react";
import { CopyButton } from "@/app/_components/copy-button";
import type { Booking } from "@/server/bookings/schema";
import { CancelBookingDialog } from "./cancel-booking-dialog";
import { MoveBookingDialog } from "./move-booking-dialog";
import { ReassignDialog } from "./reassign-dialog";

export type ActionProps = { booking: Booking; title: string; timeZone: string };

type Props = ActionProps & {
  /** False once its event type is deleted: there are no slots to move to. */
  movable: boolean;
  nowMs: number;
};

const never = () => () => {};
const origin = () => window.location.origin;

/** What the organizer can do with a booking that is ahead or under way. */
export function BookingActions({ booking, title, movable, timeZone, nowMs }: Props) {
  const base = useSyncExternalStore(never, origin, () => "");
  const token = booking.cancel_token;
  // Once the booking is cancelled its buttons go, and the focused one among them: the title takes over.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) {
        document.getElementById("booking-title")?.focus();
      }
    },
    [],
  );
  return (
    <>
      {token !== null && (
        <CopyButton
          value={`${base}/manage/${booking.id}?token=${encodeURIComponent(token)}`}
          label="Copy invitee's link"
          size="md"
        />
      )}
      {movable && (
        <MoveBookingDialog booking={booking} title={title} timeZone={timeZone} nowMs={nowMs} />
      )}
      <ReassignDialog booking={booking} />
      <CancelBookingDialog booking={booking} title={title} timeZone={timeZone} />
    </>
  );
}
