import type { Booking } from "@/server/bookings/schema";

export type Moment = { what: string; at: string; why: string | null };

type Told = Pick<Booking, "created_at" | "rescheduled_at" | "cancelled_at" | "cancel_reason">;

/** What a booking itself tells of what happened to it, the latest first. */
export function bookingHistory(booking: Told): Moment[] {
  const { created_at: created, rescheduled_at: moved, cancelled_at: cancelled } = booking;
  return [
    ...(cancelled === null
      ? []
      : [{ what: "Cancelled", at: cancelled, why: booking.cancel_reason }]),
    ...(moved === null ? [] : [{ what: "Moved to its present time", at: moved, why: null }]),
    { what: "Booked", at: created, why: null },
  ];
}
