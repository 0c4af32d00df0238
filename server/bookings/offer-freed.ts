import { type LoadedAvailability, loadAvailability } from "../availability/load";
import { slotQuery } from "../availability/query";
import { listSlots } from "../availability/slots";
import type { Scope } from "../scope";
import type { Sql } from "../sql";
import { lockHosts } from "./lock";
import { holdPlace } from "./promote";

/** As far as one question for availability reaches (contract §3): who waits for any start is offered one within it. */
const spanMs = 31 * 86_400_000;

/** Places that one change tries to hold, at 2 to 10 ms each: its locks keep bookings waiting meanwhile, for 2 s at most (db.ts). */
const mostTries = 100;

type Change = {
  scope: Scope;
  /** The event types that may offer more after it, and, if given, those that this member hosts. */
  eventTypeIds: string[];
  hostedBy?: string;
  /** Members who may be hosts only after it. */
  hostIds?: string[];
  /** Where it can free time, for who waits for any start; the next 31 days when left out. */
  aroundMs?: number;
};

type Type = { id: string; lockIds: string[]; clockOffsetMs: number };
type Entry = {
  id: string;
  name: string;
  organizationId: string;
  isTest: boolean;
  wishedStartAt: Date | null;
  wishedMinutes: number | null;
};
/** An event type with who waits for it, and what decided its slots before the change, by span of time. */
type Waited = { type: Type; line: Entry[]; before: Map<number, LoadedAvailability>; near: number };

/**
 * Makes a change after which event types may offer more, and holds what is on offer after it but was not before for those
 * who wait and whom it fits, first come first served, as a cancellation does: in this very transaction, under the locks
 * of bookings. Nothing more than before is asked, locked or done where nobody waits. To be called before anything is
 * locked that bookings refer to (an event type's row, a member's): they lock in the other order.
 * @param work makes the change
 */
export async function offerFreed<T>(tx: Sql, change: Change, work: () => Promise<T>): Promise<T> {
  const types = await waitedTypes(tx, change);
  const [first] = types;
  if (first === undefined) {
    return await work();
  }
  const lockIds = [...types.flatMap((type) => type.lockIds), ...(change.hostIds ?? [])];
  await lockHosts(tx, first.id, lockIds);
  const waited: Waited[] = [];
  for (const type of types) waited.push(await lookBefore(tx, type, change));
  const result = await work();
  for (const each of waited) await offerTo(tx, each, change.scope.nowMs);
  return result;
}

/** Event types somebody waits for, with what is to be locked: the type, its hosts, and who hosts it without any. */
async function waitedTypes(tx: Sql, { scope, eventTypeIds, hostedBy }: Change): Promise<Type[]> {
  return await tx.$queryRaw<Type[]>`
    SELECT e.id, CASE WHEN e.is_test THEN o.test_clock_offset_ms ELSE 0 END::float8 AS "clockOffsetMs",
      ARRAY(SELECT h.member_id FROM event_type_hosts h WHERE h.event_type_id = e.id) || ARRAY[e.id, owner.id] AS "lockIds"
    FROM event_types e
    JOIN organizations o ON o.id = e.organization_id
    JOIN members owner ON owner.organization_id = e.organization_id AND owner.role = 'owner'
    WHERE e.organization_id = ${scope.organizationId}::uuid AND e.deleted_at IS NULL
      AND EXISTS (SELECT FROM waitlist_entries w WHERE w.event_type_id = e.id AND w.status = 'waiting')
      AND (e.id = ANY(${eventTypeIds}::uuid[])
        OR EXISTS (SELECT FROM event_type_hosts h
                   WHERE h.event_type_id = e.id AND h.member_id = ${hostedBy ?? null}::uuid)
        OR (owner.id = ${hostedBy ?? null}::uuid
          AND NOT EXISTS (SELECT FROM event_type_hosts h WHERE h.event_type_id = e.id)))
    ORDER BY e.id`;
}

