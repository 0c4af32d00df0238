import { prisma } from "../db";
import type { Booking } from "../bookings/schema";
import { newId } from "../ids";
import {
  ahead,
  bookingOf,
  dateAhead,
  newEventType,
  newMember,
  type TestOrganization,
} from "./factories";
import { davBody, feedBody, newCalendar } from "./calendars/small-dav";
import { keptEmailOf, resetLinkOf } from "./mail";
import { images } from "./logos";
import { ok, type Operation } from "./rest";
import { waitlistBody } from "./waitlist";
import type { RawRequest } from "./transport";

/** An organization's live or test side. */
export type Side = { organization: TestOrganization; mode: "live" | "test"; key: string };
export type Input = Record<string, unknown>;

export const sideOf = (organization: TestOrganization, mode: "live" | "test"): Side => ({
  organization,
  mode,
  key: organization[mode],
});

type Row = {
  /** Input with which a caller on this side succeeds, about things of its own that are made for it. */
  input: (side: Side) => Input | Promise<Input>;
  /** Where only one side can succeed. */
  only?: "test" | "live";
  /** Which user calls, where it cannot be the owner. */
  by?: (side: Side) => Promise<string>;
  /** A stranger needs the booking's or the waitlist entry's token besides. */
  byToken?: true;
};

let slots = 0;
/** A start for each caller: all event types of an organization share its owner's time. */
function someStart(): string {
  const slot = slots++;
  const minutes = (slot % 48) * 30;
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return ahead(5 + Math.floor(slot / 48), time.join(":"));
}

const eventTypeId = async ({ key }: Side): Promise<string> => (await newEventType(key)).id;

async function newBooking(side: Side): Promise<Booking> {
  const body = bookingOf(await eventTypeId(side), someStart());
  return await ok("bookings.create", { key: side.key, body });
}
const bookingId = async (side: Side) => ({ id: (await newBooking(side)).id });

async function bookingByToken(side: Side) {
  const { id, cancel_token: token } = await newBooking(side);
  return { id, token: token ?? "" };
}

/** A key that can do little, so that a caller that can do little may have it. */
const newKey = ({ mode }: Side) => ({ name: "Further", mode, scopes: ["api_keys:read"] });

async function apiKeyId(side: Side) {
  return { id: (await ok("apiKeys.create", { key: side.key, body: newKey(side) })).id };
}

const hook = { url: "https://example.com/hooks", events: ["booking.created"] };
const webhookId = async ({ key }: Side) => ({
  id: (await ok("webhooks.create", { key, body: hook })).id,
});

async function deliveryId(side: Side) {
  const { id } = await webhookId(side);
  const sample = await ok("webhooks.sendSample", { key: side.key, id, body: {} });
  return { id, delivery_id: sample.id };
}

async function address({ organization, mode, key }: Side) {
  const { slug } = await newEventType(key);
  const where = { id: organization.organizationId };
  const { slug: organizationSlug } = await prisma.organization.findUniqueOrThrow({ where });
  return { organization_slug: organizationSlug, slug, mode };
}

const emailId = async ({ organization }: Side) => ({
  id: await keptEmailOf(organization.organizationId),
});
const resetLink = async ({ organization: { userId } }: Side) => ({
  ...(await resetLinkOf(userId)),
  password: "a password of the test",
});

const hostOf = async (side: Side) => {
  const id = await eventTypeId(side);
  const body = { member_id: await newMember(side.organization) };
  return { id, host_id: (await ok("hosts.add", { key: side.key, id, body })).id };
};
const waitedType = async ({ key }: Side): Promise<string> =>
  (await newEventType(key, { waitlist_enabled: true })).id;
async function waitingEntry(side: Side) {
  const body = waitlistBody(await waitedType(side));
  const { id, cancel_token: token } = await ok("waitlist.join", { key: side.key, body });
  return { id, token: token ?? "" };
}
/** Somebody for whom a place is held, because who had booked it cancelled. */
async function promotedEntry(side: Side) {
  const { key } = side;
  const type = await waitedType(side);
  const booking = await ok("bookings.create", { key, body: bookingOf(type, someStart()) });
  const { id, cancel_token: token } = await ok("waitlist.join", { key, body: waitlistBody(type) });
  await ok("bookings.cancel", { key, id: booking.id, body: {} });
  return { id, token: token ?? "" };
}
const idOf = (make: (side: Side) => Promise<{ id: string }>) => async (side: Side) => ({
  id: (await make(side)).id,
});
const password = "a password of the test";
const memberId = async ({ organization }: Side) => ({ id: await newMember(organization) });
const newUser = async (side: Side): Promise<string> => {
  const where = await memberId(side);
  return (await prisma.member.findUniqueOrThrow({ where })).userId;
};
const invitee = () => ({ email: `${newId()}@example.com`, role: "member" });
const invite = async ({ organization }: Side) =>
  await ok("members.invite", { key: organization.live, body: invitee() });
