import { prisma } from "../db";
import type { EventAction, ResourceType } from "../events/schema";
import { newId } from "../ids";
import type { Ask } from "./doors";
import { ahead, bookingOf, newEventType, newOrganization } from "./factories";
import { keptEmailOf, resetLinkOf } from "./mail";
import { calendarWrites } from "./calendar-writes";
import { hostWrites } from "./host-writes";
import { images } from "./logos";
import { memberWrites } from "./member-writes";
import { ok } from "./rest";
import { waitlistWrites } from "./waitlist-writes";

/** What the calls below are about: an organization with an event type, a booking and a further key, all live. */
export type World = Awaited<ReturnType<typeof newWorld>>;

export async function newWorld() {
  const organization = await newOrganization();
  const { live: key } = organization;
  const type = await newEventType(key);
  const booking = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(5)) });
  const other = await ok("apiKeys.create", { key, body: { name: "Other" } });
  return { ...organization, type, booking, other, token: booking.cancel_token ?? "" };
}

export type Options = Omit<Ask, "name">;
export type Write = {
  /** The procedure, and by whom it is called where that makes a difference. */
  name: string;
  by?: "invitee" | "stranger";
  ask: (world: World) => Options | Promise<Options>;
  action: EventAction;
  resource: ResourceType;
  mode?: "test";
  /** The id of what it was about, where neither the call nor the answer says it; left out: the organization's. */
  about?: (world: World) => Promise<string>;
  /** The same call made so that it is refused; left out: made by a stranger. */
  wrong?: (world: World) => Options;
};

/** Nothing is sent to it: no worker runs here. */
const hook = { url: "https://example.com/hooks", events: ["booking.created"] };
const webhookOf = async ({ live: key }: World) =>
  (await ok("webhooks.create", { key, body: hook })).id;

const newType = () => ({ title: "New", slug: `new-${newId()}`, duration_minutes: 30 });
const signUp = () => ({
  organization_name: "Newcomers",
  name: "Nina New",
  email: `${newId()}@example.com`,
  password: "a password of the test",
  timezone: "UTC",
});

const newPassword = "a password of the test";

