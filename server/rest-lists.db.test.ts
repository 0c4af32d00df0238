import { describe, expect, test } from "vitest";
import { prisma } from "./db";
import { newId } from "./ids";
import {
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "./testing/factories";
import { newCalendar } from "./testing/calendars/small-dav";
import { waitlistBody } from "./testing/waitlist";
import { ok, operations, refused } from "./testing/rest";

type Query = Record<string, string | number | boolean>;
type Page = { data: { id: string }[]; has_more: boolean };

/** A key of each calling one, which calls nothing itself: all that is in its log was put there. */
const loggedKeys = new Map<string, string>();
async function loggedKey(key: string): Promise<string> {
  const known =
    loggedKeys.get(key) ?? (await ok("apiKeys.create", { key, body: { name: "Logged" } })).id;
  loggedKeys.set(key, known);
  return known;
}

const hook = { url: "https://example.com/hooks", events: ["booking.created"] };
/** A webhook of each calling key. */
const hooks = new Map<string, string>();
async function hookOf(key: string): Promise<string> {
  const known = hooks.get(key) ?? (await ok("webhooks.create", { key, body: hook })).id;
  hooks.set(key, known);
  return known;
}

const hosted = new Map<string, Promise<string>>();
/** The event type of a key's whose hosts are listed. */
function hostedType(key: string): Promise<string> {
  const known = hosted.get(key) ?? newEventType(key).then(({ id }) => id);
  hosted.set(key, known);
  return known;
}

/** How each list is read, and how a row is added to it (the nth, so that times differ). */
const lists: Record<
  string,
  {
    list: (key: string, query?: Query) => Promise<Page>;
    add: (organization: TestOrganization, key: string, index: number) => Promise<string>;
    refuse: (key: string, query: Query) => ReturnType<typeof refused>;
  }
> = {
  "apiKeys.list": {
    list: (key, query = {}) => ok("apiKeys.list", { key, query }),
    add: async (_, key, index) =>
      (await ok("apiKeys.create", { key, body: { name: `Key ${index}` } })).id,
    refuse: (key, query) => refused("apiKeys.list", { key, query }),
  },
  "apiKeys.listRequests": {
    list: async (key, query = {}) =>
      ok("apiKeys.listRequests", { key, id: await loggedKey(key), query }),
    add: async (_, key, index) => {
      const [id, apiKeyId] = [newId(), await loggedKey(key)];
      const request = { method: "GET", path: "/v1/me", status: 200, durationMs: index };
      await prisma.apiRequest.create({ data: { id, apiKeyId, requestId: id, ...request } });
      return id;
    },
    refuse: async (key, query) =>
      refused("apiKeys.listRequests", { key, id: await loggedKey(key), query }),
  },
  "waitlist.list": {
    list: (key, query = {}) => ok("waitlist.list", { key, query }),
    add: async (_, key) => {
      const { id } = await newEventType(key, { waitlist_enabled: true });
      return (await ok("waitlist.join", { key, body: waitlistBody(id) })).id;
    },
    refuse: (key, query) => refused("waitlist.list", { key, query }),
  },
  "hosts.list": {
    list: async (key, query = {}) => ok("hosts.list", { key, id: await hostedType(key), query }),
    add: async (organization, key) => {
      const body = { member_id: await newMember(organization) };
      return (await ok("hosts.add", { key, id: await hostedType(key), body })).id;
    },
    refuse: async (key, query) => refused("hosts.list", { key, id: await hostedType(key), query }),
  },
  "members.list": {
    list: (key, query = {}) => ok("members.list", { key, query }),
    add: async (organization) => await newMember(organization),
    refuse: (key, query) => refused("members.list", { key, query }),
  },
  "members.invitations": {
    list: (key, query = {}) => ok("members.invitations", { key, query }),
    add: async (organization) => {
      const body = { email: `${newId()}@example.com`, role: "member" };
      return (await ok("members.invite", { key: organization.live, body })).id;
    },
    refuse: (key, query) => refused("members.invitations", { key, query }),
  },
  "eventTypes.list": {
    list: (key, query = {}) => ok("eventTypes.list", { key, query }),
    add: async (_, key, index) => {
      const body = { title: "A", slug: `a-${index}`, duration_minutes: 30 };
      return (await ok("eventTypes.create", { key, body })).id;
    },
    refuse: (key, query) => refused("eventTypes.list", { key, query }),
  },
  "calendars.list": {
    list: (key, query = {}) => ok("calendars.list", { key, query }),
    add: async (organization) => await newCalendar(organization),
    refuse: (key, query) => refused("calendars.list", { key, query }),
  },
  "webhooks.list": {
    list: (key, query = {}) => ok("webhooks.list", { key, query }),
    add: async (_, key) => (await ok("webhooks.create", { key, body: hook })).id,
    refuse: (key, query) => refused("webhooks.list", { key, query }),
  },
  "webhooks.listDeliveries": {
    list: async (key, query = {}) =>
      ok("webhooks.listDeliveries", { key, id: await hookOf(key), query }),
    add: async (_, key) =>
      (await ok("webhooks.sendSample", { key, id: await hookOf(key), body: {} })).id,
    refuse: async (key, query) =>
      refused("webhooks.listDeliveries", { key, id: await hookOf(key), query }),
  },
  "activity.list": {
    list: (key, query = {}) => ok("activity.list", { key, query }),
    add: async (_, key, index) => {
      const resource_id = (await ok("apiKeys.create", { key, body: { name: `Key ${index}` } })).id;
      const { data } = await ok("activity.list", { key, query: { resource_id } });
      return data[0]?.id ?? "";
    },
    refuse: (key, query) => refused("activity.list", { key, query }),
  },
  "bookings.list": {
    list: (key, query = {}) => ok("bookings.list", { key, query }),
    add: async (_, key, index) => {
      const [known] = (await ok("eventTypes.list", { key })).data;
      const type = known ?? (await newEventType(key));
      return (await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3 + index)) })).id;
    },
    refuse: (key, query) => refused("bookings.list", { key, query }),
  },
};

