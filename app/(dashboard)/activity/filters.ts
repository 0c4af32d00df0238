import type { z } from "zod";
import { type ListActivity, ResourceType } from "@/server/events/schema";
import { Actor } from "@/server/schema";
import { addDays, formatInstant, isCivilDate, wallClockToInstant } from "@/server/time";

/** What of the log is shown, as its address says: what kind of thing, by whom, on which dates, both included. */
export type Filters = {
  what?: z.infer<typeof ResourceType>;
  who?: z.infer<typeof Actor>["type"];
  from?: string;
  to?: string;
  /** One resource's id. */
  about?: string;
};

const Who = Actor.shape.type;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What of an address makes sense; the rest is left aside. */
export function parseFilters(asked: Readonly<Record<string, unknown>>): Filters {
  const what = ResourceType.safeParse(asked["what"]).data;
  const who = Who.safeParse(asked["who"]).data;
  const { from, to, about } = asked;
  return {
    ...(what === undefined ? {} : { what }),
    ...(who === undefined ? {} : { who }),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(to) ? { to } : {}),
    ...(typeof about === "string" && uuid.test(about) ? { about } : {}),
  };
}

/** A date of this millennium: instants much before or after are none that a log has, or that RFC 3339 can write. */
export const isDate = (value: unknown): value is string =>
  typeof value === "string" && value.startsWith("2") && isCivilDate(value);

export function filtersHref(filters: Filters): string {
  const query = new URLSearchParams(filters).toString();
  return query === "" ? "/activity" : `/activity?${query}`;
}

export const hasFilters = (filters: Filters): boolean => Object.keys(filters).length > 0;

/** What is asked of activity.list: dates begin and end at midnight in the zone. */
export function filtersQuery(filters: Filters, timeZone: string): z.input<typeof ListActivity> {
  const { what, who, from, to, about } = filters;
  const midnight = (date: string) => formatInstant(wallClockToInstant(timeZone, date, 0));
  return {
    ...(what === undefined ? {} : { resource_type: what }),
    ...(who === undefined ? {} : { actor_type: who }),
    ...(about === undefined ? {} : { resource_id: about }),
    ...(from === undefined ? {} : { from: midnight(from) }),
    ...(to === undefined ? {} : { to: midnight(addDays(to, 1)) }),
  };
}
