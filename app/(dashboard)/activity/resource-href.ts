import type { ActivityEntry } from "@/server/events/schema";

type About = Pick<ActivityEntry, "resource_type" | "resource_id">;

/**
 * Where in the dashboard that can be seen which an entry is about; null where there is no such page.
 * @param eventTypeIds the event types that were not deleted since
 */
export function resourceHref(
  { resource_type: type, resource_id: id }: About,
  eventTypeIds: ReadonlySet<string>,
): string | null {
  if (type === "booking") return `/bookings/${id}`;
  if (type === "event_type" && eventTypeIds.has(id)) return `/event-types/${id}`;
  if (type === "api_key") return `/settings/api-keys/${id}`;
  return null;
}
