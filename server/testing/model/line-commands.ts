import { expect } from "vitest";
import type { Scope } from "../../scope";
import { moveTestClock } from "../../test-clock/move";
import { claimPlace } from "../../waitlist/claim";
import { expireDueHolds } from "../../waitlist/expire-due";
import { joinWaitlist } from "../../waitlist/join";
import { leaveWaitlist } from "../../waitlist/leave";
import { waitlistBody } from "../waitlist";
import { callerOf, pick, typeOf, unlessRefused } from "./command";
import { offerFreed, waitingFor } from "./line";
import { dayMinutes, type Entry, instant, minuteOf, type Model, takers } from "./model";

/** What is waited for: any start, one that somebody has, or one on a day. */
export type Waited = { any: true } | { taken: number } | { day: number; minute: number };
type Join = { type: number; wished: Waited; minutes: number | null };

function startOf(model: Model, { type, wished }: Join): number | null {
  if ("any" in wished) return null;
  if ("minute" in wished) return wished.day * dayMinutes + wished.minute;
  const taken = takers(model).filter(({ session }) => session.type === typeOf(model, type));
  return pick(taken, wished.taken)?.session.start ?? null;
}

export async function join(its: Join, model: Model, scope: Scope): Promise<void> {
  const type = typeOf(model, its.type);
  const { minutes } = its;
  const start = startOf(model, its);
  const { size, open } = type.line;
  if (!open) return;
  const isRefused =
    (start !== null && start <= model.now) ||
    (size !== null && waitingFor(model, type).length >= size);
  const { event_type_id, invitee_name, invitee_email, invitee_timezone } = waitlistBody(type.id);
  const who = { event_type_id, invitee_name, invitee_email, invitee_timezone };
  const wish = { start_time: start === null ? null : instant(start), duration_minutes: minutes };
  const answer = await unlessRefused(joinWaitlist(callerOf(scope), { ...who, ...wish }));
  expect(answer === null).toBe(isRefused);
  if (answer !== null) {
    const unmet = { status: "waiting", session: null, until: null } as const;
    model.entries.push({ id: answer.id, type, start, minutes, ...unmet });
  }
}

/** Some commands are about whoever a place is held for, while there is anybody. */
const entryOf = (model: Model, nth: number): Entry | undefined =>
  pick(
    model.entries.filter(({ status }) => status === "promoted"),
    nth,
  ) ?? pick(model.entries, nth);

export async function claim(nth: number, model: Model, scope: Scope): Promise<void> {
  const entry = entryOf(model, nth);
  if (entry === undefined) return;
  const answer = await unlessRefused(claimPlace(callerOf(scope), { id: entry.id }));
  const { status, session, until } = entry;
  const isHeld = status === "promoted" && until !== null && until > model.now;
  expect(answer !== null).toBe(isHeld);
  if (answer !== null && session !== null) {
    entry.status = "claimed";
    expect([answer.assigned_host?.member_id, minuteOf(answer.start_time)]).toEqual([
      session.host,
      session.start,
    ]);
    model.bookings.push({ id: answer.id, session, seats: 1, live: true });
  }
}

/** Ends the wait, and gives a place that was held to the next. */
async function end(model: Model, entry: Entry, as: "cancelled" | "expired") {
  const held = entry.status === "promoted" ? entry.session : null;
  entry.status = as;
  return held === null
    ? []
    : [{ type: entry.type, start: held.start, duration: held.end - held.start, seats: 1 }];
}

export async function leave(
  its: { nth: number; held: boolean },
  model: Model,
  scope: Scope,
): Promise<void> {
  const entry = its.held ? entryOf(model, its.nth) : pick(model.entries, its.nth);
  if (entry === undefined) return;
  const answer = await unlessRefused(leaveWaitlist(callerOf(scope), { id: entry.id }));
  expect(answer === null).toBe(entry.status === "claimed");
  if (entry.status === "waiting" || entry.status === "promoted") {
    await offerFreed(model, scope, await end(model, entry, "cancelled"));
  }
}

/** Nobody waits for the last of the three days: from then on, a week later could be booked (`reachDays`). */
const lastMinute = 2 * dayMinutes - 1;

/** Lets time pass; what was held until then goes to the next, in the order in which it ends. */
export async function wait(minutes: number, model: Model, scope: Scope): Promise<void> {
  if (model.now + minutes > lastMinute) return;
  await moveTestClock(scope, { advance_minutes: minutes });
  model.now += minutes;
  while ((await expireDueHolds(scope.nowMs)) > 0);
  for (;;) {
    const due = model.entries
      .filter(({ status, until }) => status === "promoted" && (until ?? 0) <= model.now)
      .toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0));
    if (due.length === 0) return;
    for (const entry of due) {
      await offerFreed(model, scope, await end(model, entry, "expired"));
      model.transactions += 1;
    }
  }
}
