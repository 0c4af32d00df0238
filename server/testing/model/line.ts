import { expect } from "vitest";
import { prisma } from "../../db";
import type { Scope } from "../../scope";
import { placeWith } from "./choose";
import {
  dayMinutes,
  durations,
  type Entry,
  minuteOf,
  type Model,
  offer,
  offeredStarts,
  type Type,
} from "./model";

/** A place that was given back: so many seats of a start and duration. */
export type Freed = { type: Type; start: number; duration: number; seats: number };
type Place = Omit<Freed, "seats">;
type Seen = { status: Entry["status"]; host: string; until: number | null };

/** Who waits, or waited, as the database has it. */
async function look(scope: Scope): Promise<Map<string, Seen>> {
  const rows = await prisma.waitlistEntry.findMany({
    where: { organizationId: scope.organizationId },
    include: { allocation: { select: { hostId: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        status: row.bookingId === null ? row.status : "claimed",
        host: row.allocation?.hostId ?? "",
        until: row.expiresAt === null ? null : minuteOf(row.expiresAt),
      },
    ]),
  );
}

export const waitingFor = (model: Model, type: Type): Entry[] =>
  model.entries.filter((entry) => entry.type === type && entry.status === "waiting");

/**
 * Holds freed places for the first in line whom they fit, seat by seat, for a day but never past their start. Whom the
 * product chose as the host is looked up, and must be right.
 */
export async function offerFreed(model: Model, scope: Scope, freed: Freed[]): Promise<void> {
  if (model.entries.length === 0) return;
  const seen = await look(scope);
  for (const { type, start, duration, seats } of freed) {
    for (let seat = 0; seat < seats; seat += 1) {
      if (!promote(model, { type, start, duration }, seen)) break;
    }
  }
}

function promote(model: Model, place: Place, seen: Map<string, Seen>): boolean {
  const { type, start, duration } = place;
  const head = waitingFor(model, type).find(
    (entry) => (entry.start ?? start) === start && (entry.minutes ?? duration) === duration,
  );
  return type.line.open && head !== undefined && hold(model, head, place, seen);
}

/** @returns whether the place is on offer, and so held now */
function hold(model: Model, entry: Entry, place: Place, seen: Map<string, Seen>): boolean {
  const offered = offer(model, place);
  if (offered === null) return false;
  const found = seen.get(entry.id);
  if (found === undefined || found.host === "") {
    throw new Error(`${entry.id} was to be offered the place at ${place.start}`);
  }
  entry.session = placeWith(model, place, offered, found.host);
  entry.until = Math.min(model.now + dayMinutes, place.start);
  entry.status = "promoted";
  return true;
}

/**
 * Makes a change of what an event type offers. Each in its line is held the first place that they wait for, and that is
 * offered now but was not before.
 */
export async function widen(
  model: Model,
  scope: Scope,
  type: Type,
  change: () => Promise<void>,
): Promise<void> {
  if (waitingFor(model, type).length === 0) {
    await change();
    return;
  }
  const offered = (duration: number) => offeredStarts(model, { type, duration });
  const before = new Map(durations.map((duration) => [duration, offered(duration)]));
  await change();
  if (!type.line.open) return;
  const seen = await look(scope);
  for (const entry of waitingFor(model, type)) {
    const duration = entry.minutes ?? type.duration;
    const start = offered(duration).find(
      (each) => !before.get(duration)?.includes(each) && (entry.start ?? each) === each,
    );
    if (start !== undefined) hold(model, entry, { type, start, duration }, seen);
  }
}

/** Nobody's state is other than the model has it: nobody was passed over, or promoted besides. */
export async function expectLine(model: Model, scope: Scope): Promise<void> {
  if (model.entries.length === 0) return;
  const expected = model.entries.map(({ id, status, session, until }) => {
    return [id, { status, host: session?.host ?? "", until }];
  });
  expect([...(await look(scope))].toSorted(byId)).toEqual(expected);
}

const byId = ([a]: [string, Seen], [b]: [string, Seen]): number => (a < b ? -1 : 1);