/** Every procedure that changes something, published or not: a new one has to be put here. */
export const writes: Write[] = [
  {
    name: "apiKeys.create",
    ask: () => ({ body: { name: "New" } }),
    action: "api_key.created",
    resource: "api_key",
    wrong: () => ({ body: { name: "" } }),
  },
  {
    name: "apiKeys.rotate",
    ask: ({ other }) => ({ id: other.id, body: {} }),
    action: "api_key.rotated",
    resource: "api_key",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "apiKeys.revoke",
    ask: ({ other }) => ({ id: other.id }),
    action: "api_key.revoked",
    resource: "api_key",
    wrong: () => ({ id: newId() }),
  },
  {
    name: "availability.replaceRules",
    ask: ({ type }) => ({ id: type.id, body: { timezone: "Europe/Rome", rules: [] } }),
    action: "event_type.availability_updated",
    resource: "event_type",
    wrong: () => ({ id: newId(), body: { timezone: "UTC", rules: [] } }),
  },
  {
    name: "bookings.create",
    ask: ({ type }) => ({ body: bookingOf(type.id, ahead(6)) }),
    action: "booking.created",
    resource: "booking",
    wrong: ({ type, booking }) => ({ body: bookingOf(type.id, booking.start_time) }),
  },
  {
    name: "bookings.create",
    by: "stranger",
    ask: ({ type }) => ({ body: bookingOf(type.id, ahead(6)) }),
    action: "booking.created",
    resource: "booking",
    wrong: ({ type, booking }) => ({ body: bookingOf(type.id, booking.start_time) }),
  },
  {
    name: "bookings.cancel",
    ask: ({ booking }) => ({ id: booking.id, body: { reason: "Ill" } }),
    action: "booking.cancelled",
    resource: "booking",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "bookings.cancel",
    by: "invitee",
    ask: ({ booking, token }) => ({ id: booking.id, query: { token }, body: {} }),
    action: "booking.cancelled",
    resource: "booking",
    wrong: ({ booking }) => ({ id: booking.id, query: { token: "wrong" }, body: {} }),
  },
  {
    name: "bookings.reschedule",
    ask: ({ booking }) => ({ id: booking.id, body: { new_start_time: ahead(7) } }),
    action: "booking.rescheduled",
    resource: "booking",
    wrong: ({ booking }) => ({ id: booking.id, body: { new_start_time: ahead(-7) } }),
  },
  {
    name: "bookings.reschedule",
    by: "invitee",
    ask: ({ booking, token }) => ({
      id: booking.id,
      query: { token },
      body: { new_start_time: ahead(7), reason: "Travelling" },
    }),
    action: "booking.rescheduled",
    resource: "booking",
    wrong: ({ booking }) => ({
      id: booking.id,
      query: { token: "wrong" },
      body: { new_start_time: ahead(7) },
    }),
  },
  {
    name: "eventTypes.create",
    ask: () => ({ body: newType() }),
    action: "event_type.created",
    resource: "event_type",
    wrong: ({ type }) => ({ body: { ...newType(), slug: type.slug } }),
  },
  {
    name: "eventTypes.update",
    ask: ({ type }) => ({ id: type.id, body: { title: "Renamed", active: false } }),
    action: "event_type.updated",
    resource: "event_type",
    wrong: () => ({ id: newId(), body: { title: "Renamed" } }),
  },
  {
    name: "eventTypes.delete",
    ask: ({ type }) => ({ id: type.id }),
    action: "event_type.deleted",
    resource: "event_type",
    wrong: () => ({ id: newId() }),
  },
  {
    name: "organizations.signUp",
    by: "stranger",
    ask: () => ({ body: signUp() }),
    action: "organization.created",
    resource: "organization",
    wrong: () => ({ body: { ...signUp(), password: "short" } }),
  },
  ...memberWrites,
  ...calendarWrites,
  ...hostWrites,
  ...waitlistWrites,
  {
    name: "organizations.create",
    ask: () => ({ body: { name: "Second", timezone: "UTC" } }),
    action: "organization.created",
    resource: "organization",
    wrong: () => ({ body: { name: "Second", timezone: "Mars/Olympus" } }),
  },
  {
    name: "organizations.update",
    ask: () => ({ body: { name: "Renamed" } }),
    action: "organization.updated",
    resource: "organization",
    wrong: () => ({ body: { slug: "docs" } }),
  },
  {
    name: "organizations.replaceLogo",
    ask: () => ({ body: { image: images.png } }),
    action: "organization.updated",
    resource: "organization",
    wrong: () => ({ body: { image: "PHN2Zy8+" } }),
  },
  {
    name: "users.resetPassword",
    by: "stranger",
    ask: async ({ userId }) => ({
      body: { ...(await resetLinkOf(userId)), password: newPassword },
    }),
    action: "user.password_changed",
    resource: "user",
    about: async ({ userId }) => userId,
    wrong: () => ({ body: { token: newId(), password: newPassword } }),
  },
  {
    name: "emails.sendAgain",
    ask: async ({ organizationId }) => ({ id: await keptEmailOf(organizationId) }),
    action: "email.sent_again",
    resource: "email",
    wrong: () => ({ id: newId() }),
  },
  {
    name: "testClock.move",
    mode: "test",
    ask: () => ({ body: { advance_minutes: 60 } }),
    action: "test_clock.moved",
    resource: "organization",
    wrong: () => ({ body: { advance_minutes: -60 } }),
  },
  {
    name: "testClock.reset",
    mode: "test",
    ask: () => ({}),
    action: "test_clock.moved",
    resource: "organization",
    wrong: () => ({ query: { at: "now" } }),
  },
  {
    name: "webhooks.create",
    ask: () => ({ body: hook }),
    action: "webhook.created",
    resource: "webhook",
    wrong: () => ({ body: { ...hook, url: "mailto:ada@example.com" } }),
  },
  {
    name: "webhooks.update",
    ask: async (world) => ({ id: await webhookOf(world), body: { active: false } }),
    action: "webhook.updated",
    resource: "webhook",
    wrong: () => ({ id: newId(), body: { active: false } }),
  },
  {
    name: "webhooks.delete",
    ask: async (world) => ({ id: await webhookOf(world) }),
    action: "webhook.deleted",
    resource: "webhook",
    wrong: () => ({ id: newId() }),
  },
  {
    name: "webhooks.rotateSecret",
    ask: async (world) => ({ id: await webhookOf(world), body: {} }),
    action: "webhook.secret_rotated",
    resource: "webhook",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "webhooks.sendSample",
    ask: async (world) => ({ id: await webhookOf(world), body: {} }),
    action: "webhook.tested",
    resource: "webhook",
    wrong: () => ({ id: newId(), body: {} }),
  },
  {
    name: "webhooks.retryDelivery",
    ask: async (world) => {
      const id = await webhookOf(world);
      const sample = await ok("webhooks.sendSample", { key: world.live, id, body: {} });
      return { id, params: { delivery_id: sample.id }, body: {} };
    },
    action: "webhook.delivery_retried",
    resource: "webhook",
    wrong: () => ({ id: newId(), params: { delivery_id: newId() }, body: {} }),
  },
  {
    name: "webhooks.replay",
    ask: async (world) => ({ id: await webhookOf(world), body: { since: ahead(-1) } }),
    action: "webhook.replayed",
    resource: "webhook",
    wrong: () => ({ id: newId(), body: { since: ahead(-1) } }),
  },
  {
    name: "docs.makePlaygroundKey",
    mode: "test",
    ask: () => ({}),
    about: async ({ organizationId }) => {
      const where = { organizationId, name: "API playground" };
      return (await prisma.apiKey.findFirstOrThrow({ where })).id;
    },
    action: "api_key.created",
    resource: "api_key",
  },
];
