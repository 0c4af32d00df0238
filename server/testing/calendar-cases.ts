import { newId } from "../ids";
import { davBody, feedBody, newCalendar } from "./calendars/small-dav";
import type { TestOrganization } from "./factories";
import type { CallOptions } from "./rest";

type Case = (world: TestOrganization) => CallOptions | Promise<CallOptions>;
const missing = newId();
const back = { redirect_uri: "https://example.com/settings" };

/** How the operations on calendars come to answer each status (rest-statuses.db.test.ts). */
export const calendarCases = (
  noOrganization: CallOptions,
): Record<string, Record<"success" | 400 | 401 | 404 | 409, Case | null>> => {
  const signIn = {
    success: ({ live: key }) => ({ key, query: back }),
    400: ({ live: key }) => ({ key, query: { redirect_uri: "javascript:alert(1)" } }),
    401: () => ({ query: back }),
    404: () => ({ ...noOrganization, query: back }),
    409: null,
  } satisfies Record<string, Case | null>;
  return {
    "calendars.list": {
      success: ({ live: key }) => ({ key, query: { limit: 5 } }),
      400: ({ live: key }) => ({ key, query: { member_id: "me" } }),
      401: () => ({}),
      404: () => noOrganization,
      409: null,
    },
    "calendars.get": {
      success: async (world) => ({ key: world.live, id: await newCalendar(world) }),
      400: ({ live: key }) => ({ key, id: missing, query: { expand: "secret" } }),
      401: () => ({ id: missing }),
      404: ({ live: key }) => ({ key, id: missing }),
      409: null,
    },
    "calendars.connectGoogle": signIn,
    "calendars.connectMicrosoft": signIn,
    "calendars.connectCaldav": {
      success: async ({ live: key }) => ({ key, body: await davBody() }),
      400: ({ live: key }) => ({ key, body: { username: "ada", password: "secret" } }),
      401: async () => ({ body: await davBody() }),
      404: async () => ({ ...noOrganization, body: await davBody() }),
      409: null,
    },
    "calendars.connectFeed": {
      success: async ({ live: key }) => ({ key, body: await feedBody() }),
      400: ({ live: key }) => ({ key, body: { url: "ftp://example.com/team.ics" } }),
      401: async () => ({ body: await feedBody() }),
      404: async () => ({ ...noOrganization, body: await feedBody() }),
      409: null,
    },
    "calendars.update": {
      success: async (world) => ({
        key: world.live,
        id: await newCalendar(world),
        body: { busy_calendar_ids: [] },
      }),
      400: async (world) => ({
        key: world.live,
        id: await newCalendar(world),
        body: { calendar_id: "https://example.com/of-another-account/" },
      }),
      401: () => ({ id: missing, body: { busy_calendar_ids: [] } }),
      404: ({ live: key }) => ({ key, id: missing, body: { busy_calendar_ids: [] } }),
      409: null,
    },
    "calendars.refresh": {
      success: async (world) => ({ key: world.live, id: await newCalendar(world), body: {} }),
      400: ({ live: key }) => ({ key, id: missing, body: { force: true } }),
      401: () => ({ id: missing, body: {} }),
      404: ({ live: key }) => ({ key, id: missing, body: {} }),
      409: null,
    },
    "calendars.disconnect": {
      success: async (world) => ({ key: world.live, id: await newCalendar(world) }),
      400: ({ live: key }) => ({ key, id: missing, query: { force: true } }),
      401: () => ({ id: missing }),
      404: ({ live: key }) => ({ key, id: missing }),
      409: null,
    },
  };
};
