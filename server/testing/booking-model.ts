import { expect } from "vitest";
import type { Booking as Answer } from "../bookings/schema";

// Times of the model are minutes since the first of three days that any two caps tell apart: a Sunday, then a Monday
// that ends a month, then a Tuesday that begins one.
export const dates = ["2027-05-30", "2027-05-31", "2027-06-01"] as const;
const periods = { daily: [0, 1, 2], weekly: [0, 1, 1], monthly: [0, 0, 1], total: [0, 0, 0] };
export const dayMinutes = 24 * 60;
const minuteMs = 60_000;
const originMs = Date.UTC(2027, 4, 30);
export const instant = (minute: number) => originMs + minute * minuteMs;
export const minuteOf = (time: string) => (Date.parse(time) - originMs) / minuteMs;

export const durations = [10, 15, 20, 30];

export type Window = { day: number; from: number; to: number };
export type Settings = {
  duration: number;
  before: number;
  after: number;
  interval: number | null;
  cap: { limit: number; period: keyof typeof periods } | null;
};
export type Type = Settings & { id: string; max: number; hosts: string[]; windows: Window[] };
/** A stretch of a host's time with the buffers it was booked with; whoever comes are the live bookings in it. */
export type Session = {
  type: Type;
  host: string;
  start: number;
  end: number;
  before: number;
  after: number;
};
export type Booking = { id: string; session: Session; seats: number; live: boolean };
export type Model = { types: Type[]; bookings: Booking[]; commands: number };
export type Wish = { type: Type; start: number; duration: number; moving?: Booking | undefined };
type Offer = { spots: number; hosts: string[]; join: Session[] };

export const liveOnes = (model: Model, except?: Booking) =>
  model.bookings.filter((booking) => booking.live && booking !== except);

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

/** What may be booked at a time, by the contract's words; null where nothing may. */
export function offer(model: Model, { type, start, duration, moving }: Wish): Offer | null {
  const others = liveOnes(model, moving);
  const sessions = [...new Set(others.map(({ session }) => session))];
  const seats = (session: Session) =>
    sum(others.filter((each) => each.session === session).map((each) => each.seats));
  const end = start + duration;
  const { cap } = type;
  if (cap !== null) {
    const period = (minute: number) => periods[cap.period][Math.floor(minute / dayMinutes)];
    const counted = others.filter(
      ({ session }) => session.type === type && period(session.start) === period(start),
    );
    if (counted.length >= cap.limit) return null;
  }
  const open = sessions.filter(
    (its) => its.type === type && its.start === start && its.end === end && seats(its) < type.max,
  );
  if (open.length > 0) {
    const fewest = Math.min(...open.map(seats));
    const join = open.filter((session) => seats(session) === fewest);
    return { spots: type.max - fewest, hosts: join.map(({ host }) => host), join };
  }
  const step = type.interval ?? type.before + duration + type.after;
  const onGrid = type.windows.some(({ day, from, to }) => {
    const since = start - (day * dayMinutes + from);
    return since >= 0 && since % step === 0 && end <= day * dayMinutes + to;
  });
  const hosts = type.hosts.filter((host) =>
    sessions.every(
      (its) =>
        its.host !== host ||
        its.end + its.after <= start - type.before ||
        its.start - its.before >= end + type.after,
    ),
  );
  return onGrid && hosts.length > 0 ? { spots: type.max, hosts, join: [] } : null;
}

/** The starts that any window of this test could have, on each of the days. */
const starts = dates.flatMap((_, day) =>
  Array.from({ length: 40 }, (__, nth) => day * dayMinutes + 500 + nth * 5),
);

export const offeredStarts = (model: Model, wish: Omit<Wish, "start">) =>
  starts.filter((start) => offer(model, { ...wish, start }) !== null);

/** Compares an answer with the model's. @returns the session that the booking is in now, or null when refused */
export function judge(
  model: Model,
  wish: Wish,
  seats: number,
  answer: Answer | null,
): Session | null {
  const { type, start, duration, moving } = wish;
  const offered = offer(model, wish);
  const expected = offered !== null && seats <= offered.spots ? offered : null;
  expect(answer === null ? "refused" : "booked").toBe(expected === null ? "refused" : "booked");
  if (answer === null || expected === null) return null;
  const host = answer.assigned_host?.member_id ?? "";
  expect(expected.hosts).toContain(host);
  expect([minuteOf(answer.start_time), minuteOf(answer.end_time)]).toEqual([
    start,
    start + duration,
  ]);
  expect(answer.attendee_count).toBe(seats);
  const joined = expected.join.find((session) => session.host === host);
  if (joined !== undefined) return joined;
  // Whoever is moved keeps their host where that host is free.
  const present = moving?.session.host;
  if (present !== undefined && expected.hosts.includes(present)) expect(host).toBe(present);
  return { type, host, start, end: start + duration, before: type.before, after: type.after };
}
