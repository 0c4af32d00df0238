import type { z } from "zod";
import type { Booking, ListBookings } from "@/server/bookings/schema";

export const views = ["upcoming", "past", "cancelled"] as const;
export type View = (typeof views)[number];

export const viewLabels = {
  upcoming: "Upcoming",
  past: "Past",
  cancelled: "Cancelled",
} as const satisfies Record<View, string>;

export const parseView = (value: unknown): View =>
  views.find((view) => view === value) ?? "upcoming";

/** No booking is longer (contract §3), so what is under way began at most this long ago. */
const longestMs = 480 * 60_000;

type Query = z.input<typeof ListBookings>;

/** What a view asks of bookings.list at the instant `nowMs`: the soonest first, or the latest first. */
export function viewQuery(view: View, nowMs: number): Query {
  const now = new Date(nowMs).toISOString();
  switch (view) {
    case "upcoming":
      return { status: "confirmed", from: now, order: "asc" };
    case "past":
      return { status: "confirmed", to: now };
    case "cancelled":
      return { status: "cancelled" };
  }
}

/** What may be under way: it began before now; `isUnderWay` says of each whether it still is. */
export const underWayQuery = (nowMs: number): Query => ({
  status: "confirmed",
  from: new Date(nowMs - longestMs).toISOString(),
  to: new Date(nowMs).toISOString(),
  order: "asc",
});

type Times = Pick<Booking, "start_time" | "end_time">;

export const hasEnded = (booking: Times, nowMs: number): boolean =>
  Date.parse(booking.end_time) <= nowMs;

export const isUnderWay = (booking: Times, nowMs: number): boolean =>
  Date.parse(booking.start_time) <= nowMs && !hasEnded(booking, nowMs);

/** Whether the organizer can still move or cancel it: there is something left to change. */
export const isChangeable = (booking: Times & Pick<Booking, "status">, nowMs: number): boolean =>
  booking.status !== "cancelled" && !hasEnded(booking, nowMs);

/** Address of a view, filtered by event type or not. */
export function viewHref(view: View, eventTypeId: string | undefined): string {
  const query = new URLSearchParams({
    ...(view === "upcoming" ? {} : { view }),
    ...(eventTypeId === undefined ? {} : { event_type: eventTypeId }),
  }).toString();
  return query === "" ? "/bookings" : `/bookings?${query}`;
}
