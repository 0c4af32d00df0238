import { prisma } from "../db";
import { env } from "../env";
import { newId } from "../ids";
import { newMember, type TestOrganization } from "./factories";
import { type CallOptions, ok } from "./rest";

type Case = (world: TestOrganization) => CallOptions | Promise<CallOptions>;
const missing = newId();
const noOrganization = { key: env.ASTROCAL_SERVICE_KEY[0] ?? "", headers: { "X-Org-Id": missing } };
const schedule = {
  timezone: "Europe/Rome",
  rules: [{ day_of_week: 1, start_time: "10:00", end_time: "14:00" }],
  overrides: [{ date: "2030-12-24", windows: [] }],
};
const invited = { email: "grace@example.com", role: "member" };

/** How the operations on members come to answer each status (rest-statuses.db.test.ts). */
export const memberCases = {
  "members.list": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { limit: 0 } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "members.updateRole": {
    success: async (world) => ({
      key: world.live,
      id: await newMember(world),
      body: { role: "admin" },
    }),
    400: ({ live: key, memberId: id }) => ({ key, id, body: { role: "member" } }),
    401: () => ({ id: missing, body: { role: "admin" } }),
    404: ({ live: key }) => ({ key, id: missing, body: { role: "admin" } }),
    409: null,
  },
  "members.getSchedule": {
    success: ({ live: key, memberId: id }) => ({ key, id }),
    400: ({ live: key, memberId: id }) => ({ key, id, query: { force: true } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "members.replaceSchedule": {
    success: async (world) => ({ key: world.live, id: await newMember(world), body: schedule }),
    400: ({ live: key, memberId: id }) => ({ key, id, body: { ...schedule, timezone: "Mars" } }),
    401: () => ({ id: missing, body: schedule }),
    404: ({ live: key }) => ({ key, id: missing, body: schedule }),
    409: null,
  },
  "members.remove": {
    success: async (world) => ({ key: world.live, id: await newMember(world) }),
    400: ({ live: key, memberId: id }) => ({ key, id }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
  "members.invitations": {
    success: ({ live: key }) => ({ key }),
    400: ({ live: key }) => ({ key, query: { limit: 0 } }),
    401: () => ({}),
    404: () => noOrganization,
    409: null,
  },
  "members.invite": {
    success: ({ live: key }) => ({ key, body: invited }),
    400: ({ live: key }) => ({ key, body: { ...invited, role: "owner" } }),
    401: () => ({ body: invited }),
    404: () => ({ ...noOrganization, body: invited }),
    409: async (world) => {
      const where = { id: await newMember(world) };
      const { user } = await prisma.member.findUniqueOrThrow({ where, include: { user: true } });
      return { key: world.live, body: { email: user.email, role: "member" } };
    },
  },
  "members.revokeInvitation": {
    success: async ({ live: key }) => {
      const { id } = await ok("members.invite", { key, body: invited });
      return { key, id };
    },
    400: ({ live: key }) => ({ key, id: missing, query: { force: true } }),
    401: () => ({ id: missing }),
    404: ({ live: key }) => ({ key, id: missing }),
    409: null,
  },
} as const satisfies Record<string, Record<"success" | 400 | 401 | 404 | 409, Case | null>>;
