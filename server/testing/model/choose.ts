import { expect } from "vitest";
import type { Booking as Answer } from "../../bookings/schema";
import { minuteOf, type Model, offer, type Offer, type Session, takers, type Wish } from "./model";

/** Under `least_booked` nobody is given more than this many in a row while others are free. */
const mostInARow = 2;

/** Whom the event type's strategy gives a new session to (contract §3, `assignment_strategy`). */
function chosen(model: Model, { type, moving }: Wish, free: string[]): string {
  const present = moving?.session.host;
  if (present !== undefined && free.includes(present)) return present;
  const live = [...new Set(takers(model, moving).map(({ session }) => session))];
  const ofType = model.sessions.filter((session) => session.type === type);
  const standing = (host: string) => ({
    host,
    recent: live.filter((session) => session.host === host).length,
    priority: type.team.get(host) ?? 0,
    last: Math.max(-1, ...ofType.flatMap((its) => (its.host === host ? [its.given] : []))),
  });
  const by = { round_robin: [], least_booked: ["recent"], priority: ["priority"] } as const;
  const [first, second] = free
    .map(standing)
    .toSorted(
      (a, b) =>
        [...by[type.strategy], "last" as const].reduce(
          (order, key) => order || a[key] - b[key],
          0,
        ) || a.host.localeCompare(b.host),
    );
  if (first === undefined) throw new Error("somebody is free");
  const last = ofType.slice(-mostInARow);
  const hadEnough =
    type.strategy === "least_booked" &&
    last.length === mostInARow &&
    last.every(({ host }) => host === first.host);
  return hadEnough && second !== undefined ? second.host : first.host;
}

/** The session that a place with this host is in: one that is joined, or a new one. Fails where the host is not right. */
export function placeWith(model: Model, wish: Wish, offered: Offer, host: string): Session {
  const { type, start, duration } = wish;
  expect(offered.hosts).toContain(host);
  const joined = offered.join.find((session) => session.host === host);
  if (joined !== undefined) return joined;
  expect(host).toBe(chosen(model, wish, offered.hosts));
  const { before, after } = type;
  const given = model.transactions;
  const session = { type, host, start, end: start + duration, before, after, given };
  model.sessions.push(session);
  return session;
}

/** Compares an answer with the model's. @returns the session that the booking is in now, or null when refused */
export function judge(
  model: Model,
  wish: Wish,
  seats: number,
  answer: Answer | null,
): Session | null {
  const offered = offer(model, wish);
  const expected = offered !== null && seats <= offered.spots ? offered : null;
  expect(answer === null ? "refused" : "booked").toBe(expected === null ? "refused" : "booked");
  if (answer === null || expected === null) return null;
  expect([minuteOf(answer.start_time), minuteOf(answer.end_time)]).toEqual([
    wish.start,
    wish.start + wish.duration,
  ]);
  expect(answer.attendee_count).toBe(seats);
  return placeWith(model, wish, expected, answer.assigned_host?.member_id ?? "");
}
