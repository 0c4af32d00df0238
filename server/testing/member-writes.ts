import { prisma } from "../db";
import { newId } from "../ids";
import { transferOwnership } from "../members/transfer-ownership";
import { newMember } from "./factories";
import { ok } from "./rest";
import type { World, Write } from "./writes";

const newPassword = "a password of the test";
const invitationOf = async ({ live: key }: World) =>
  await ok("members.invite", { key, body: { email: `${newId()}@example.com`, role: "member" } });

/** What changes who is in an organization (writes.ts). */
export const memberWrites: Write[] = [
  {
    name: "members.invite",
    ask: () => ({ body: { email: `${newId()}@example.com`, role: "member" } }),
    action: "member.invited",
    resource: "invitation",
    wrong: () => ({ body: { email: "nobody", role: "member" } }),
  },
  {
    name: "members.revokeInvitation",
    ask: async (world) => ({ id: (await invitationOf(world)).id }),
    action: "member.invitation_revoked",
    resource: "invitation",
    wrong: () => ({ id: newId() }),
  },
  {
    name: "members.acceptInvitation",
    by: "stranger",
    ask: async (world) => {
      const token = (await invitationOf(world)).url.split("/").at(-1) ?? "";
      return { body: { token, name: "Nina New", password: newPassword } };
    },
    about: async ({ organizationId }) => {
      const where = { organizationId, user: { name: "Nina New" } };
      return (await prisma.member.findFirstOrThrow({ where })).id;
    },
    action: "member.joined",
    resource: "member",
    wrong: () => ({ body: { token: newId(), name: "Nina New", password: newPassword } }),
  },
  {
    name: "members.updateRole",
    ask: async (world) => ({ id: await newMember(world), body: { role: "admin" } }),
    action: "member.role_changed",
    resource: "member",
    wrong: ({ memberId: id }) => ({ id, body: { role: "member" } }),
  },
  {
    name: "members.replaceSchedule",
    ask: async (world) => ({
      id: await newMember(world),
      body: { timezone: "Europe/Rome", rules: [] },
    }),
    action: "member.schedule_updated",
    resource: "member",
    wrong: () => ({ id: newId(), body: { timezone: "Europe/Rome", rules: [] } }),
  },
  {
    name: "members.replaceOwnSchedule",
    ask: () => ({ body: { timezone: "Europe/Rome", rules: null } }),
    action: "member.schedule_updated",
    resource: "member",
    about: async ({ memberId }) => memberId,
    wrong: () => ({ body: { timezone: "Nowhere/Else", rules: null } }),
  },
  {
    name: "members.remove",
    ask: async (world) => ({ id: await newMember(world) }),
    action: "member.removed",
    resource: "member",
    wrong: ({ memberId: id }) => ({ id }),
  },
  {
    name: "members.transferOwnership",
    ask: async (world) => ({ id: await newMember(world) }),
    action: "organization.ownership_transferred",
    resource: "organization",
    about: async ({ organizationId }) => organizationId,
    wrong: () => ({ id: newId() }),
  },
  {
    name: "members.leave",
    // The owner cannot leave, and so is not the owner any more.
    ask: async (world) => {
      await transferOwnership({ ...world.scope }, await newMember(world));
      return {};
    },
    action: "member.removed",
    resource: "member",
    about: async ({ memberId }) => memberId,
  },
];
