import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAvailability } from "../availability/list";
import { replaceAvailability } from "../availability/replace";
import { prisma } from "../db";
import { AppError } from "../errors";
import { updateEventType } from "../event-types/update";
import type { Scope } from "../scope";
import { brokenLaws } from "../testing/booking-laws";
import {
  type Model,
  type Settings,
  type Type,
  type Window,
  type Wish,
  dates,
  dayMinutes,
  durations,
  instant,
  liveOnes,
  minuteOf,
  judge,
  offer,
  offeredStarts,
} from "../testing/booking-model";
import { addHosts, newEventType, newMember, newOrganization } from "../testing/factories";
import { cancelBooking } from "./cancel";
import { createBooking } from "./create";
import { listRescheduleSlots, rescheduleBooking } from "./reschedule";
import type { Booking as Answer } from "./schema";

const nowMs = Date.UTC(2027, 4, 20);
const auditEvery = 50;

type Real = { scope: Scope };

/** @returns null for a conflict; whatever else goes wrong is a failure of the test */
async function unlessConflict(work: Promise<Answer>): Promise<Answer | null> {
  return await work.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  });
}

const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % items.length];

/** A command that changes both sides, compares their answers and, now and then, all that they hold. */
class Command implements fc.AsyncCommand<Model, Real> {
  readonly text: string;
  readonly act: (model: Model, real: Real) => Promise<void>;

  constructor(text: string, act: (model: Model, real: Real) => Promise<void>) {
    this.text = text;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    const broken = await brokenLaws(real.scope.organizationId);
    if (broken.length > 0) throw new Error(broken.join("; "));
    model.commands += 1;
    if (model.commands % auditEvery === 0) await audit(model, real);
  }

  toString(): string {
    return this.text;
  }
}

const callerOf = (scope: Scope) => ({ ...scope, scope });

type Aim = { free: boolean; nth: number; day: number; minute: number };

/** Half of all starts are on offer (the nth that is), the others anywhere near. */
function startAt(model: Model, aim: Aim, wish: Omit<Wish, "start">): number {
  const free = aim.free ? pick(offeredStarts(model, wish), aim.nth) : undefined;
  return free ?? aim.day * dayMinutes + aim.minute;
}

const typeOf = (model: Model, index: number): Type => {
  const type = pick(model.types, index);
  if (type === undefined) throw new Error("a model has types");
  return type;
};

type Create = { type: number; duration: number; seats: number; aim: Aim };

const create = (its: Create) =>
  new Command(`create${JSON.stringify(its)}`, async (model, { scope }) => {
    const type = typeOf(model, its.type);
    const { duration } = its;
    const seats = Math.min(its.seats, type.max);
    const start = startAt(model, its.aim, { type, duration });
    const attendees = Array.from({ length: seats }, (_, index) => ({
      name: `Guest ${index}`,
      email: `guest-${index}@example.com`,
    }));
    const input = { event_type_id: type.id, start_time: instant(start), duration, attendees };
    const answer = await unlessConflict(createBooking(callerOf(scope), input));
    const session = judge(model, { type, start, duration }, seats, answer);
    if (session !== null && answer !== null) {
      model.bookings.push({ id: answer.id, session, seats, live: true });
    }
  });

type Reschedule = { booking: number; duration: number | null; aim: Aim };

const reschedule = (its: Reschedule) =>
  new Command(`reschedule${JSON.stringify(its)}`, async (model, { scope }) => {
    const moving = pick(model.bookings, its.booking);
    if (moving === undefined) return;
    const { type, start: from, end } = moving.session;
    const wish = { type, duration: its.duration ?? end - from, moving };
    const start = startAt(model, its.aim, wish);
    const input = {
      id: moving.id,
      new_start_time: instant(start),
      ...(its.duration === null ? {} : { duration: its.duration }),
    };
    const answer = await unlessConflict(rescheduleBooking(callerOf(scope), input));
    if (!moving.live) {
      expect(answer).toBeNull();
      return;
    }
    moving.session = judge(model, { ...wish, start }, moving.seats, answer) ?? moving.session;
  });

