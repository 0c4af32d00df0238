import { AppError } from "../errors";
import type { Refusal } from "../availability/slots";

const past = "start_time is in the past. Choose a slot that GET /v1/availability lists.";

/** Why a slot cannot be booked, as its caller is told (contract §1, `bad_request` and `conflict`). */
const answers = {
  past: ["bad_request", past],
  minimum_notice: [
    "bad_request",
    "start_time is too soon: the event type's minimum notice has begun",
  ],
  booking_window: ["bad_request", "start_time is beyond the event type's booking window"],
  booked: ["conflict", "This slot is already taken. Choose another one."],
  buffer: ["conflict", "This slot is too close to another booking. Choose another one."],
  host_hours: ["conflict", "This slot is outside the host's hours. Choose another one."],
  external_calendar: ["conflict", "The host is busy at this time. Choose another slot."],
  calendar_unreachable: ["conflict", "The host's calendar cannot be read, so this slot is closed."],
  cap: ["conflict", "No more bookings are taken for this period. Choose another slot."],
  override: ["conflict", "This slot is no longer offered. Choose another one."],
  no_host: ["conflict", "The event type takes no bookings at the moment."],
  not_on_grid: [
    "conflict",
    "This slot is not offered. Choose one that GET /v1/availability lists.",
  ],
} as const satisfies Record<Refusal, readonly ["bad_request" | "conflict", string]>;

/** The error for a start that the slot engine refuses; `field` is the input that named it. */
export function slotRefused(refusal: Refusal, field: "start_time" | "new_start_time"): AppError {
  const [code, message] = answers[refusal];
  return new AppError(code, message.replace("start_time", field), {
    details: { [field]: refusal },
  });
}
