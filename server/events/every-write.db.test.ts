import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { prisma } from "../db";
import type { Event } from "../generated/prisma/client";
import { newId } from "../ids";
import { setTier } from "../organizations/set-tier";
import { publishedProcedures } from "../rest-routes";
import { askBy, type Door, everything, type Person, whileBroken } from "../testing/doors";
import { newOrganization } from "../testing/factories";
import { ok, operations } from "../testing/rest";
import { setPassword } from "../users/set-password";
import { newWorld, type Options, type World, type Write, writes } from "../testing/writes";

test("every procedure that changes something is among these", () => {
  const mutations = publishedProcedures().filter(([, { _def }]) => _def.type === "mutation");
  // It only asks the worker to look whether anybody has the address: what a stranger does must not tell.
  const names = new Set(["users.requestPasswordReset", ...writes.map(({ name }) => name)]);
  expect([...names].toSorted()).toEqual(mutations.map(([name]) => name).toSorted());
});

const published = new Set<string>(operations.map(({ name }) => name));
const doors = (name: string): Door[] => (published.has(name) ? ["REST", "page"] : ["page"]);
const cases = writes.flatMap((write) =>
  doors(write.name).map((door) => ({ ...write, door, who: write.by ?? "member or key" })),
);
type Case = (typeof cases)[number];

let world: World;

function asked({ name, mode, door }: Case, options: Options, by: Write["by"]) {
  const { organizationId, userId } = world;
  const isMember = by === undefined;
  const key = isMember && door === "REST" ? { key: mode ? world.test : world.live } : {};
  const person: Person = isMember ? { organizationId, userId, mode: mode ?? "live" } : null;
  return askBy(door, { ...options, ...key, name }, person);
}

const allEvents = async () => await prisma.event.findMany({ orderBy: { id: "asc" } });

/** What happened while `work` ran, in any organization. */
async function eventsDuring(work: () => Promise<unknown>): Promise<Event[]> {
  const before = new Set((await allEvents()).map(({ id }) => id));
  await work();
  return (await allEvents()).filter(({ id }) => !before.has(id));
}

const Identified = z
  .object({ id: z.string() })
  .or(
    z.object({ organization_id: z.string() }).transform((made) => ({ id: made.organization_id })),
  );

describe.each(cases)("$name by $who over $door", (each) => {
  let options: Options;
  beforeAll(async () => {
    world = await newWorld();
    options = await each.ask(world);
  });

  test("leaves no event, and nothing else, when it is refused", async () => {
    const before = await everything();
    const by = each.wrong === undefined ? "stranger" : each.by;
    const { status } = await asked(each, each.wrong?.(world) ?? {}, by);
    expect(Math.floor(status / 100)).toBe(4);
    expect(await everything()).toEqual(before);
  });

  test.each(["events", "changes"] as const)(
    "leaves neither change nor event when writing its %s fails",
    async (what) => {
      const before = await everything();
      const { status } = await whileBroken(what, () => asked(each, options, each.by));
      expect(status).toBe(500);
      expect(await everything()).toEqual(before);
    },
  );

  test("leaves one event, that says what, by whom and in which call", async () => {
    let answered: unknown = null;
    const events = await eventsDuring(async () => {
      const { status, text, json } = await asked(each, options, each.by);
      expect({ status: Math.floor(status / 100), text }).toMatchObject({ status: 2 });
      answered = json;
    });
    const made = Identified.safeParse(answered).data?.id;
    const resourceId = (await each.about?.(world)) ?? options.id ?? made ?? world.organizationId;
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: each.action,
      resourceType: each.resource,
      resourceId,
      isTest: each.mode === "test",
      requestId: "call-1",
      ipAddress: "203.0.113.7",
    });
    expect(events[0]).toMatchObject(await expectedActor(each, resourceId));
  });
});

async function expectedActor({ by, door, mode, resource }: Case, resourceId: string) {
  if (resource === "organization" && by === "stranger") {
    const owner = await prisma.member.findFirstOrThrow({ where: { organizationId: resourceId } });
    return { organizationId: resourceId, actorType: "user", actorId: owner.userId };
  }
  const { userId } = world;
  // A further organization has its own log.
  const organizationId = resource === "organization" ? resourceId : world.organizationId;
  if (by === "stranger" && resource === "member") {
    return { organizationId, actorType: "user", actorName: "Nina New" };
  }
  if (by === "stranger" && resource === "user") {
    return { organizationId, actorType: "user", actorId: userId, actorName: "Olga Owner" };
  }
  if (by !== undefined) {
    const [actorId, actorName] = [resourceId, "Ada Lovelace"];
    return { organizationId, actorType: "invitee", actorId, actorName };
  }
  if (door === "page") {
    return { organizationId, actorType: "user", actorId: userId, actorName: "Olga Owner" };
  }
  const actorName = mode === "test" ? "Test" : "Live";
  const where = { organizationId, name: actorName };
  const { id: actorId } = await prisma.apiKey.findFirstOrThrow({ where });
  return { organizationId, actorType: "api_key", actorId, actorName };
}

test("what changes nothing when it is done again leaves no second event", async () => {
  const { live: key, booking, other } = await newWorld();
  const events = await eventsDuring(async () => {
    for (const _ of [1, 2, 3]) {
      await ok("bookings.cancel", { key, id: booking.id, body: {} });
      await ok("apiKeys.revoke", { key, id: other.id });
    }
  });
  expect(events.map(({ action }) => action)).toEqual(["booking.cancelled", "api_key.revoked"]);
});

test("what an operator does leaves its event too, one in each organization that it concerns", async () => {
  const { scope, organizationId } = await newOrganization({ tier: "free" });
  const email = `${newId()}@example.com`;
  const user = { id: newId(), name: "Max", email, passwordHash: "scrypt$" };
  await prisma.user.create({ data: user });
  const other = await newOrganization();
  for (const each of [organizationId, other.organizationId]) {
    const member = { organizationId: each, userId: user.id, role: "member" as const };
    await prisma.member.create({ data: { id: newId(), ...member } });
  }
  const events = await eventsDuring(async () => {
    await setTier(scope, "grow");
    await setTier(scope, "grow");
    await setPassword(scope, { email, password: "another one of the test" });
  });
  const seen = events.map(({ action, organizationId: of }) => `${action} ${of}`);
  expect(seen.toSorted()).toEqual(
    [
      `organization.tier_changed ${organizationId}`,
      `user.password_changed ${organizationId}`,
      `user.password_changed ${other.organizationId}`,
    ].toSorted(),
  );
});

test.each([
  ["UPDATE", "UPDATE events SET summary = 'Nothing happened'"],
  ["DELETE", "DELETE FROM events"],
  ["TRUNCATE", "TRUNCATE events"],
  ["TRUNCATE of what it belongs to", "TRUNCATE organizations CASCADE"],
  ["a second event of one id", "INSERT INTO events SELECT * FROM events LIMIT 1"],
])("%s is refused, and changes no event", async (_, statement) => {
  const before = await everything();
  await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow(/append-only|23505/);
  expect(await everything()).toEqual(before);
});
