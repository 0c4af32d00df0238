import { civilDateAt } from "@/server/time";
import type { InviteeBooking } from "@/server/bookings/schema";
import { type Answer, answerPage, notice, type Visit } from "../../answer-page";
import { callerCode, isRefusedInput } from "../../caller-code";
import { lastMonth } from "../../free-times";
import { stateOf } from "./booked-state";

type Context = { params: Promise<{ bookingId: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return await answerPage(async (visit) => {
    const { bookingId } = await params;
    const token = visit.query.get("token") ?? "";
    const found = await bookingFor(visit, bookingId, token);
    const { booked, manage } = visit.spoken.words;
    const head = { title: booked.open, robots: "noindex, nofollow" } as const;
    // A wrong token and a booking that is not there alike: the address must not tell which.
    if (found === null) return notice(404, head, [manage.invalid, manage.invalidText]);
    if (found === "throttled") return notice(429, head, [manage.tooMany, manage.tooManyText]);
    return { head, content: managePage(visit, found, token) };
  });
}

/** Null for a wrong or missing token and for a booking that is not there; "throttled" after too many of these. */
async function bookingFor({ api }: Visit, id: string, token: string) {
  try {
    return await api.bookings.getForInvitee({ id, token });
  } catch (error) {
    const code = callerCode(error);
    if (code === "unauthorized" || isRefusedInput(error)) return null;
    if (code === "rate_limit_exceeded") return "throttled";
    throw error;
  }
}

function managePage(
  { nowMs, query }: Visit,
  found: InviteeBooking,
  token: string,
): Answer["content"] {
  const { booking, event_type: eventType } = found;
  const just = { justBooked: query.get("new"), justMoved: query.get("moved") };
  return {
    view: "manage",
    found,
    token,
    state: stateOf(booking, nowMs, just),
    nowMs,
    lastMonth: lastMonth(civilDateAt(eventType.timezone, nowMs), eventType.booking_window_days),
  };
}
