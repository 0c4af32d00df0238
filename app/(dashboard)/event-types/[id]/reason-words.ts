import type { refusals } from "@/server/availability/schema";

/** Why a time is not offered, for the organizer. */
export const reasonWords = {
  booked: "Booked",
  buffer: "Too close to another booking: its free time before or after",
  host_hours: "Outside the hours of whoever hosts it",
  external_calendar: "Busy in a connected calendar",
  calendar_unreachable: "A connected calendar cannot be read, so its times are closed",
  minimum_notice: "Too soon: less than the minimum notice ahead",
  booking_window: "Further ahead than can be booked",
  cap: "The limit on bookings is reached",
  past: "Past",
  override: "Closed on this date by an override",
  no_host: "Nobody hosts it",
  not_on_grid: "Between two start times",
} as const satisfies Record<(typeof refusals)[number], string>;