test("every list is among these", () => {
  const named = operations.filter(({ path, method, meta }) => {
    const { operationId = "" } = meta.openapi ?? {};
    return method === "GET" && operationId.startsWith("list") && !path.includes("availability");
  });
  expect(named.map(({ name }) => name).toSorted()).toEqual(Object.keys(lists).toSorted());
});

describe.each(Object.entries(lists))("%s", (_, { list, add, refuse }) => {
  /** Everything, page by page; `between` happens before each further page. */
  async function walk(key: string, limit: number, between?: () => Promise<unknown>) {
    const ids: string[] = [];
    let page = await list(key, { limit });
    ids.push(...page.data.map(({ id }) => id));
    while (page.has_more) {
      await between?.();
      page = await list(key, { limit, starting_after: ids.at(-1) ?? "" });
      ids.push(...page.data.map(({ id }) => id));
      expect(page.data.length).toBeGreaterThan(0);
    }
    return ids;
  }

  test("gives every row once, newest first, whatever the page's size", async () => {
    const organization = await newOrganization();
    for (let index = 0; index < 7; index += 1) await add(organization, organization.live, index);
    const all = (await list(organization.live, { limit: 100 })).data.map(({ id }) => id);
    expect(all.length).toBeGreaterThanOrEqual(7);
    for (const limit of [1, 2, 3, all.length - 1, all.length, all.length + 1]) {
      expect(await walk(organization.live, limit)).toEqual(all);
    }
  });

  test("neither repeats nor skips a row when rows are inserted between pages", async () => {
    const organization = await newOrganization();
    for (let index = 0; index < 5; index += 1) await add(organization, organization.live, index);
    const before = (await list(organization.live, { limit: 100 })).data.map(({ id }) => id);
    let index = 10;
    const ids = await walk(organization.live, 2, async () => {
      index += 1;
      await add(organization, organization.live, index);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.includes(id))).toEqual(before);
  });

  test("has 20 rows a page unless told otherwise, and says whether more follow", async () => {
    const organization = await newOrganization();
    for (let index = 0; index < 21; index += 1) await add(organization, organization.live, index);
    const page = await list(organization.live);
    expect({ rows: page.data.length, more: page.has_more }).toEqual({ rows: 20, more: true });
    expect((await list(organization.live, { limit: 100 })).has_more).toBe(false);
  });

  test("refuses a cursor that is unknown, foreign, of the other mode or no id", async () => {
    const [mine, other] = await Promise.all([newOrganization(), newOrganization()]);
    const foreign = await add(other, other.live, 0);
    await add(mine, mine.live, 0);
    await add(mine, mine.test, 1);
    const liveOnly = (await list(mine.live)).data.map(({ id }) => id);
    const testSide = new Set((await list(mine.test)).data.map(({ id }) => id));
    // Members are the same on both sides.
    const otherMode = liveOnly.find((id) => !testSide.has(id)) ?? newId();
    for (const [key, cursor] of [
      [mine.live, newId()],
      [mine.live, foreign],
      [mine.test, otherMode],
    ] as const) {
      expect(await refuse(key, { starting_after: cursor })).toMatchObject({
        status: 400,
        code: "validation_error",
        details: { starting_after: "must be the id of a row of this list" },
      });
    }
    expect(await refuse(mine.live, { starting_after: "1" })).toMatchObject({
      status: 400,
      details: { starting_after: "must be a UUID" },
    });
  });

  test("is empty past its last row", async () => {
    const organization = await newOrganization();
    const only = await add(organization, organization.live, 0);
    const ids = await walk(organization.live, 100);
    expect(ids).toContain(only);
    const last = { starting_after: ids.at(-1) ?? "" };
    expect(await list(organization.live, last)).toEqual({ data: [], has_more: false });
  });
});

