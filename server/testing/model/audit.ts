import { expect } from "vitest";
import { listAvailability } from "../../availability/list";
import { listRescheduleSlots } from "../../bookings/reschedule";
import { prisma } from "../../db";
import type { Scope } from "../../scope";
import { listWaitlist } from "../../waitlist/read";
import { waitingFor } from "./line";
import {
  dates,
  durations,
  instant,
  liveOnes,
  minuteOf,
  type Model,
  offer,
  offeredStarts,
  takers,
  type Type,
  type Wish,
} from "./model";

/** All that the database holds and lists, against the model. */
export async function audit(model: Model, scope: Scope): Promise<void> {
  const where = { organizationId: scope.organizationId, live: true };
  const rows = await prisma.allocation.findMany({ where, select: { hostId: true, startAt: true } });
  const sessions = [...new Set(takers(model).map(({ session }) => session))];
  const stretch = (host: string, start: Date | number) => `${host} ${new Date(start).toJSON()}`;
  expect(rows.map(({ hostId, startAt }) => stretch(hostId, startAt)).toSorted()).toEqual(
    sessions.map(({ host, start }) => stretch(host, instant(start))).toSorted(),
  );
  for (const type of model.types) {
    for (const duration of durations) await expectList(model, scope, { type, duration });
    const line = { event_type_id: type.id, status: "waiting" as const, limit: 100 };
    const { data } = await listWaitlist(scope, line);
    const ids = waitingFor(model, type).map(({ id }, index) => [id, index + 1]);
    expect(data.map(({ id, position }) => [id, position]).toReversed()).toEqual(ids);
  }
  for (const moving of liveOnes(model).slice(-5)) {
    const { type, start, end } = moving.session;
    const input = { ...range, id: moving.id };
    const { slots } = await listRescheduleSlots({ ...scope, scope }, input);
    expectListed(model, { type, duration: end - start, moving }, slots);
  }
}

const range = { start: dates[0], end: dates[2], timezone: "UTC" };

/** What is listed of an event type is what the model offers. */
export async function expectList(
  model: Model,
  scope: Scope,
  { type, duration }: { type: Type; duration: number },
): Promise<void> {
  const input = { ...range, event_type_id: type.id, duration };
  const { slots } = await listAvailability({ scope, nowMs: scope.nowMs }, input);
  expectListed(model, { type, duration }, slots);
}

type Listed = { start_time: string; spots_remaining: number }[];

function expectListed(model: Model, wish: Omit<Wish, "start">, slots: Listed): void {
  const expected = offeredStarts(model, wish).map((start) => [
    start,
    offer(model, { ...wish, start })?.spots,
  ]);
  expect(slots.map((slot) => [minuteOf(slot.start_time), slot.spots_remaining])).toEqual(expected);
}
