import { expect, test } from "vitest";
import { hasEnded, isChangeable, isUnderWay, parseView, viewHref, viewQuery } from "./views";

const nowMs = Date.parse("2026-11-24T12:00:00.000Z");
const booking = (start: string, end: string) => ({
  start_time: `2026-11-24T${start}:00.000Z`,
  end_time: `2026-11-24T${end}:00.000Z`,
});

test("a booking is under way from its start until its end", () => {
  expect(isUnderWay(booking("12:00", "12:30"), nowMs)).toBe(true);
  expect(isUnderWay(booking("11:30", "12:01"), nowMs)).toBe(true);
  expect(isUnderWay(booking("11:30", "12:00"), nowMs)).toBe(false);
  expect(isUnderWay(booking("12:01", "12:30"), nowMs)).toBe(false);
  expect(hasEnded(booking("11:30", "12:00"), nowMs)).toBe(true);
});

test("only what has not ended and is not cancelled can be changed", () => {
  const ahead = booking("13:00", "13:30");
  const over = booking("10:00", "10:30");
  expect(isChangeable({ ...ahead, status: "confirmed" }, nowMs)).toBe(true);
  expect(isChangeable({ ...ahead, status: "pending_payment" }, nowMs)).toBe(true);
  expect(isChangeable({ ...ahead, status: "cancelled" }, nowMs)).toBe(false);
  expect(isChangeable({ ...over, status: "confirmed" }, nowMs)).toBe(false);
});

test("upcoming asks for the soonest first, the other views for the latest first", () => {
  expect(viewQuery("upcoming", nowMs)).toEqual({
    status: "confirmed",
    from: "2026-11-24T12:00:00.000Z",
    order: "asc",
  });
  expect(viewQuery("past", nowMs)).toEqual({ status: "confirmed", to: "2026-11-24T12:00:00.000Z" });
  expect(viewQuery("cancelled", nowMs)).toEqual({ status: "cancelled" });
});

test("an address that names no view shows what is upcoming", () => {
  expect(parseView("past")).toBe("past");
  expect(parseView("yesterday")).toBe("upcoming");
  expect(parseView(["past", "cancelled"])).toBe("upcoming");
  expect(parseView(undefined)).toBe("upcoming");
});

test("a view's address keeps the event type it is filtered by", () => {
  expect(viewHref("upcoming", undefined)).toBe("/bookings");
  expect(viewHref("past", undefined)).toBe("/bookings?view=past");
  expect(viewHref("upcoming", "x")).toBe("/bookings?event_type=x");
  expect(viewHref("cancelled", "x")).toBe("/bookings?view=cancelled&event_type=x");
});
