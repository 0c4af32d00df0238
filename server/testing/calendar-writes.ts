import { newId } from "../ids";
import { davBody, feedBody, newCalendar } from "./calendars/small-dav";
import type { Write } from "./writes";

/** What changes which calendars are connected, and how (writes.ts). */
export const calendarWrites: Write[] = [
  {
    name: "calendars.connectCaldav",
    ask: async () => ({ body: await davBody() }),
    action: "calendar.connected",
    resource: "calendar",
    wrong: () => ({ body: { preset: "icloud", username: "", password: "" } }),
  },
  {
    name: "calendars.connectFeed",
    ask: async () => ({ body: await feedBody() }),
    action: "calendar.connected",
    resource: "calendar",
    wrong: () => ({ body: { url: "ftp://example.com/team.ics" } }),
  },
  {
    name: "calendars.update",
    ask: async (world) => ({ id: await newCalendar(world), body: { busy_calendar_ids: [] } }),
    action: "calendar.updated",
    resource: "calendar",
    wrong: () => ({ id: newId(), body: { busy_calendar_ids: [] } }),
  },
  {
    name: "calendars.refresh",
    ask: async (world) => ({ id: await newCalendar(world), body: {} }),
    action: "calendar.refreshed",
    resource: "calendar",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "calendars.disconnect",
    ask: async (world) => ({ id: await newCalendar(world) }),
    action: "calendar.disconnected",
    resource: "calendar",
    wrong: () => ({ id: newId() }),
  },
];