describe("bookings.list", () => {
  test("gives bookings of one start once each, page by page, in either order", async () => {
    const { live: key } = await newOrganization();
    const type = await newEventType(key, { max_attendees: 10 });
    const made: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      const body = bookingOf(type.id, ahead(4), { invitee_email: `g${index}@example.com` });
      made.push((await ok("bookings.create", { key, body })).id);
    }
    for (const order of ["asc", "desc"]) {
      const seen: string[] = [];
      for (let more = true; more;) {
        const query = {
          limit: 2,
          order,
          ...(seen.length ? { starting_after: seen.at(-1) ?? "" } : {}),
        };
        const page = await ok("bookings.list", { key, query });
        seen.push(...page.data.map(({ id }) => id));
        more = page.has_more;
      }
      expect(order === "asc" ? seen : seen.toReversed()).toEqual(made);
    }
  });

  test("filters by status, type, host, e-mail in any case, and start; bounds are from ≤ start < to", async () => {
    const organization = await newOrganization();
    const { live: key, memberId } = organization;
    const [one, two] = [await newEventType(key), await newEventType(key)];
    const book = async (typeId: string, day: number, email: string) =>
      (
        await ok("bookings.create", {
          key,
          body: bookingOf(typeId, ahead(day), { invitee_email: email }),
        })
      ).id;
    const first = await book(one.id, 3, "Ada.L@Example.com");
    const second = await book(one.id, 4, "b@example.com");
    const third = await book(two.id, 5, "c@example.com");
    await ok("bookings.cancel", { key, id: second });
    const found = async (query: Query) =>
      (await ok("bookings.list", { key, query })).data.map(({ id }) => id);
    expect(await found({})).toEqual([third, second, first]);
    expect(await found({ status: "cancelled" })).toEqual([second]);
    expect(await found({ status: "confirmed", event_type_id: one.id })).toEqual([first]);
    expect(await found({ assigned_host_id: memberId })).toEqual([third, second, first]);
    expect(await found({ invitee_email: "ada.l@example.COM" })).toEqual([first]);
    expect(await found({ from: ahead(4), to: ahead(5) })).toEqual([second]);
    expect(await found({ from: ahead(4).replace("10:00", "10:01") })).toEqual([third]);
  });

  test("takes an e-mail's underscore and percent sign for themselves, not for wildcards", async () => {
    const { live: key } = await newOrganization();
    const type = await newEventType(key);
    const body = bookingOf(type.id, ahead(3), { invitee_email: "axb@example.com" });
    await ok("bookings.create", { key, body });
    const like = { invitee_email: "a_b@example.com" };
    expect((await ok("bookings.list", { key, query: like })).data).toEqual([]);
    const itself = bookingOf(type.id, ahead(4), { invitee_email: "A_b@example.com" });
    const { id } = await ok("bookings.create", { key, body: itself });
    expect((await ok("bookings.list", { key, query: like })).data).toMatchObject([{ id }]);
  });
});
