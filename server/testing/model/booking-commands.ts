import { expect } from "vitest";
import type { Scope } from "../../scope";
import { cancelBooking } from "../../bookings/cancel";
import { createBooking } from "../../bookings/create";
import { reassignBooking } from "../../bookings/reassign";
import { rescheduleBooking } from "../../bookings/reschedule";
import { judge } from "./choose";
import { callerOf, pick, typeOf, unlessRefused } from "./command";
import { type Freed, offerFreed, widen } from "./line";
import {
  type Booking,
  dayMinutes,
  instant,
  liveOnes,
  meet,
  type Model,
  offeredStarts,
  takers,
  type Wish,
} from "./model";

export type Aim = { free: boolean; nth: number; day: number; minute: number };

/** Most starts are on offer (the nth that is), the others anywhere near. */
function startAt(model: Model, aim: Aim, wish: Omit<Wish, "start">): number {
  const free = aim.free ? pick(offeredStarts(model, wish), aim.nth) : undefined;
  return free ?? aim.day * dayMinutes + aim.minute;
}

type Create = { type: number; duration: number; seats: number; aim: Aim };

export async function create(its: Create, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  const { duration } = its;
  const seats = Math.min(its.seats, type.max);
  const start = startAt(model, its.aim, { type, duration });
  const attendees = Array.from({ length: seats }, (_, index) => ({
    name: `Guest ${index}`,
    email: `guest-${index}@example.com`,
  }));
  const input = { event_type_id: type.id, start_time: instant(start), duration, attendees };
  const answer = await unlessRefused(createBooking(callerOf(scope), input));
  const session = judge(model, { type, start, duration }, seats, answer);
  if (session !== null && answer !== null) {
    model.bookings.push({ id: answer.id, session, seats, live: true });
  }
}

const placeOf = ({ session, seats }: Booking): Freed => {
  const { type, start, end } = session;
  return { type, start, duration: end - start, seats };
};

/** A booking: mostly one that is not cancelled. */
type Nth = { nth: number; live: boolean };
const bookingOf = (model: Model, { nth, live }: Nth): Booking | undefined =>
  pick(live ? liveOnes(model) : model.bookings, nth);

type Reschedule = Nth & { duration: number | null; aim: Aim };

export async function reschedule(its: Reschedule, model: Model, scope: Scope): Promise<void> {
  const moving = bookingOf(model, its);
  if (moving === undefined) return;
  const left = placeOf(moving);
  const wish = { type: left.type, duration: its.duration ?? left.duration, moving };
  const start = startAt(model, its.aim, wish);
  const input = {
    id: moving.id,
    new_start_time: instant(start),
    ...(its.duration === null ? {} : { duration: its.duration }),
  };
  const answer = await unlessRefused(rescheduleBooking(callerOf(scope), input));
  if (!moving.live) {
    expect(answer).toBeNull();
    return;
  }
  const session = judge(model, { ...wish, start }, moving.seats, answer);
  if (session !== null) {
    moving.session = session;
    await offerFreed(model, scope, [left]);
  }
}

export async function cancel(its: Nth, model: Model, scope: Scope): Promise<void> {
  const booking = bookingOf(model, its);
  if (booking === undefined) return;
  const answer = await cancelBooking(callerOf(scope), { id: booking.id });
  expect(answer.status).toBe("cancelled");
  if (booking.live) {
    booking.live = false;
    await offerFreed(model, scope, [placeOf(booking)]);
  }
}

type Reassign = Nth & { member: number };

/** All of a session go to another member, unless that one's time is taken. */
export async function reassign(its: Reassign, model: Model, scope: Scope): Promise<void> {
  const booking = bookingOf(model, its);
  const member = pick(model.members, its.member);
  if (booking === undefined || member === undefined) return;
  const { session } = booking;
  const isTaken = takers(model).some(
    (each) =>
      each.session !== session && each.session.host === member && meet(each.session, session),
  );
  const input = { id: booking.id, member_id: member };
  await widen(model, scope, session.type, async () => {
    const answer = await unlessRefused(reassignBooking(callerOf(scope), input));
    expect(answer === null).toBe(!booking.live || isTaken);
    if (answer !== null) {
      expect(answer.assigned_host?.member_id).toBe(member);
      session.host = member;
    }
  });
}
