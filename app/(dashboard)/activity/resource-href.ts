import type { ActivityEntry } from "@/server/events/schema";

type About = Pick<ActivityEntry, "resource_type" | "resource_id">;

/**
 * Where in the dashboard that can be seen which an entry is about; null where there is no such page.
 * @param eventTypes the event types that were not deleted since, by id
 */
export function resourceHref(
  { resource_type: type, resource_id: id }: About,
  eventTypes: ReadonlyMap<string, unknown>,
): string | null {
  if (type === "booking") return `/bookings/${id}`;
  if (type === "event_type" && eventTypes.has(id)) return `/event-types/${id}`;
  if (type === "api_key") return `/settings/api-keys/${id}`;
  if (type === "email") return `/emails/${id}`;
  if (type === "calendar") return "/calendars";
  return null;
}
