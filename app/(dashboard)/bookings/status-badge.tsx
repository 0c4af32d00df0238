import { Badge } from "@/app/_components/badge";
import type { Booking } from "@/server/bookings/schema";
import { hasEnded, isUnderWay } from "./views";

type Props = {
  booking: Pick<Booking, "status" | "start_time" | "end_time">;
  nowMs: number;
};

/** The state in a word; of a confirmed booking also whether it is under way or over. */
export function StatusBadge({ booking, nowMs }: Props) {
  switch (booking.status) {
    case "cancelled":
      return <Badge dot>Cancelled</Badge>;
    case "pending_payment":
      return (
        <Badge tone="warning" dot>
          Awaiting payment
        </Badge>
      );
    case "confirmed":
    case "rescheduled":
      if (hasEnded(booking, nowMs)) return <Badge dot>Past</Badge>;
      if (isUnderWay(booking, nowMs)) {
        return (
          <Badge tone="accent" dot>
            Under way
          </Badge>
        );
      }
      return (
        <Badge tone="success" dot>
          Confirmed
        </Badge>
      );
  }
}
