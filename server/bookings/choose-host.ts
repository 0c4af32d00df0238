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
 * One of the free hosts, by the event type's strategy; the present host of a moved booking when it is free. To be
 * asked under the hosts' locks. `least_booked` counts the live
 * bookings given to a host in the last 30 days.
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
  const [first] = standings.toSorted(order[type.assignmentStrategy]);
  if (first === undefined) {
    throw new Error("a free host is no member");
  }
  return first.hostId;
}
