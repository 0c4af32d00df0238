import { hasRadicale, hasSabre } from "../../ops/calendar-servers";
import type { Calendar } from "../../calendars/schema";
import { dateAhead, newEventType, newOrganization } from "../factories";
import { ok } from "../rest";
import { type DavServer, startRadicale, startSabre } from "./dav-server";

/** A day on which nothing else is. */
export const day = dateAhead(10);
/** The same as iCalendar writes it. */
export const compact = day.replaceAll("-", "");

/** A host whose only calendar is on a server, and who hosts an event type that is open round the clock. */
export type Setting = { server: DavServer; key: string; calendar: Calendar; typeId: string };

/** Connects a server's calendar in an organization of its own. */
export async function connected(server: DavServer): Promise<Setting> {
  const { live: key } = await newOrganization({ timeZone: "Europe/Berlin" });
  const body = { server_url: server.url, username: server.username, password: server.password };
  const calendar = await ok("calendars.connectCaldav", { key, body });
  const type = await newEventType(key, { slot_interval_minutes: 30 });
  return { server, key, calendar, typeId: type.id };
}

/** The times of the day that are offered, once the calendars were read anew. */
export async function offered({ key, typeId, calendar }: Setting): Promise<string[]> {
  await ok("calendars.refresh", { key, id: calendar.id });
  const query = { event_type_id: typeId, start: day, end: day };
  const { slots } = await ok("availability.list", { key, query });
  return slots.map(({ start_time }) => start_time.slice(11, 16));
}

/** What is not offered of the day, as times and reasons. */
export async function closed({ key, typeId, calendar }: Setting): Promise<Record<string, string>> {
  await ok("calendars.refresh", { key, id: calendar.id });
  const query = { event_type_id: typeId, start: day, end: day, explain: true };
  const { explanations } = await ok("availability.list", { key, query });
  return Object.fromEntries(
    (explanations ?? []).map(({ start_time, reason }) => [start_time.slice(11, 16), reason]),
  );
}

/** The servers that `npm test` installs where it may, and whether they are here. */
export const servers = [
  { name: "Radicale", start: startRadicale, isHere: hasRadicale() },
  { name: "sabre/dav", start: startSabre, isHere: hasSabre() },
] as const;
