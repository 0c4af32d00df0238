import { beforeEach, describe, expect, test } from "vitest";
import { createApiKey } from "../api-keys/create";
import { prisma } from "../db";
import { newId } from "../ids";
import { createSessionContext } from "../trpc";
import {
  addHosts,
  ahead,
  bookingOf,
  newEventType,
  newMember,
  newOrganization,
  type TestOrganization,
} from "../testing/factories";
import { procedures } from "../testing/procedures";
import { times } from "../testing/race";
import { call, ok, refused } from "../testing/rest";
import { signIn } from "../users/sign-in";
import { acceptInvitation, readInvitation } from "./accept";
import { leaveOrganization, removeMember } from "./remove";
import { type Guarded, leastRoleFor, mayCall } from "./roles";
import { transferOwnership } from "./transfer-ownership";

const password = "a password of the test";
const facts = () => ({ nowMs: Date.now(), requestId: null, ipAddress: null });
let organization: TestOrganization;
beforeEach(async () => {
  organization = await newOrganization();
});

const newAddress = () => `${newId()}@example.com`;

async function invite(email = newAddress(), role = "member") {
  const made = await ok("members.invite", { key: organization.live, body: { email, role } });
  return { ...made, token: made.url.split("/").at(-1) ?? "" };
}

const members = async () => (await ok("members.list", { key: organization.live })).data;
const accept = async (token: string, more: { name?: string; password?: string } = {}) =>
  await acceptInvitation(facts(), { token, name: "Grace Hopper", password, ...more });

const session = async (userId: string) =>
  await createSessionContext(
    { userId, organizationId: organization.organizationId, isTest: false },
    facts(),
  );

test("an invited person is mailed a link, and becomes a member by it", async () => {
  const { email, token, url } = await invite();
  const mail = await prisma.email.findFirstOrThrow({ where: { recipient: email } });
  expect(mail.text).toContain(url);
  expect(await readInvitation(facts(), { token })).toMatchObject({
    email,
    role: "member",
    is_over: false,
    has_account: false,
  });
  await accept(token);
  expect((await members()).map((member) => [member.email, member.role])).toContainEqual([
    email,
    "member",
  ]);
  expect(await signIn({ email, password }, null)).not.toBeNull();
});

test("of twenty who accept one invitation at once, one does", async () => {
  const { token, email } = await invite();
  const outcomes = await Promise.allSettled(times(20, async () => await accept(token)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await members()).filter((member) => member.email === email)).toHaveLength(1);
  expect(await prisma.user.count({ where: { email } })).toBe(1);
});

test("who has an account keeps their password, and needs it", async () => {
  const { email } = await prisma.user.findFirstOrThrow({
    where: { members: { some: { organizationId: (await newOrganization()).organizationId } } },
  });
  const { token } = await invite(email);
  expect((await readInvitation(facts(), { token })).has_account).toBe(true);
  await expect(accept(token)).rejects.toMatchObject({ code: "unauthorized" });
  expect((await members()).map((member) => member.email)).not.toContain(email);
});

test.each(["accepted", "taken back", "replaced by another"])(
  "an invitation that was %s is none any more",
  async (how) => {
    const { id, token, email } = await invite();
    if (how === "accepted") await accept(token);
    if (how === "taken back") {
      await call("members.revokeInvitation", { key: organization.live, id });
    }
    if (how === "replaced by another") await invite(email);
    await expect(accept(token)).rejects.toMatchObject({ code: "not_found" });
    await expect(readInvitation(facts(), { token })).rejects.toMatchObject({ code: "not_found" });
  },
);

test("an invitation is over after a week, and says so", async () => {
  const { token } = await invite();
  const later = { ...facts(), nowMs: Date.now() + 7 * 86_400_000 + 1_000 };
  expect((await readInvitation(later, { token })).is_over).toBe(true);
  const asked = acceptInvitation(later, { token, name: "Grace", password });
  await expect(asked).rejects.toThrow("good for a week");
});

