import { prisma } from "../../db";
import { env } from "../../env";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "../factories";
import { newId } from "../../ids";
import { call, ok } from "../rest";
import { newCalendar, smallHost } from "../calendars/small-dav";
import { waitlistBody } from "../waitlist";

/** Stands in everything of the organization that never calls, and must be in no answer. */
const canary = "canary-5f1d";

/** What a request may name, by the name that stands for it until the request is sent ("~own.booking~"). */
export type World = {
  own: TestOrganization;
  bystander: TestOrganization;
  /** @throws for a name that nothing bears */
  lookUp: (name: string) => string;
  names: () => string[];
  /** Puts a new one in the place of what a call may have used up. */
  renew: (name: string) => Promise<void>;
  /** Texts that no answer may hold. */
  secrets: string[];
};

type Makers = Record<string, () => Promise<Record<string, string>>>;

const survey = {
  title: "Survey",
  duration_options: [30, 60],
  max_attendees: 5,
  waitlist_enabled: true,
  questions: [{ id: "why", label: "Why?", type: "text", required: false }],
};

/** How each thing of an organization's is made: an open one for who calls, one that cannot be booked for the bystander. */
function makers(organization: TestOrganization, isOpen: boolean): Makers {
  const { live, test, memberId, organizationId } = organization;
  let slots = 0;
  // Behind the days on which the requests book.
  const start = () => ahead(100 + slots++);
  const name = isOpen ? "Ada" : canary;
  const typeOf = async (key: string, fields: object = {}) =>
    await newEventType(key, { title: name, active: isOpen, ...fields });

  async function booking(key: string): Promise<{ id: string; token: string }> {
    const type = await newEventType(key, { title: name, max_attendees: 100 });
    const more = { invitee_name: name, notes: name };
    const made = await ok("bookings.create", { key, body: bookingOf(type.id, start(), more) });
    if (!isOpen) await ok("eventTypes.delete", { key, id: type.id });
    return { id: made.id, token: made.cancel_token ?? "" };
  }
  async function webhook(key: string) {
    // There may be 100; requests make them too.
    const { data } = await ok("webhooks.list", { key, query: { limit: 100 } });
    for (const { id } of data.slice(0, data.length > 80 ? 80 : 0)) {
      await call("webhooks.delete", { key, id });
    }
    const body = {
      url: "https://example.com/hooks",
      events: ["booking.created"],
      description: name,
    };
    const { id, secret } = await ok("webhooks.create", { key, body });
    const sample = await ok("webhooks.sendSample", { key, id, body: {} });
    return { webhook: id, delivery: sample.id, secret };
  }
  // No request changes their hours or connects a calendar of theirs: a place would then be held by a worker's job.
  let steady: string | undefined;

  /** Somebody who waits, and somebody whose place is held. */
  async function waiting() {
    const { id } = await newEventType(live, { title: name, waitlist_enabled: true });
    await addHosts(id, [(steady ??= await newMember(organization))]);
    const entry = await ok("waitlist.join", {
      key: live,
      body: waitlistBody(id, { notes: name }),
    });
    const startTime = start();
    const booked = await ok("bookings.create", { key: live, body: bookingOf(id, startTime) });
    const held = await ok("waitlist.join", {
      key: live,
      body: waitlistBody(id, { start_time: startTime }),
    });
    await call("waitlist.cancel", { key: live, id: entry.id, body: {} });
    await ok("bookings.cancel", { key: live, id: booked.id, body: {} });
    const again = await ok("waitlist.join", { key: live, body: waitlistBody(id) });
    return { waiting: again.id, held: held.id };
  }
  return {
    eventType: async () => {
      const { id } = await typeOf(live, { waitlist_enabled: true });
      const members = await prisma.member.findMany({ where: { organizationId, removedAt: null } });
      await prisma.eventTypeHost.createMany({
        data: members.map((member) => ({ id: newId(), eventTypeId: id, memberId: member.id })),
      });
      return { eventType: id };
    },
    surveyType: async () => ({ surveyType: (await typeOf(live, survey)).id }),
    publicType: async () => ({
      publicType: (await newEventType(live, { title: "Anybody's" }, isOpen ? {} : { rules: [] }))
        .id,
    }),
    testType: async () => ({ testType: (await typeOf(test)).id }),
    booking: async () => {
      const { id, token } = await booking(live);
      return { booking: id, token };
    },
    testBooking: async () => {
      const { id, token } = await booking(test);
      return { testBooking: id, testToken: token };
    },
    apiKey: async () => {
      const made = await ok("apiKeys.create", { key: live, body: { name, description: name } });
      return { apiKey: made.id };
    },
    webhook: async () => await webhook(live),
    further: async () => {
      const further = await newMember(organization, name);
      for (const { id } of await prisma.eventType.findMany({
        where: { organizationId, title: name },
      })) {
        await prisma.eventTypeHost.create({
          data: { id: newId(), eventTypeId: id, memberId: further },
        });
      }
      return { further };
    },
    // Requests change the hours of the owner, who hosts most.
    member: async () => {
      const body = { timezone: "UTC", rules: null };
      await ok("members.replaceSchedule", { key: live, id: memberId, body });
      return { member: memberId };
    },
    waiting,
    held: waiting,
    invitation: async () => {
      const body = { email: `${newId()}@example.com`, role: "member" };
      return { invitation: (await ok("members.invite", { key: live, body })).id };
    },
    calendar: async () => ({ calendar: await newCalendar(organization) }),
    event: async () => {
      const where = { organizationId: organization.organizationId };
      const { id } = await prisma.event.findFirstOrThrow({ where, orderBy: { id: "desc" } });
      return { event: id };
    },
  };
}

