import { expect, test } from "vitest";
import { bookingHistory } from "./history";

const created_at = "2026-11-01T10:00:00.000Z";
const fresh = { created_at, rescheduled_at: null, cancelled_at: null, cancel_reason: null };

test("a booking that nothing happened to was only booked", () => {
  expect(bookingHistory(fresh)).toEqual([{ what: "Booked", at: created_at, why: null }]);
});

test("a booking that was moved and then cancelled tells the latest first, with the reason", () => {
  const history = bookingHistory({
    ...fresh,
    rescheduled_at: "2026-11-02T10:00:00.000Z",
    cancelled_at: "2026-11-03T10:00:00.000Z",
    cancel_reason: "Travelling",
  });
  expect(history.map(({ what }) => what)).toEqual([
    "Cancelled",
    "Moved to its present time",
    "Booked",
  ]);
  expect(history[0]?.why).toBe("Travelling");
});