test("no token is in the database but in the mail", async () => {
  const { token } = await invite();
  const rows = await prisma.invitation.findMany();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("nobody is invited from the sandbox", async () => {
  const body = { email: newAddress(), role: "member" };
  expect(await refused("members.invite", { key: organization.test, body })).toMatchObject({
    status: 403,
  });
});

describe("a removed member", () => {
  async function joined() {
    const { token, email } = await invite(newAddress(), "admin");
    await accept(token);
    const user = await prisma.user.findUniqueOrThrow({ where: { email } });
    const member = (await members()).find((each) => each.email === email);
    return { userId: user.id, name: user.name, memberId: member?.id ?? "", email };
  }
  const remove = async (id: string) =>
    expect((await call("members.remove", { key: organization.live, id })).status).toBe(204);

  test("sees nothing from the next request on, by session or by a key they made", async () => {
    const { userId, memberId, name } = await joined();
    const actor = { type: "user" as const, id: userId, name };
    const { key } = await createApiKey(
      { ...organization.scope, actor },
      { name: "Theirs", mode: "live" },
    );
    expect((await session(userId)).scope).not.toBeNull();
    expect((await call("eventTypes.list", { key })).status).toBe(200);
    await remove(memberId);
    expect((await session(userId)).scope).toBeNull();
    expect((await call("eventTypes.list", { key })).status).toBe(401);
    expect((await call("eventTypes.list", { key: organization.live })).status).toBe(200);
  });

  test("keeps the bookings they host, and is given no further one", async () => {
    const { live: key } = organization;
    const { memberId } = await joined();
    const type = await newEventType(key);
    await addHosts(type.id, [memberId]);
    const { id } = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
    await remove(memberId);
    expect((await ok("bookings.get", { key, id })).assigned_host?.member_id).toBe(memberId);
    const next = await ok("bookings.create", { key, body: bookingOf(type.id, ahead(3)) });
    expect(next.assigned_host?.member_id).toBe(organization.memberId);
    const query = { assigned_host_id: memberId };
    const { data } = await ok("bookings.list", { key, query });
    expect(data.map((booking) => booking.id)).toEqual([id]);
  });

  test("can be invited again, and is then the same member", async () => {
    const { memberId, email } = await joined();
    await remove(memberId);
    const { token } = await invite(email);
    await accept(token);
    expect((await members()).find((each) => each.email === email)?.id).toBe(memberId);
  });

  test("is not removed twice, nor found by others' keys", async () => {
    const { memberId: id } = await joined();
    const other = await newOrganization();
    expect((await call("members.remove", { key: other.live, id })).status).toBe(404);
    expect((await call("members.remove", { key: organization.test, id })).status).toBe(404);
    await remove(id);
    expect((await call("members.remove", { key: organization.live, id })).status).toBe(404);
  });
});

test("an organization has one owner at every moment, however many hand over at once", async () => {
  const others = await Promise.all(times(8, () => newMember(organization)));
  const outcomes = await Promise.allSettled(
    others.map(async (id) => await transferOwnership({ ...organization.scope }, id)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const owners = (await members()).filter(({ role }) => role === "owner");
  expect(owners).toHaveLength(1);
  expect(others).toContain(owners[0]?.id);
});

test("the owner neither leaves nor is removed, nor made anything less", async () => {
  const { memberId: id, live: key } = organization;
  await expect(leaveOrganization(organization.scope)).rejects.toMatchObject({
    code: "bad_request",
  });
  await expect(removeMember(organization.scope, id)).rejects.toThrow("Hand ownership over");
  expect((await call("members.updateRole", { key, id, body: { role: "member" } })).status).toBe(
    400,
  );
});

describe("roles", () => {
  test("name procedures that there are", () => {
    const names = new Set(procedures.map(({ name }) => name));
    const guarded: readonly Guarded[] = ["members.remove", "apiKeys.create", "webhooks.list"];
    for (const name of guarded) expect(names).toContain(name);
    const demanding = procedures.filter(({ name }) => leastRoleFor(name) !== "member");
    expect(demanding.length).toBeGreaterThan(25);
  });

  test("let the owner do all, an admin all but hand over, a member nothing of the organization's", () => {
    for (const { name, type } of procedures) {
      expect(mayCall("owner", name)).toBe(true);
      expect(mayCall("admin", name)).toBe(name !== "members.transferOwnership");
      const theirs =
        /^(bookings|calendars|waitlist|members\.(leave|accept|list|invitation$|replaceOwn)|users|organizations\.(create|signUp))/;
      expect(mayCall("member", name) && type === "mutation" && !theirs.test(name)).toBe(false);
    }
  });

  test("hold in every procedure, with words for who is refused", async () => {
    const { appRouter } = await import("../router");
    const { createCallerFactory } = await import("../trpc");
    const id = await newMember(organization);
    const { userId } = await prisma.member.findUniqueOrThrow({ where: { id } });
    const caller = createCallerFactory(appRouter)(await session(userId));
    await expect(caller.apiKeys.list({})).rejects.toThrow(
      "An admin of this organization can do that",
    );
    await expect(caller.members.transferOwnership({ id })).rejects.toThrow("The owner of");
    expect((await caller.bookings.list({})).data).toEqual([]);
  });
});