const cancel = (nth: number) =>
  new Command(`cancel(${nth})`, async (model, { scope }) => {
    const booking = pick(model.bookings, nth);
    if (booking === undefined) return;
    const answer = await cancelBooking(callerOf(scope), { id: booking.id });
    expect(answer.status).toBe("cancelled");
    booking.live = false;
  });

type Change = { type: number; settings: Settings };

const changeSettings = (its: Change) =>
  new Command(`changeSettings${JSON.stringify(its)}`, async (model, { scope }) => {
    const type = typeOf(model, its.type);
    await updateEventType(scope, {
      id: type.id,
      duration_minutes: its.settings.duration,
      duration_options: durations,
      buffer_before_minutes: its.settings.before,
      buffer_after_minutes: its.settings.after,
      slot_interval_minutes: its.settings.interval,
      booking_cap: its.settings.cap?.limit ?? null,
      booking_cap_period: its.settings.cap?.period ?? null,
    });
    Object.assign(type, its.settings);
  });

type Capacity = { type: number; max: number };

/** Sessions that have begun take as many as their type does now. A type for one stays one. */
const changeCapacity = (its: Capacity) =>
  new Command(`changeCapacity${JSON.stringify(its)}`, async (model, { scope }) => {
    const type = typeOf(model, its.type);
    if (type.max === 1) return;
    await updateEventType(scope, { id: type.id, max_attendees: its.max });
    type.max = its.max;
  });

type Rules = { type: number; windows: Window[]; override: Window | null };

/** The windows of the three days as weekly ones; an override has one of them instead of what its weekday has. */
const changeRules = (its: Rules) =>
  new Command(`changeRules${JSON.stringify(its)}`, async (model, { scope }) => {
    const type = typeOf(model, its.type);
    const { override } = its;
    const seconds = ({ from, to }: Window) => ({ start_time: from * 60, end_time: to * 60 });
    await replaceAvailability(scope, {
      id: type.id,
      timezone: "UTC",
      rules: its.windows.map((window) => ({ day_of_week: window.day, ...seconds(window) })),
      overrides:
        override === null
          ? []
          : [{ date: dates[override.day] ?? "", windows: [seconds(override)] }],
    });
    const weekly = its.windows.filter(({ day }) => day !== override?.day);
    type.windows = override === null ? weekly : [...weekly, override];
  });

/** All that the database holds and lists, against the model. */
async function audit(model: Model, { scope }: Real): Promise<void> {
  const live = liveOnes(model);
  const where = { organizationId: scope.organizationId, live: true };
  const sessions = new Set(live.map(({ session }) => session)).size;
  expect(await prisma.allocation.count({ where })).toBe(sessions);
  const range = { start: dates[0], end: dates[2], timezone: "UTC" };
  for (const type of model.types) {
    for (const duration of durations) {
      const input = { ...range, event_type_id: type.id, duration };
      const { slots } = await listAvailability({ scope, nowMs }, input);
      expectListed(model, { type, duration }, slots);
    }
  }
  for (const moving of live.slice(-5)) {
    const { type, start, end } = moving.session;
    const input = { ...range, id: moving.id };
    const { slots } = await listRescheduleSlots(callerOf(scope), input);
    expectListed(model, { type, duration: end - start, moving }, slots);
  }
}

type Listed = { start_time: string; spots_remaining: number }[];

function expectListed(model: Model, wish: Omit<Wish, "start">, slots: Listed): void {
  const expected = offeredStarts(model, wish).map((start) => [
    start,
    offer(model, { ...wish, start })?.spots,
  ]);
  expect(slots.map((slot) => [minuteOf(slot.start_time), slot.spots_remaining])).toEqual(expected);
}