/** Two organizations: one whose keys call, and one whose rows must never change nor show. */
export async function newWorld(): Promise<World> {
  const [own, bystander] = [await newOrganization(), await newOrganization()];
  const make = { own: makers(own, true), bystander: makers(bystander, false) };
  const things = new Map<string, string>();

  async function renew(name: string): Promise<void> {
    const [whose, kind = ""] = name.split(".");
    // Requests move it, up to years ahead of what is booked here.
    if (whose === "own") await call("testClock.reset", { key: own.test });
    const made = await (whose === "own" ? make.own : make.bystander)[kind]?.();
    for (const [each, value] of Object.entries(made ?? {})) things.set(`${whose}.${each}`, value);
  }
  for (const kind of Object.keys(make.own)) {
    await renew(`own.${kind}`);
    await renew(`bystander.${kind}`);
  }
  const scoped = async (scopes: string[]) =>
    (await ok("apiKeys.create", { key: own.live, body: { name: "Scoped", scopes } })).key;
  const { davUrl, feedUrl } = await smallHost();
  things.set("host.dav", davUrl);
  things.set("host.feed", feedUrl);
  things.set("key.live", own.live);
  things.set("key.test", own.test);
  things.set("key.reading", await scoped(["event_types:read", "bookings:read", "usage:read"]));
  things.set("key.service", env.ASTROCAL_SERVICE_KEY[0] ?? "");
  things.set("own.organization", own.organizationId);
  things.set("bystander.organization", bystander.organizationId);

  const hidden = ["bystander.token", "bystander.testToken", "bystander.secret"];
  return {
    own,
    bystander,
    renew,
    names: () => [...things.keys()],
    lookUp: (name) => {
      const value = things.get(name);
      if (value === undefined) throw new Error(`nothing is called ${name}`);
      return value;
    },
    secrets: [
      canary,
      ...env.ASTROCAL_SERVICE_KEY,
      env.AUTH_SECRET,
      env.DATABASE_URL,
      own.live,
      own.test,
      bystander.live,
      bystander.test,
      ...hidden.map((name) => things.get(name) ?? "").filter((value) => value !== ""),
    ],
  };
}
