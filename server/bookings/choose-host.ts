import type { LoadedAvailability } from "../availability/load";
import type { Sql } from "../sql";

type Standing = { hostId: string; priority: number; recent: number; lastAssignedAt: Date | null };

const longestUnassigned = (a: Standing, b: Standing): number =>
  (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
  a.hostId.localeCompare(b.hostId);

/** Who comes first (contract §3, `assignment_strategy`); every tie goes to the longest unassigned. */
const order = {
  round_robin: longestUnassigned,
  least_booked: (a: Standing, b: Standing) => a.recent - b.recent || longestUnassigned(a, b),
  priority: (a: Standing, b: Standing) => a.priority - b.priority || longestUnassigned(a, b),
};

/**
 * Under `least_booked` nobody is given more than this many in a row while others are free: who comes back from an absence,
 * or is new, has fewest, and would be given everything until they have caught up. So they get two of three instead.
 */
const mostInARow = 2;

/**
 * One of the free hosts, by the event type's strategy; the present host of a moved booking when it is free. To be
 * asked under the hosts' locks. `round_robin` gives to the longest unassigned, and so one each in turn, to whoever was away
 * as well. `least_booked` counts the live bookings given to a host in the last 30 days; see `mostInARow`.
 */
export async function chooseHost(
  tx: Sql,
  type: LoadedAvailability,
  free: string[],
  present: string | null,
): Promise<string> {
  const [only, second] = free;
  if (present !== null && free.includes(present)) {
    return present;
  }
  if (only !== undefined && second === undefined) {
    return only;
  }
  const standings = await tx.$queryRaw<Standing[]>`
    SELECT m.id AS "hostId", coalesce(h.priority, 0) AS priority,
      (SELECT count(*)::int FROM allocations a
       WHERE a.host_id = m.id AND a.is_test = ${type.isTest} AND a.live
         AND a.created_at > now() - interval '30 days') AS recent,
      (SELECT max(a.created_at) FROM allocations a
       WHERE a.host_id = m.id AND a.is_test = ${type.isTest} AND a.event_type_id = ${type.id}::uuid) AS "lastAssignedAt"
    FROM members m
    LEFT JOIN event_type_hosts h ON h.member_id = m.id AND h.event_type_id = ${type.id}::uuid
    WHERE m.id = ANY(${free}::uuid[])`;
  const [first, next] = standings.toSorted(order[type.assignmentStrategy]);
  if (first === undefined) {
    throw new Error("a free host is no member");
  }
  const hasEnough =
    type.assignmentStrategy === "least_booked" &&
    next !== undefined &&
    (await hadTheLast(tx, type, first.hostId));
  return hasEnough ? next.hostId : first.hostId;
}

/** Whether the last bookings of the event type that were given out all went to this host. */
async function hadTheLast(tx: Sql, type: LoadedAvailability, hostId: string): Promise<boolean> {
  const last = await tx.$queryRaw<{ hostId: string }[]>`
    SELECT host_id AS "hostId" FROM allocations
    WHERE event_type_id = ${type.id}::uuid ORDER BY created_at DESC, id DESC LIMIT ${mostInARow}`;
  return last.length === mostInARow && last.every((each) => each.hostId === hostId);
}