async function begin(): Promise<{ model: Model; real: Real }> {
  const organization = await newOrganization();
  const member = await newMember(organization);
  const [owner, both] = [[organization.memberId], [organization.memberId, member]];
  const types: Type[] = [];
  for (const { max, hosts } of [
    { max: 1, hosts: owner },
    { max: 3, hosts: owner },
    { max: 1, hosts: both },
    { max: 3, hosts: both },
  ]) {
    const fields = { duration_minutes: 10, max_attendees: max, duration_options: durations };
    const { id } = await newEventType(organization.live, fields, { rules: [] });
    if (hosts.length > 1) await addHosts(id, hosts);
    const settings = { duration: 10, before: 0, after: 0, interval: null, cap: null };
    types.push({ id, max, hosts, windows: [], ...settings });
  }
  const real = { scope: { ...organization.scope, nowMs } };
  const windows = dates.map((_, day) => ({ day, from: 540, to: 660 }));
  const model = { types, bookings: [], commands: 0 };
  for (const type of types.keys()) {
    await changeRules({ type, windows, override: null }).act(model, real);
    await changeSettings({ type, settings: { ...typeOf(model, type) } }).act(model, real);
  }
  return { model, real };
}

const fives = (min: number, max: number) =>
  fc.integer({ min: min / 5, max: max / 5 }).map((count) => count * 5);
const index = fc.nat(1000);
const type = fc.nat(3);
const day = fc.nat(2);
const aim = fc.record({
  free: fc.boolean(),
  nth: index,
  day,
  minute: fc.oneof(
    { weight: 9, arbitrary: fives(520, 680) },
    { weight: 1, arbitrary: fc.integer({ min: 520, max: 680 }) },
  ),
});
const settings = fc.record({
  duration: fc.constantFrom(...durations),
  before: fc.constantFrom(0, 0, 5, 10),
  after: fc.constantFrom(0, 0, 5, 15),
  interval: fc.constantFrom(null, 5, 10, 15, 30),
  cap: fc.option(
    fc.record({
      limit: fc.integer({ min: 1, max: 6 }),
      period: fc.constantFrom("daily", "weekly", "monthly", "total"),
    }),
  ),
});
const oneWindow = (on: fc.Arbitrary<number>) =>
  fc.record({ day: on, from: fives(525, 570), length: fives(15, 90) });
const toWindow = (its: { day: number; from: number; length: number }): Window => ({
  day: its.day,
  from: its.from,
  to: its.from + its.length,
});
const windows = fc
  .tuple(...dates.map((_, on) => fc.option(oneWindow(fc.constant(on)), { freq: 6 })))
  .map((all) => all.flatMap((each) => (each === null ? [] : [toWindow(each)])));

const commands = fc.commands(
  [
    ...[1, 2, 3, 4].map(() =>
      fc
        .record({
          type,
          duration: fc.constantFrom(...durations),
          seats: fc.integer({ min: 1, max: 3 }),
          aim,
        })
        .map(create),
    ),
    ...[1, 2, 3].map(() =>
      fc
        .record({ booking: index, duration: fc.option(fc.constantFrom(...durations)), aim })
        .map(reschedule),
    ),
    ...[1, 2].map(() => index.map(cancel)),
    fc.record({ type, settings }).map(changeSettings),
    fc.record({ type, max: fc.integer({ min: 2, max: 5 }) }).map(changeCapacity),
    fc
      .record({ type, windows, override: fc.option(oneWindow(day).map(toWindow), { freq: 2 }) })
      .map(changeRules),
  ],
  { maxCommands: 300, size: "max" },
);

/** Four worlds at a time, for a command spends most of its time waiting: 5,000 commands take half a minute, not a whole one. */
const seeds = [20_261_124, 20_261_125, 20_261_126, 20_261_127];
const commandsEach = 5000 / seeds.length;

describe.concurrent("bookings against a model of them", { timeout: 400_000 }, () => {
  it.each(seeds)(
    "are booked, refused, listed and stored as interval arithmetic says (seed %i)",
    async (seed) => {
      let done = 0;
      const property = fc.asyncProperty(commands, async (its) => {
        const { model, real } = await begin();
        await fc.asyncModelRun(() => ({ model, real }), its);
        await audit(model, real);
        done += model.commands;
      });
      // Time for a failure to shrink: without one, it is over long before.
      const limit = { interruptAfterTimeLimit: 300_000, markInterruptAsFailure: true };
      await fc.assert(property, { seed, numRuns: 9, ...limit });
      expect(done).toBeGreaterThanOrEqual(commandsEach);
    },
  );
});