async function lookBefore(tx: Sql, type: Type, { scope, aroundMs }: Change): Promise<Waited> {
  const line = await tx.$queryRaw<Entry[]>`
    SELECT id, invitee_name AS name, organization_id AS "organizationId", is_test AS "isTest",
      wished_start_at AS "wishedStartAt", wished_minutes AS "wishedMinutes"
    FROM waitlist_entries WHERE event_type_id = ${type.id}::uuid AND status = 'waiting' ORDER BY id`;
  const { nowMs } = scope;
  const near = Math.max(0, spanAt(type, aroundMs ?? nowMs + type.clockOffsetMs, nowMs));
  const before = new Map<number, LoadedAvailability>();
  for (const span of new Set(line.map((entry) => spanOf(entry, { type, near }, nowMs)))) {
    // What is waited for may be over.
    if (span >= 0) before.set(span, await loadSpan(tx, type, span, nowMs));
  }
  return { type, line, before, near };
}

/** Spans of time are counted from now on. */
const spanAt = ({ clockOffsetMs }: Type, atMs: number, nowMs: number): number =>
  Math.floor((atMs - nowMs - clockOffsetMs) / spanMs);

const spanOf = (
  { wishedStartAt }: Entry,
  { type, near }: Pick<Waited, "type" | "near">,
  nowMs: number,
): number => (wishedStartAt === null ? near : spanAt(type, wishedStartAt.getTime(), nowMs));

const rangeOf = ({ clockOffsetMs }: Type, span: number, nowMs: number) => {
  const fromMs = nowMs + clockOffsetMs + span * spanMs;
  return { fromMs, toMs: fromMs + spanMs };
};

const loadSpan = async (tx: Sql, type: Type, span: number, nowMs: number) =>
  await loadAvailability(tx, type.id, rangeOf(type, span, nowMs));

async function offerTo(tx: Sql, waited: Waited, nowMs: number): Promise<void> {
  const { type, line } = waited;
  const freedStarts = newFreedStarts(tx, waited, nowMs);
  let tries = 0;
  for (const entry of line) {
    const freed = await freedStarts(spanOf(entry, waited, nowMs), entry.wishedMinutes);
    const wishedMs = entry.wishedStartAt?.getTime();
    const starts = wishedMs === undefined ? freed.startsMs : new Set([wishedMs]);
    for (const startMs of starts) {
      if (!freed.startsMs.has(startMs) || !(await stillWaits(tx, entry))) break;
      if (tries === mostTries) return;
      tries += 1;
      const place = { eventTypeId: type.id, startMs, durationMinutes: freed.minutes, nowMs };
      if (await holdPlace(tx, entry, place)) break;
      // Somebody before in the line has it now.
      freed.startsMs.delete(startMs);
    }
  }
}

/** Locks the row; whoever is just leaving is passed over, as they wait for nothing but their own row. */
async function stillWaits(tx: Sql, { id }: Entry): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM waitlist_entries
    WHERE id = ${id}::uuid AND status = 'waiting' FOR UPDATE SKIP LOCKED`;
  return rows.length > 0;
}

type FreedStarts = { minutes: number; startsMs: Set<number> };

/** Starts, ascending, that are on offer but were not before, for a duration or the type's own; each is worked out once. */
function newFreedStarts(tx: Sql, { type, before }: Waited, nowMs: number) {
  const after = new Map<number, LoadedAvailability>();
  const known = new Map<string, FreedStarts>();
  return async (span: number, wishedMinutes: number | null): Promise<FreedStarts> => {
    const was = before.get(span);
    if (was === undefined) return { minutes: 0, startsMs: new Set() };
    const is = after.get(span) ?? (await loadSpan(tx, type, span, nowMs));
    after.set(span, is);
    const minutes = wishedMinutes ?? is.durationMinutes;
    const found = known.get(`${span} ${minutes}`) ?? {
      minutes,
      startsMs: offers(is, minutes)
        ? difference(startsOf(is, span, minutes), startsOf(was, span, minutes))
        : new Set<number>(),
    };
    known.set(`${span} ${minutes}`, found);
    return found;
  };

  function startsOf(loaded: LoadedAvailability, span: number, durationMinutes: number): number[] {
    const range = { ...rangeOf(type, span, nowMs), nowMs, durationMinutes };
    return listSlots(slotQuery(loaded, range)).slots.map(({ startMs }) => startMs);
  }
}

const offers = (type: LoadedAvailability, minutes: number): boolean =>
  type.waitlistEnabled &&
  (type.durationMinutes === minutes || type.durationOptions.includes(minutes));

function difference(all: number[], without: number[]): Set<number> {
  const those = new Set(without);
  return new Set(all.filter((each) => !those.has(each)));
}
