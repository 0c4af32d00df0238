import type { Booking } from "@/server/bookings/schema";

export type BookedState = "new" | "moved" | "open" | "begun" | "cancelled";

/** What is to be said of a booking now; what it is comes before what was just done with it. */
export function stateOf(
  booking: Pick<Booking, "status" | "start_time">,
  nowMs: number,
  just: { justBooked: unknown; justMoved: unknown },
): BookedState {
  if (booking.status === "cancelled") return "cancelled";
  if (Date.parse(booking.start_time) <= nowMs) return "begun";
  if (just.justMoved === "1") return "moved";
  return just.justBooked === "1" ? "new" : "open";
}
