import type { Calendar } from "@/server/calendars/schema";

export type MemberCalendars = {
  memberId: string;
  /** Null: the signed-in person's own. */
  name: string | null;
  calendars: Calendar[];
};

/** The accounts of each member: one's own first, even when there are none, then the others by name. */
export function byMember(
  calendars: readonly Calendar[],
  ownId: string,
  names: ReadonlyMap<string, string>,
): MemberCalendars[] {
  const groups = new Map<string, Calendar[]>([[ownId, []]]);
  for (const calendar of calendars) {
    const { member_id: id } = calendar;
    groups.set(id, [...(groups.get(id) ?? []), calendar]);
  }
  return [...groups]
    .map(([memberId, own]) => ({
      memberId,
      name: memberId === ownId ? null : (names.get(memberId) ?? "Somebody"),
      calendars: own,
    }))
    .toSorted((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "en"));
}