const invitationId = async (side: Side) => ({ id: (await invite(side)).id });
const invitationLink = async (side: Side) => ({
  token: (await invite(side)).url.split("/").at(-1) ?? "",
});

const calendarId = async ({ organization }: Side) => ({ id: await newCalendar(organization) });
const signIn = async ({ organization }: Side) => ({
  member_id: await newMember(organization),
  redirect_uri: "https://example.com/settings",
});

const nothing = () => ({});
const dates = () => ({ start: dateAhead(2), end: dateAhead(3) });

/** How every procedure, published or not, succeeds. A new one is put here: what enumerates all of them starts from it. */
export const inputs: Readonly<Record<string, Row>> = {
  "activity.list": { input: nothing },
  "apiKeys.list": { input: nothing },
  "apiKeys.create": { input: newKey },
  "apiKeys.revoke": { input: apiKeyId },
  "apiKeys.rotate": { input: async (side) => ({ ...(await apiKeyId(side)), grace_minutes: 5 }) },
  "apiKeys.listRequests": { input: apiKeyId },
  "apiKeys.get": { input: apiKeyId },
  "apiKeys.callerAddress": { input: nothing },
  "availability.list": {
    input: async (side) => ({ event_type_id: await eventTypeId(side), ...dates() }),
  },
  "availability.getRules": { input: async (side) => ({ id: await eventTypeId(side) }) },
  "availability.replaceRules": {
    input: async (side) => ({ id: await eventTypeId(side), timezone: "Europe/Rome", rules: [] }),
  },
  "bookings.create": { input: async (side) => bookingOf(await eventTypeId(side), someStart()) },
  "bookings.list": { input: nothing },
  "bookings.get": { input: bookingId, byToken: true },
  "bookings.cancel": { input: bookingId, byToken: true },
  "bookings.reschedule": {
    input: async (side) => ({ ...(await bookingId(side)), new_start_time: someStart() }),
    byToken: true,
  },
  "bookings.reassign": {
    input: async (side) => ({
      ...(await bookingId(side)),
      member_id: await newMember(side.organization),
    }),
  },
  "bookings.rescheduleSlots": {
    input: async (side) => ({ ...(await bookingByToken(side)), ...dates(), timezone: "UTC" }),
    byToken: true,
  },
  "bookings.getForInvitee": { input: bookingByToken, byToken: true },
  "bookings.ics": { input: bookingByToken, byToken: true },
  "calendars.list": { input: nothing },
  "calendars.get": { input: calendarId, only: "live" },
  "calendars.connectGoogle": { input: signIn, only: "live" },
  "calendars.connectMicrosoft": { input: signIn, only: "live" },
  "calendars.connectCaldav": {
    input: async ({ organization }) => await davBody(await newMember(organization)),
    only: "live",
  },
  "calendars.connectFeed": {
    input: async ({ organization }) => await feedBody(await newMember(organization)),
    only: "live",
  },
  "calendars.update": {
    input: async (side) => ({ ...(await calendarId(side)), busy_calendar_ids: [] }),
    only: "live",
  },
  "calendars.refresh": { input: calendarId, only: "live" },
  "calendars.disconnect": { input: calendarId, only: "live" },
  "calendars.options": { input: nothing },
  "docs.facts": { input: nothing },
  "docs.makePlaygroundKey": { input: nothing },
  "emails.list": { input: nothing },
  "emails.get": { input: emailId, only: "live" },
  "emails.sendAgain": { input: emailId, only: "live" },
  "eventTypes.list": { input: nothing },
  "eventTypes.create": {
    input: () => ({ title: "New", slug: `new-${newId()}`, duration_minutes: 30 }),
  },
  "eventTypes.get": { input: async (side) => ({ id: await eventTypeId(side) }) },
  "eventTypes.getPublic": { input: async (side) => ({ id: await eventTypeId(side) }) },
  "eventTypes.getByAddress": { input: address },
  "eventTypes.update": {
    input: async (side) => ({ id: await eventTypeId(side), title: "Renamed" }),
  },
  "eventTypes.delete": { input: async (side) => ({ id: await eventTypeId(side) }) },
  health: { input: nothing },
  "hosts.list": { input: async (side) => ({ id: await eventTypeId(side) }) },
  "hosts.add": {
    input: async (side) => ({
      id: await eventTypeId(side),
      member_id: await newMember(side.organization),
    }),
  },
  "hosts.update": { input: async (side) => ({ ...(await hostOf(side)), priority: 3 }) },
  "hosts.remove": { input: hostOf },
  "me.get": { input: nothing },
  "members.list": { input: nothing },
  "members.updateRole": {
    input: async (side) => ({ ...(await memberId(side)), role: "admin" }),
    only: "live",
  },
  "members.remove": { input: memberId, only: "live" },
  "members.getSchedule": { input: memberId, only: "live" },
  "members.replaceSchedule": {
    input: async (side) => ({ ...(await memberId(side)), timezone: "Europe/Rome", rules: [] }),
    only: "live",
  },
  "members.replaceOwnSchedule": {
    input: () => ({ timezone: "Europe/Rome", rules: null }),
  },
  "members.invitations": { input: nothing },
  "members.invite": { input: invitee, only: "live" },
  "members.revokeInvitation": { input: invitationId, only: "live" },
  "members.transferOwnership": { input: memberId, only: "live" },
  "members.leave": { input: nothing, by: newUser },
  "members.invitation": { input: invitationLink, only: "live" },
  "members.acceptInvitation": {
    input: async (side) => ({ ...(await invitationLink(side)), name: "Nina New", password }),
    only: "live",
  },
  "organizations.membership": { input: nothing },
  "organizations.mine": { input: nothing },
  "organizations.create": { input: () => ({ name: "Second", timezone: "UTC" }) },
  "organizations.replaceLogo": { input: () => ({ image: images.png }) },
  "organizations.update": { input: () => ({ name: "Renamed" }) },
  "organizations.signUp": {
    input: () => ({
      organization_name: "Newcomers",
      name: "Nina New",
      email: `${newId()}@example.com`,
      password: "a password of the test",
      timezone: "UTC",
    }),
  },
  "testClock.get": { input: nothing, only: "test" },
  "testClock.move": { input: () => ({ advance_minutes: 1 }), only: "test" },
  "testClock.reset": { input: nothing, only: "test" },
  "usage.get": { input: nothing },
  "usage.summary": { input: () => ({ period: "7d" }) },
  "users.signInFacts": { input: nothing },
  "users.requestPasswordReset": { input: () => ({ email: "nobody@example.com" }) },
  "users.resetPassword": { input: resetLink },
  "waitlist.join": {
    input: async (side) => waitlistBody(await waitedType(side)),
  },
  "waitlist.list": { input: nothing },
  "waitlist.get": { input: async (side) => ({ id: (await waitingEntry(side)).id }) },
  "waitlist.cancel": { input: idOf(waitingEntry), byToken: true },
  "waitlist.claim": { input: idOf(promotedEntry), byToken: true },
  "waitlist.getForGuest": { input: waitingEntry, byToken: true },
  "webhooks.list": { input: nothing },
  "webhooks.create": { input: () => hook },
  "webhooks.get": { input: webhookId },
  "webhooks.update": { input: async (side) => ({ ...(await webhookId(side)), active: false }) },
  "webhooks.delete": { input: webhookId },
  "webhooks.rotateSecret": { input: webhookId },
  "webhooks.sendSample": { input: webhookId },
  "webhooks.listDeliveries": { input: webhookId },
  "webhooks.retryDelivery": { input: deliveryId },
  "webhooks.listWithHealth": { input: nothing },
  "webhooks.getDelivery": { input: deliveryId },
  "webhooks.checkUrl": { input: () => ({ url: hook.url }) },
  "webhooks.replay": { input: async (side) => ({ ...(await webhookId(side)), since: ahead(-1) }) },
};

/** @throws for a procedure without a row in the table above */
export function rowOf(name: string): Row {
  const row = inputs[name];
  if (row === undefined) throw new Error(`${name} has no row in server/testing/inputs.ts`);
  return row;
}

/** The REST request that brings an operation this input: into its path, its query or its body. */
export function requestWith(
  { method, path, meta }: Pick<Operation, "method" | "path" | "meta">,
  input: Input,
  headers: Record<string, string> = {},
): RawRequest {
  const rest = new Map(Object.entries(input));
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const hasBody = method !== "GET" && method !== "DELETE";
  const query = new URLSearchParams();
  for (const [name, value] of rest) {
    if (!hasBody || meta.query?.includes(name)) {
      query.set(name, String(value));
      rest.delete(name);
    }
  }
  return {
    method,
    url: query.size === 0 ? url : `${url}?${query.toString()}`,
    headers: { ...(hasBody ? { "content-type": "application/json" } : {}), ...headers },
    ...(hasBody ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
  };
}
